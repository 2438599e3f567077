import * as v from 'valibot'
import { reasonSchema } from './inputs'
import { type Paged, regionPageSchema } from './paging'
import type { QuestionKind } from './questions'
import type { RegionCode } from './regions'
import { procedure, returns } from './rpc'
import type { Day, Instant } from './time'

/** The first two are seen at the submission; `same-pattern`: five people or more with the same score, time and start. */
export const SUSPICION_KINDS = ['too-fast', 'same-places', 'same-pattern'] as const

export type SuspicionKind = (typeof SUSPICION_KINDS)[number]

/** `set-aside`: the attempt stays stored and counts for nothing. */
export const DECISION_VERDICTS = ['counts', 'set-aside'] as const

export type DecisionVerdict = (typeof DECISION_VERDICTS)[number]

/** An attempt that an organiser should look at. It counts like any other until it is set aside. */
export interface Suspicion {
  id: string
  kinds: SuspicionKind[]
  round: string
  day: Day
  number: number
  /** Names the person to organisers. */
  handle: string
  region: RegionCode
  /** 0 to 100. */
  score: number
  seconds: number
  at: Instant
  /** The latest one; null while nobody has decided. */
  decision: { verdict: DecisionVerdict; at: Instant; note: string } | null
  /** How often it has been decided. */
  decisions: number
}

/** What is needed to judge an attempt: how it was answered, never what was asked. */
export interface SuspicionCase extends Suspicion {
  /** Seconds that reading what was answered takes at the very least; one decimal. */
  leastSeconds: number
  /** In the paper's order: how many options there were, and which positions were chosen, from 0. */
  questions: { kind: QuestionKind; options: number; chosen: number[] }[]
  /** Other people in the round with the same score and time who began in the same second. */
  alike: number
  /** The person's other submitted attempts of the round, the latest first, at most twenty. */
  others: { day: Day; number: number; score: number; seconds: number; setAside: boolean }[]
}

const organiser = { role: 'organiser', scope: 'region' } as const

const idSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(40))

/** `after` is how often it had been decided when the decision was made. */
const decidingEntries = { id: idSchema, after: v.pipe(v.number(), v.integer(), v.minValue(0)) }

const NOTE_LIMIT = 200

export const suspicions = {
  /** Attempts to be looked at, or those that were decided, by place and the latest first. */
  listSuspicions: procedure('standings.listSuspicions', {
    ...organiser,
    kind: 'read',
    input: v.strictObject({ ...regionPageSchema.entries, decided: v.boolean() }),
    output: returns<Paged<Suspicion>>(),
    errors: ['out-of-scope'],
    cost: { reads: 2, writes: 0, cold: 0 },
  }),

  /** What an organiser needs to judge one of them. */
  showSuspicion: procedure('standings.showSuspicion', {
    ...organiser,
    kind: 'read',
    input: v.strictObject({ id: idSchema }),
    output: returns<SuspicionCase>(),
    errors: ['suspicion-unknown', 'out-of-scope'],
    cost: { reads: 5, writes: 0, cold: 0 },
  }),

  /** Decides whether an attempt counts; may be decided again. Of a set-aside the player reads the note. */
  decideSuspicion: procedure('standings.decideSuspicion', {
    ...organiser,
    kind: 'write',
    input: v.variant('verdict', [
      v.strictObject({
        ...decidingEntries,
        verdict: v.literal('counts'),
        note: v.pipe(v.string(), v.trim(), v.maxLength(NOTE_LIMIT)),
      }),
      v.strictObject({ ...decidingEntries, verdict: v.literal('set-aside'), note: reasonSchema }),
    ]),
    output: returns<Suspicion>(),
    errors: ['suspicion-unknown', 'out-of-scope', 'already-decided', 'busy'],
    cost: { reads: 4, writes: 4, cold: 0 },
  }),
}
