import * as v from 'valibot'
import { type Day, daySchema, type Instant, instantSchema, SECOND } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { SUSPICIONS } from '../../../miniprogram/contract/quiz'
import { after, atLeast, between, listOf, oneOf, otherThan } from '../../platform/conditions'
import { collection } from '../../platform/database'
import { overrideSchema } from '../question'

const decisionSchema = v.optional(v.nullable(v.object({ at: instantSchema, note: v.string() })), null)

/** More than anybody can start in a day, so that the latest ones always hold all of today's. */
const LATEST = 20

/** More than a person can start in a year. */
const ALL = 1000

export const attemptsSpec = defineCollection({
  name: 'quiz_attempts',
  purpose: 'One attempt of one person: its paper, its clock and, once submitted, its answers and score.',
  schema: v.object({
    _id: v.string(),
    person: v.string(),
    round: v.string(),
    day: daySchema,
    number: v.number(),
    /** Question versions in paper order, separated by spaces: one text, so that it can be compared in one condition. */
    paper: v.string(),
    startedAt: instantSchema,
    deadline: instantSchema,
    state: v.picklist(['open', 'submitted']),
    /** Chosen option ids, question by question in paper order. */
    answers: v.array(v.array(v.string())),
    score: v.nullable(v.number()),
    seconds: v.nullable(v.number()),
    submittedAt: v.nullable(instantSchema),
    /** Idempotency key of the submission that counted. */
    submittedWith: v.string(),
    /** When it last began to count differently: its submission, a ruling that scored it anew, a decision whether it counts. */
    countedAt: v.optional(v.nullable(instantSchema), null),
    /** What an organiser should look at; nobody is punished by it. */
    suspicions: v.optional(v.array(v.picklist(SUSPICIONS)), []),
    /** An organiser's decision that it counts for nothing, or that it counts again; at most one of the two. */
    setAside: decisionSchema,
    restored: decisionSchema,
    /** What a ruling made of the score; null for nearly all. */
    rescored: v.optional(v.nullable(v.object({ from: v.number(), at: instantSchema, ruling: v.string() })), null),
    /**
     * What the score rests on: the versions of `paper`, each replaced by the ruling it was last scored under. A ruling
     * finds here the attempts that it still has to score.
     */
    scoredBy: v.optional(v.array(v.string()), []),
    /** The rulings in effect on questions of the paper. */
    overrides: v.optional(v.array(overrideSchema), []),
  }),
  indexes: [
    {
      name: 'scored_by',
      fields: [
        ['scoredBy', 1],
        ['state', 1],
        ['submittedAt', 1],
        ['_id', 1],
      ],
      unique: false,
    },
    {
      name: 'submitted',
      fields: [
        ['submittedAt', 1],
        ['_id', 1],
      ],
      unique: false,
    },
    { name: 'counted', fields: [['countedAt', 1]], unique: false },
    { name: 'started', fields: [['startedAt', 1]], unique: false },
    {
      name: 'person_started',
      fields: [
        ['person', 1],
        ['startedAt', -1],
      ],
      unique: false,
    },
  ],
  personal: ['_id', 'person', 'answers', 'score', 'seconds', 'setAside.note', 'restored.note'],
  retention: 'Two years after the edition ends, or until the person asks for deletion.',
})

export type Attempt = v.InferOutput<typeof attemptsSpec.schema>

const attemptCollection = collection(attemptsSpec)

/** What names an attempt. */
export interface AttemptPlace {
  round: string
  day: Day
  number: number
  person: string
}

/** Uniqueness by construction: a person has one attempt of a number a day in a round. */
export const attemptId = ({ round, day, number, person }: AttemptPlace) => `${round}.${day}.${number}.${person}`

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
    const attempt = { round, day, number, person, paper, scoredBy: paper.split(' '), ...times, ...UNANSWERED }
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
