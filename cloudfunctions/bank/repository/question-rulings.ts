import * as v from 'valibot'
import { SCORINGS, VERDICTS } from '../../../miniprogram/contract/question-reports'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { oneOf } from '../../platform/conditions'
import { collection } from '../../platform/database'

/** More than are ever at work at once. */
const MOST_AT_WORK = 100

export const questionRulingsSpec = defineCollection({
  name: 'question_rulings',
  purpose: 'What was decided about one version of a question, and whether all scores have followed.',
  schema: v.object({
    /** `<version>#<number>` */
    _id: v.string(),
    question: v.string(),
    number: v.number(),
    verdict: v.picklist(VERDICTS),
    scoring: v.picklist(SCORINGS),
    /** What attempts are held against; null where every answer counts as right, or scores stay. */
    key: v.nullable(v.array(v.string())),
    note: v.string(),
    at: instantSchema,
    /** Handle of who ruled. */
    by: v.string(),
    ruledWith: v.string(),
    state: v.picklist(['scoring', 'done']),
  }),
  indexes: [
    {
      name: 'state_at',
      fields: [
        ['state', 1],
        ['at', 1],
      ],
      unique: false,
    },
  ],
  personal: [],
  retention: 'Kept: scores rest on it. It names people by handle only.',
})

export type StoredRuling = v.InferOutput<typeof questionRulingsSpec.schema>

const rulings = collection(questionRulingsSpec)

export const rulingId = (question: string, number: number): string => `${question}#${number}`

export const questionRulings = {
  get: (question: string, number: number): Promise<StoredRuling | null> => rulings.get(rulingId(question, number)),

  byIds: (ids: readonly string[]): Promise<StoredRuling[]> =>
    rulings.find({ _id: oneOf(ids) }, { limit: Math.max(1, ids.length) }),

  /** Oldest first. */
  atWork: (): Promise<StoredRuling[]> =>
    rulings.find({ state: 'scoring' }, { orderBy: ['at', 1], limit: MOST_AT_WORK }),

  finish: (id: string): Promise<number> => rulings.update({ _id: id, state: 'scoring' }, { state: 'done' }),
}
