import * as v from 'valibot'
import { logLineSchema, starLineSchema } from './practice-logs'
import {
  CATEGORIES,
  type Category,
  categorySchema,
  type Explanation,
  type PaperQuestion,
  type Source,
} from './questions'
import { domain, procedure, returns } from './rpc'
import { type Instant, MINUTE } from './time'

/** A question of practice, with everything: it is open to everybody and never asked in a contest again. */
export interface PracticeQuestion extends PaperQuestion {
  /** Names the question whatever its version. */
  id: string
  version: number
  /** Positions in `options`. */
  key: number[]
  explanation: Explanation
  source: Source
  /** Rests on one source only, or has been compared with it by nobody yet. */
  unverified: boolean
}

/** The practice questions of one category. */
export interface Chapter {
  category: Category
  /** Changes with any word of its questions. */
  version: string
  /** Null where the phone has this version, or where the reply was full: then it asks again. */
  questions: PracticeQuestion[] | null
}

export interface Pack {
  now: Instant
  /** Every category that has questions; what a phone holds of others is out of date. */
  chapters: Chapter[]
}

/** The most characters of questions that one reply carries; a chapter more where the first alone is longer. */
export const PACK_REPLY_LIMIT = 400_000

/** What lies further ahead of the server's clock has come from a wrong one, and is not taken. */
export const CLOCK_GRACE = 2 * MINUTE

/** Everything known of a person's practice, in lines as practice-logs.ts writes them. */
export interface CardState {
  cards: string[]
  stars: string[]
}

export interface SyncedCards {
  now: Instant
  /** Counts the changes of what the server holds. */
  version: number
  /** Null where the phone knows all of it by what it sent and had before. */
  state: CardState | null
}

const MOST_LINES = 1000

export const practice = domain('practice', {
  /** The practice questions that may be asked today; only chapters that the phone has in another version. */
  getPack: procedure('practice.getPack', {
    kind: 'read',
    role: 'public',
    scope: 'none',
    input: v.strictObject({
      known: v.pipe(
        v.array(v.strictObject({ category: categorySchema, version: v.pipe(v.string(), v.maxLength(40)) })),
        v.maxLength(CATEGORIES.length),
      ),
    }),
    output: returns<Pack>(),
    errors: [],
    cost: { reads: 0, writes: 0, cold: 1 },
  }),

  /** Adds what happened on this phone to what is known, and tells what happened on others. Sent twice it counts once. */
  syncCards: procedure('practice.syncCards', {
    kind: 'write',
    role: 'contributor',
    scope: 'self',
    input: v.strictObject({
      /** The version of the last answer. */
      known: v.pipe(v.number(), v.integer(), v.minValue(0)),
      cards: v.pipe(v.array(logLineSchema), v.maxLength(MOST_LINES)),
      stars: v.pipe(v.array(starLineSchema), v.maxLength(MOST_LINES)),
    }),
    output: returns<SyncedCards>(),
    errors: ['busy'],
    cost: { reads: 2, writes: 1, cold: 0 },
  }),
})
