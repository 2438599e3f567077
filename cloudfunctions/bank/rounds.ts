import { COUNTRY } from '../../miniprogram/contract/regions'
import type { OrganisedRound, roundEditing } from '../../miniprogram/contract/rounds'
import { dayOf, type Instant, phaseOf } from '../../miniprogram/contract/time'
import { audit } from '../platform/audit'
import type { Context, Handlers } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import type { Refusal } from '../platform/refusal'
import { inTransaction } from '../platform/transaction'
import {
  drawPreview,
  isSettled,
  organisedQuestions,
  organisedRounds,
  type Question,
  type Round,
  supplyOf,
} from '../quiz/api'
import { saveRound } from './save-round'

const PORTIONS = 3

const roundOf = (round: Round, now: Instant): Omit<OrganisedRound, 'running'> => {
  const { _id, version, state, title, opensAt, closesAt, minutes, attemptsPerDay, certificates, minPlayers } = round
  return {
    ...{ id: _id, version, state, phase: phaseOf(round, now), title, opensAt, closesAt, minutes, attemptsPerDay },
    ...{ mix: round.blueprint, certificates, minPlayers },
  }
}

async function contestBank(): Promise<Question[]> {
  const filter = { bank: 'contest', category: null, unverified: false, endsBy: null } as const
  const all: Question[] = []
  let last: string | null = null
  for (let portion = 0; portion < PORTIONS; portion += 1) {
    const read = await organisedQuestions.list(filter, last)
    all.push(...read)
    last = read.at(-1)?._id ?? null
    if (read.length < organisedQuestions.portion) break
  }
  return all
}

type Changing = Pick<Context, 'who' | 'now' | 'key'> & {
  readonly refusal: (code: 'round-unknown' | 'round-changed' | 'busy') => Refusal
}

interface Change {
  action: string
  at: { id: string; version: number }
  facts: Record<string, string | number>
  decide: (round: Round) => Partial<Omit<Round, '_id'>>
}

/** Changes the version on the screen where it still stands, and writes it down. */
const changeRound = (context: Changing, { action, at, facts, decide }: Change): Promise<null> =>
  inTransaction(context, async transaction => {
    const rounds = organisedRounds.inside(transaction)
    const round = await rounds.get(at.id)
    if (!round) throw context.refusal('round-unknown')
    if (round.changedWith === context.key) return null
    if (round.version !== at.version) throw context.refusal('round-changed')
    await rounds.update(at.id, { ...decide(round), version: at.version + 1, changedWith: context.key })
    await audit(transaction, context, { action, region: COUNTRY, subject: at.id, facts })
    return null
  })

export const roundHandlers: Handlers<typeof roundEditing> = {
  async listRounds(_input, context) {
    mustOrganise(context, COUNTRY)
    return (await organisedRounds.latest()).map(round => roundOf(round, context.now))
  },

  async getRound({ id }, context) {
    mustOrganise(context, COUNTRY)
    const round = await organisedRounds.get(id)
    if (!round) throw context.refusal('round-unknown')
    return { ...roundOf(round, context.now), running: isSettled(round, context.now) }
  },

  saveRound,

  async publishRound(at, context) {
    mustOrganise(context, COUNTRY)
    const round = await organisedRounds.get(at.id)
    if (!round) throw context.refusal('round-unknown')
    if (round.closesAt <= context.now) throw context.refusal('too-late')
    if (await organisedRounds.overlapping(round, at.id)) throw context.refusal('round-overlaps')
    const day = dayOf(Math.max(round.opensAt, context.now))
    const short = supplyOf(await contestBank(), round.blueprint, day).some(({ wanted, there }) => there < wanted)
    if (short) throw context.refusal('paper-unavailable')
    const change = { action: 'bank.publishRound', at, facts: { version: at.version } }
    return changeRound(context, { ...change, decide: () => ({ state: 'published' }) })
  },

  async closeRound({ reason, ...at }, context) {
    mustOrganise(context, COUNTRY)
    const change = { action: 'bank.closeRound', at, facts: { version: at.version, reason } }
    return changeRound(context, {
      ...change,
      decide(round) {
        if (phaseOf(round, context.now) !== 'open' || round.state !== 'published') throw context.refusal('too-late')
        return { closesAt: context.now }
      },
    })
  },

  async previewPaper({ mix, opensAt, seed }, context) {
    mustOrganise(context, COUNTRY)
    const day = dayOf(Math.max(opensAt, context.now))
    const bank = await contestBank()
    const drawn = drawPreview(bank, mix, day, seed) ?? []
    const questions = drawn.map(({ id, category, kind, stem, picture, options, key, difficulty }) => ({
      ...{ id, category, kind, stem, picture, difficulty },
      options: options.map(({ id: option, text }) => ({ text, right: key.includes(option) })),
    }))
    return { questions, supply: supplyOf(bank, mix, day) }
  },
}
