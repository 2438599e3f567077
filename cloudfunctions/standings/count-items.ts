import { inParts, withEach } from '../platform/in-parts'
import { type Attempt, type Question, questions } from '../quiz/api'
import { baseOf, store } from './accumulate'
import type { Batch } from './batch'
import { type Answered, flagsOf, guessOf, type ItemSums, measured, noAnswers, takeInAttempt } from './item-rules'
import { items, type StoredItem } from './repository/item-statistics'
import type { Standing } from './repository/standings'

/** Of everybody who was not there before the batch, what they handed in first. */
function firstAttempts(standings: readonly Standing[], batch: Batch): Attempt[] {
  const fresh = new Map<string, Attempt>()
  for (const attempt of batch.attempts.filter(batch.isFresh)) {
    const id = `${attempt.round}:${attempt.person}`
    const known = fresh.get(id)
    if (!known || orderOf(attempt) < orderOf(known)) fresh.set(id, attempt)
  }
  const beginners = standings.filter(({ before }) => before === null)
  return beginners
    .flatMap(({ _id }) => fresh.get(_id) ?? [])
    .sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1))
}

const DIGITS = 15

const orderOf = ({ submittedAt, _id }: Attempt): string => `${String(submittedAt ?? 0).padStart(DIGITS, '0')} ${_id}`

const refsOf = ({ paper }: Attempt): string[] => paper.split(' ')

const isRight = ({ key }: Question, chosen: readonly string[]): boolean =>
  [...chosen].sort().join(' ') === [...key].sort().join(' ')

/** A question that a paper names and nobody has any more is left out. */
const answersOf = (attempt: Attempt, bank: ReadonlyMap<string, Question>): Answered[] =>
  refsOf(attempt).flatMap((ref, at) => {
    const question = bank.get(ref)
    if (!question) return []
    const chosen = attempt.answers[at] ?? []
    return [{ ref, chosen, right: isRight(question, chosen), guess: guessOf(question.kind, question.options.length) }]
  })

const wrongOptions = ({ options, key }: Question): string[] =>
  options.map(({ id }) => id).filter(id => !key.includes(id))

function nextOf(question: Question, known: StoredItem | undefined, value: ItemSums, batch: Batch): StoredItem {
  const hard = measured(value)
  const told = known?.told ?? null
  return {
    _id: question._id,
    options: question.options.map(({ id }) => id),
    value,
    batch: batch.number,
    before: baseOf(known, batch.number),
    flags: flagsOf(value, wrongOptions(question)),
    measured: hard,
    told,
    untold: hard !== told,
  }
}

/** Takes the first attempts of the batch into the statistics of the questions they met. */
export async function countItems(standings: readonly Standing[], batch: Batch): Promise<void> {
  const firsts = firstAttempts(standings, batch)
  const refs = [...new Set(firsts.flatMap(refsOf))]
  const bank = new Map((await inParts(refs, questions.known)).map(question => [question._id, question]))
  const stored = new Map((await inParts(refs, items.byIds)).map(item => [item._id, item]))

  const before = new Map<string, ItemSums>()
  for (const [ref, question] of bank)
    before.set(ref, baseOf(stored.get(ref), batch.number) ?? noAnswers(question.difficulty))
  const after = firsts.reduce((sums, attempt) => takeInAttempt(sums, answersOf(attempt, bank)), before)

  await withEach([...bank.values()], async question => {
    const known = stored.get(question._id)
    const value = after.get(question._id)
    if (value) await store({ insert: items.insert, change: items.change }, known, nextOf(question, known, value, batch))
  })
}

/** The most that one read answers; a bank beyond it learns the rest a day later. */
const MOST_TOLD = 1000

/** Tells questions whose difficulty has changed how hard they proved to be. Told again it is the same. */
export async function tellDifficulties(): Promise<void> {
  await withEach(await items.untold(MOST_TOLD), async item => {
    await questions.measure(item._id, item.measured)
    await items.tell(item)
  })
}
