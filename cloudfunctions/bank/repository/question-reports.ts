import * as v from 'valibot'
import { REPORT_KINDS } from '../../../miniprogram/contract/question-reports'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { collection } from '../../platform/database'

/** More than anybody reads at once. */
const LATEST = 50

export const questionReportsSpec = defineCollection({
  name: 'question_reports',
  purpose: 'What one person says is wrong with one version of a question.',
  schema: v.object({
    /** `<version>.<handle>`: a person reports a version once. */
    _id: v.string(),
    person: v.string(),
    /** `<id>@<version>` */
    question: v.string(),
    kind: v.picklist(REPORT_KINDS),
    text: v.string(),
    /** A text that waits is seen by nobody but its author and whoever looks it through. */
    textState: v.picklist(['shown', 'waits', 'refused']),
    at: instantSchema,
    /** Idempotency key of the report. */
    sentWith: v.string(),
  }),
  indexes: [
    {
      name: 'person_at',
      fields: [
        ['person', 1],
        ['at', -1],
      ],
      unique: false,
    },
    {
      name: 'question_at',
      fields: [
        ['question', 1],
        ['at', -1],
      ],
      unique: false,
    },
  ],
  personal: ['_id', 'person', 'text'],
  retention: 'Until the person asks for deletion.',
})

export type StoredReport = v.InferOutput<typeof questionReportsSpec.schema>

const reports = collection(questionReportsSpec)

export const questionReports = {
  get: (id: string): Promise<StoredReport | null> => reports.get(id),

  latestOf: (person: string): Promise<StoredReport[]> =>
    reports.find({ person }, { orderBy: ['at', -1], limit: LATEST }),

  latestAbout: (question: string): Promise<StoredReport[]> =>
    reports.find({ question }, { orderBy: ['at', -1], limit: LATEST }),

  forget: (person: string): Promise<number> => reports.remove({ person }),

  /** Shows a text that waited, or drops it. Told again it does nothing. */
  decideText: (id: string, passes: boolean): Promise<number> =>
    reports.update(
      { _id: id, textState: 'waits' },
      passes ? { textState: 'shown' } : { textState: 'refused', text: '' },
    ),
}
