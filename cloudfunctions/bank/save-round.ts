import { COUNTRY } from '../../miniprogram/contract/regions'
import type { roundEditing, RoundInput } from '../../miniprogram/contract/rounds'
import { beijing } from '../../miniprogram/contract/time'
import { editions } from '../editions/api'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import { inTransaction, type Transaction } from '../platform/transaction'
import { isSettled, organisedRounds, type Round } from '../quiz/api'
import { numberOf } from './question-numbers'

type SaveRound = Handler<typeof roundEditing.saveRound>
type SaveContext = Parameters<SaveRound>[1]
type Asked = Parameters<SaveRound>[0]

const fieldsOf = ({ mix, ...round }: RoundInput) => ({ ...round, blueprint: mix })

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)

/** What every attempt of a round has to have in common. */
const rulesOf = ({ blueprint, minutes, attemptsPerDay }: Pick<Round, 'blueprint' | 'minutes' | 'attemptsPerDay'>) => [
  blueprint.map(({ category, count }) => [category, count]),
  ...[minutes, attemptsPerDay],
]

/** The stretch must lie in the activity's own, and of published rounds none may meet another. */
export const saveRound: SaveRound = async (input, context) => {
  mustOrganise(context, COUNTRY)
  const { round, at } = input
  if (round.closesAt <= round.opensAt) throw context.refusal('window-backwards')
  const activity = (await editions.published(context.now))?.activities.find(({ kind }) => kind === 'quiz')
  if (!activity) throw context.refusal('edition-missing')
  if (round.opensAt < activity.opensAt || round.closesAt > activity.closesAt) throw context.refusal('round-off-window')
  const id = at?.id ?? `${beijing(round.opensAt).year()}-${numberOf(context.key)}`
  const overlaps = at !== null && (await organisedRounds.overlapping(round, id))
  return inTransaction(context, transaction =>
    at ? saveChange(transaction, { ...input, at }, overlaps, context) : saveNew(transaction, id, round, context),
  )
}

async function saveNew(transaction: Transaction, id: string, round: RoundInput, context: SaveContext) {
  const rounds = organisedRounds.inside(transaction)
  const there = await rounds.get(id)
  if (there?.changedWith === context.key) return { id, version: there.version }
  const draft = {
    ...fieldsOf(round),
    _id: id,
    state: 'draft',
    bank: 'contest',
    opened: false,
    version: 1,
    changedWith: context.key,
  } as const
  await rounds.insert(draft, context.refusal('busy'))
  await audit(transaction, context, {
    ...{ action: 'bank.saveRound', region: COUNTRY, subject: id },
    facts: { version: 1 },
  })
  return { id, version: 1 }
}

async function saveChange(
  transaction: Transaction,
  { at, round, reason }: Asked & { at: { id: string; version: number } },
  overlaps: boolean,
  context: SaveContext,
) {
  const rounds = organisedRounds.inside(transaction)
  const stored = await rounds.get(at.id)
  if (!stored) throw context.refusal('round-unknown')
  if (stored.changedWith === context.key) return { id: at.id, version: stored.version }
  if (stored.version !== at.version) throw context.refusal('round-changed')
  const fields = fieldsOf(round)
  const opened = isSettled(stored, context.now)
  if (opened && !isSame(rulesOf(fields), rulesOf(stored))) throw context.refusal('round-running')
  if (stored.state === 'published') mayMove(stored, { round, reason, overlaps }, context)
  const version = at.version + 1
  await rounds.update(at.id, { ...fields, opened, version, changedWith: context.key })
  const facts = { version, reason, opens: round.opensAt, closes: round.closesAt }
  await audit(transaction, context, { action: 'bank.saveRound', region: COUNTRY, subject: at.id, facts })
  return { id: at.id, version }
}

function mayMove(
  stored: Round,
  { round, reason, overlaps }: { round: RoundInput; reason: string; overlaps: boolean },
  context: SaveContext,
): void {
  if (overlaps) throw context.refusal('round-overlaps')
  const moved = round.opensAt !== stored.opensAt || round.closesAt !== stored.closesAt
  if (moved && reason === '') throw context.refusal('reason-missing')
}
