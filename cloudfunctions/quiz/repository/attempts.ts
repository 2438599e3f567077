import { type Instant, SECOND } from '../../../miniprogram/contract/time'
import { after, atLeast, between, listOf, oneOf, otherThan } from '../../platform/conditions'
import { collection } from '../../platform/database'
import { type Attempt, attemptId, type AttemptPlace, attemptsSpec, refsOf } from './attempts-spec'

/** More than anybody can start in a day, so that the latest ones always hold all of today's. */
const LATEST = 20

/** More than a person can start in a year. */
const ALL = 1000

const attemptCollection = collection(attemptsSpec)

const UNANSWERED = {
  answers: [],
  score: null,
  seconds: null,
  submittedAt: null,
  submittedWith: '',
  countedAt: null,
  suspicions: [],
  setAside: null,
  restored: null,
  rescored: null,
  overrides: [],
}

/** Submitted, and not set aside. */
const COUNTING = { state: 'submitted', setAside: null } as const

/** What scoring anew changes: the score and what it rests on. */
export type Rescoring = Pick<Attempt, 'scoredBy' | 'overrides'> &
  Partial<Pick<Attempt, 'score' | 'countedAt' | 'rescored'>>

type Submission = Pick<
  Attempt,
  'answers' | 'score' | 'seconds' | 'submittedAt' | 'submittedWith' | 'countedAt' | 'suspicions'
>

const SUBMISSION = [
  ['submittedAt', 1],
  ['_id', 1],
] as const

export const attempts = {
  /** False when this attempt has been started before. */
  start(place: AttemptPlace, paper: string, times: Pick<Attempt, 'startedAt' | 'deadline'>): Promise<boolean> {
    const { round, day, number, person } = place
    const attempt = { round, day, number, person, paper, scoredBy: refsOf({ paper }), ...times, ...UNANSWERED }
    return attemptCollection.insert({ _id: attemptId(place), state: 'open', ...attempt })
  },

  latestOf: (person: string): Promise<Attempt[]> =>
    attemptCollection.find({ person }, { orderBy: ['startedAt', -1], limit: LATEST }),

  allOf: (person: string): Promise<Attempt[]> =>
    attemptCollection.find({ person }, { orderBy: ['startedAt', -1], limit: ALL }),

  /** The best one that counts; null for none. */
  async bestOf(person: string, round: string): Promise<Attempt | null> {
    const [best] = await attemptCollection.find({ person, round, ...COUNTING }, { orderBy: ['score', -1], limit: 1 })
    return best ?? null
  },

  /** The best one of each round that counts. One operation. */
  bestOfEachRound: (person: string): Promise<Attempt[]> =>
    attemptCollection.firstOfEach({ person, ...COUNTING }, ['score', -1], 'round'),

  /** How many attempts of other people have this one's score and time and began in the same second. */
  countAlike({ round, person, score, seconds, startedAt }: Attempt): Promise<number> {
    const second = startedAt - (startedAt % SECOND)
    const sameStart = between(second, second + SECOND)
    return attemptCollection.count({ startedAt: sameStart, round, score, seconds, person: otherThan(person) })
  },

  removeAllOf: (person: string): Promise<number> => attemptCollection.remove({ person }),

  get: (place: AttemptPlace): Promise<Attempt | null> => attemptCollection.get(attemptId(place)),

  /** Those that began to count differently after this instant, in the order of time. */
  countedAfter: (at: Instant, limit: number): Promise<Attempt[]> =>
    attemptCollection.find({ countedAt: after(at) }, { orderBy: ['countedAt', 1], limit }),

  /** Those of one instant, in the order of their ids. */
  countedAt: (at: Instant, afterId: string, limit: number): Promise<Attempt[]> =>
    attemptCollection.find({ countedAt: at, _id: after(afterId) }, { orderBy: ['_id', 1], limit }),

  /** Those handed in after this instant, in the order of time and then of ids. */
  submittedAfter: (at: Instant, limit: number): Promise<Attempt[]> =>
    attemptCollection.find({ submittedAt: after(at) }, { orderBy: SUBMISSION, limit }),

  /** Those handed in at one instant, in the order of their ids. */
  submittedAt: (at: Instant, afterId: string, limit: number): Promise<Attempt[]> =>
    attemptCollection.find({ submittedAt: at, _id: after(afterId) }, { orderBy: SUBMISSION, limit }),

  /** What each of these persons handed in first in a round; at most a hundred persons. One operation. */
  firstOf: (round: string, persons: readonly string[]): Promise<Attempt[]> =>
    attemptCollection.firstOfEach({ round, person: oneOf(persons), state: 'submitted' }, SUBMISSION, 'person'),

  /** Those that are still there; at most a hundred. */
  byIds: (ids: readonly string[]): Promise<Attempt[]> =>
    attemptCollection.find({ _id: oneOf(ids) }, { limit: ids.length }),

  /** Records the submission if the attempt is open, in time, and has this very paper. */
  async submit(place: AttemptPlace, paper: string, earliest: Instant, submission: Submission): Promise<boolean> {
    const stillOpen = { _id: attemptId(place), state: 'open', paper, deadline: atLeast(earliest) }
    return (await attemptCollection.update(stillOpen, { state: 'submitted', ...submission })) === 1
  },

  /** Submitted attempts whose score rests on one of these. */
  scoredBy: (marks: readonly string[], limit: number): Promise<Attempt[]> =>
    attemptCollection.find({ scoredBy: oneOf(marks), state: 'submitted' }, { limit }),

  /** Those whose score rests on this, handed in after this instant, in the order of time and then of ids. */
  scoredByAfter: (mark: string, at: Instant, limit: number): Promise<Attempt[]> =>
    attemptCollection.find(
      { scoredBy: mark, state: 'submitted', submittedAt: after(at) },
      { orderBy: SUBMISSION, limit },
    ),

  /** The same of one instant. */
  scoredByAt: (mark: string, at: Instant, afterId: string, limit: number): Promise<Attempt[]> =>
    attemptCollection.find(
      { scoredBy: mark, state: 'submitted', submittedAt: at, _id: after(afterId) },
      { orderBy: SUBMISSION, limit },
    ),

  countScoredBy: (marks: readonly string[]): Promise<number> =>
    attemptCollection.count({ scoredBy: oneOf(marks), state: 'submitted' }),

  /** Whether an attempt that rests on one of these may still be submitted. */
  async mayStillCome(marks: readonly string[], earliest: Instant): Promise<boolean> {
    const open = { scoredBy: oneOf(marks), state: 'open', deadline: atLeast(earliest) } as const
    return (await attemptCollection.find(open, { limit: 1 })).length > 0
  },

  /** False where another ruling was quicker, or the attempt is gone. */
  async rescore({ _id, scoredBy }: Attempt, rescoring: Rescoring): Promise<boolean> {
    return (await attemptCollection.update({ _id, scoredBy: listOf(scoredBy) }, rescoring)) === 1
  },
}
