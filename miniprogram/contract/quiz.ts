import * as v from 'valibot'
import { certificates } from './certificates'
import type { PaperQuestion, ReviewedQuestion } from './questions'
import { domain, procedure, returns } from './rpc'
import { type Day, type Instant, SECOND } from './time'

/** How long after the deadline a submission may still arrive: the automatic one needs to cross the network. */
export const SUBMIT_GRACE = 20 * SECOND

/** What an organiser should look at. `too-fast`: quicker than one can read; `same-places`: always the same position. */
export const SUSPICIONS = ['too-fast', 'same-places'] as const

export type Suspicion = (typeof SUSPICIONS)[number]

/** An attempt under way. The clock that counts is the server's: `now` lets the phone show it. */
export interface OpenAttempt {
  /** Names the attempt in every later call; signed, and worth nothing to anybody else. */
  ticket: string
  number: number
  startedAt: Instant
  deadline: Instant
  now: Instant
  questions: PaperQuestion[]
}

/** What rulings made of a score that had been told before. */
export interface Rescored {
  from: number
  at: Instant
}

/** A question that a ruling scored anew. */
export interface RuledQuestion {
  /** Its number in the paper, from 1. */
  number: number
  /** Whether every answer counts as right; otherwise the key is another one than it was. */
  allRight: boolean
  /** Why, in the words of who ruled. */
  note: string
}

/** What an organiser decided about an attempt, in words that the player reads. */
export interface AttemptDecision {
  at: Instant
  note: string
}

/** At most one of the two; both null for nearly all. */
export interface AttemptStanding {
  /** That it counts for nothing: neither in rankings nor for a certificate. */
  setAside: AttemptDecision | null
  /** That it had been set aside and counts again. */
  restored: AttemptDecision | null
}

export interface AttemptResult extends AttemptStanding {
  ticket: string
  number: number
  day: Day
  /** 0 to 100. */
  score: number
  right: number
  seconds: number
  /** The certificate that this score alone would earn; null for none, and for a round that is over. */
  certificate: string | null
  questions: ReviewedQuestion[]
  /** Null where the score is the one first told. */
  rescored: Rescored | null
  ruled: RuledQuestion[]
  /** The deployment's template for the message about a changed score, to be agreed to; empty where it has none. */
  scoreTemplate: string
}

export interface AttemptSummary extends AttemptStanding {
  ticket: string
  number: number
  day: Day
  state: 'open' | 'submitted' | 'expired'
  startedAt: Instant
  /** Only of a submitted attempt. */
  score: number | null
  seconds: number | null
  /** Null where the score is the one first told. */
  rescored: Rescored | null
}

const ticketSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(200))

/** Chosen positions, question by question in the paper's order; an empty list is a question left blank. */
const answersSchema = v.pipe(
  v.array(v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9))), v.maxLength(10))),
  v.maxLength(100),
)

export const quiz = domain('quiz', {
  /** Returns the open attempt unchanged (same paper, same order, same deadline) or, where none is open, starts the next. */
  startAttempt: procedure('quiz.startAttempt', {
    kind: 'write',
    role: 'public',
    scope: 'self',
    /** Whether the phone believes this to be today's first attempt. If so it starts without a read; if not so, nothing is lost. */
    input: v.strictObject({ first: v.boolean() }),
    output: returns<OpenAttempt>(),
    errors: ['quiz-closed', 'no-attempts-left', 'paper-unavailable', 'busy'],
    cost: { reads: 2, writes: 2, cold: 1 },
  }),

  /** Records the answers once, scores them, and only then tells the key. */
  submitAttempt: procedure('quiz.submitAttempt', {
    kind: 'write',
    role: 'public',
    scope: 'self',
    input: v.strictObject({ ticket: ticketSchema, answers: answersSchema }),
    output: returns<AttemptResult>(),
    errors: [
      'attempt-unknown',
      'attempt-not-yours',
      'attempt-expired',
      'attempt-already-submitted',
      'answers-off-paper',
    ],
    cost: { reads: 2, writes: 2, cold: 1 },
  }),

  /** The result of an attempt of one's own, once it is submitted. */
  showResult: procedure('quiz.showResult', {
    kind: 'read',
    role: 'public',
    scope: 'self',
    input: v.strictObject({ ticket: ticketSchema }),
    output: returns<AttemptResult>(),
    errors: ['attempt-unknown', 'attempt-not-yours', 'attempt-expired', 'attempt-still-open'],
    cost: { reads: 2, writes: 0, cold: 1 },
  }),

  /** One's own latest attempts, newest first, at most twenty. */
  listAttempts: procedure('quiz.listAttempts', {
    kind: 'read',
    role: 'public',
    scope: 'self',
    input: v.strictObject({}),
    output: returns<AttemptSummary[]>(),
    errors: [],
    cost: { reads: 1, writes: 0, cold: 0 },
  }),

  ...certificates,
})
