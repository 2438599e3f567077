import * as v from 'valibot'
import { REPORT_KINDS } from '../../../miniprogram/contract/question-reports'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { before, oneOf } from '../../platform/conditions'
import { collection } from '../../platform/database'

export const reportedQuestionsSpec = defineCollection({
  name: 'reported_questions',
  purpose: 'A version of a question that players have complained about, with how many did.',
  schema: v.object({
    /** `<id>@<version>` */
    _id: v.string(),
    state: v.picklist(['waiting', 'ruled']),
    /** Reports since the last ruling, by kind. */
    kinds: v.record(v.picklist(REPORT_KINDS), v.number()),
    /** `<reports since the last ruling>:<version>`, in order of which the desk lists them. */
    place: v.string(),
    lastAt: instantSchema,
    /** Counts the rulings; a new one names the number it was made from. */
    rulings: v.number(),
  }),
  indexes: [
    {
      name: 'state_place',
      fields: [
        ['state', 1],
        ['place', -1],
      ],
      unique: false,
    },
  ],
  personal: [],
  retention: 'Kept: it counts and names nobody.',
})

export type ReportedQuestion = v.InferOutput<typeof reportedQuestionsSpec.schema>

const reported = collection(reportedQuestionsSpec)

/** Compares above the place of any number of reports. */
const TOP = ':'

export const reportedQuestions = {
  get: (question: string): Promise<ReportedQuestion | null> => reported.get(question),

  byRefs: (refs: readonly string[]): Promise<ReportedQuestion[]> =>
    reported.find({ _id: oneOf(refs) }, { limit: Math.max(1, refs.length) }),

  /** Most reported first. */
  inState: (state: ReportedQuestion['state'], last: string | null, limit: number): Promise<ReportedQuestion[]> =>
    reported.find({ state, place: before(last ?? TOP) }, { orderBy: ['place', -1], limit }),
}
