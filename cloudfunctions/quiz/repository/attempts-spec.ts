import * as v from 'valibot'
import { SUSPICIONS } from '../../../miniprogram/contract/quiz'
import { type Day, daySchema, instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { overrideSchema } from '../question'

const decisionSchema = v.optional(v.nullable(v.object({ at: instantSchema, note: v.string() })), null)

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

/** The question versions of a paper, in its order. */
export const refsOf = ({ paper }: Pick<Attempt, 'paper'>): string[] => paper.split(' ')

/** What names an attempt. */
export interface AttemptPlace {
  round: string
  day: Day
  number: number
  person: string
}

/** Uniqueness by construction: a person has one attempt of a number a day in a round. */
export const attemptId = ({ round, day, number, person }: AttemptPlace) => `${round}.${day}.${number}.${person}`
