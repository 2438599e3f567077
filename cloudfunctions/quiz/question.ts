import * as v from 'valibot'
import { CATEGORIES, QUESTION_KINDS } from '../../miniprogram/contract/quiz'
import { type Day, daySchema } from '../../miniprogram/contract/time'

const textSchema = v.pipe(v.string(), v.trim(), v.minLength(1))

/** A question as its authors write it. Edits make a new version; attempts keep the one they were drawn with. */
export const writtenQuestionSchema = v.strictObject({
  id: v.pipe(v.string(), v.regex(/^[a-z]+-\d{2,4}$/)),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  category: v.picklist(CATEGORIES),
  kind: v.picklist(QUESTION_KINDS),
  stem: textSchema,
  options: v.pipe(v.array(v.strictObject({ id: textSchema, text: textSchema })), v.minLength(2), v.maxLength(6)),
  /** Option ids. */
  key: v.pipe(v.array(textSchema), v.minLength(1)),
  explanation: v.strictObject({ why: textSchema, trap: textSchema }),
  source: v.strictObject({
    title: textSchema,
    clause: v.string(),
    url: v.string(),
    asOf: textSchema,
    status: v.picklist(['in-force', 'history', 'local']),
  }),
  /** Entries of the checked fact base. */
  facts: v.pipe(v.array(textSchema), v.minLength(1)),
  /** A: a full official text or two independent sources. B: one source; never in a contest. */
  evidence: v.picklist(['A', 'B']),
  /** The author's estimate, 1 easy to 5 hard. */
  difficulty: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  bloom: v.picklist(['remember', 'understand', 'apply']),
  /** First and last day on which the question may be asked; null has no end. */
  validFrom: daySchema,
  validTo: v.nullable(daySchema),
})

export type WrittenQuestion = v.InferOutput<typeof writtenQuestionSchema>

/** A question as stored: one document a version. */
export const questionSchema = v.object({
  ...writtenQuestionSchema.entries,
  /** `<id>@<version>`: what an attempt remembers of its paper. */
  _id: v.string(),
  /** Which bank it is drawn from; superseded versions lie in `archive`. */
  bank: v.picklist(['contest', 'practice', 'archive']),
})

export type Question = v.InferOutput<typeof questionSchema>

export const mayBeAskedOn = (question: WrittenQuestion, day: Day): boolean =>
  question.evidence === 'A' && question.validFrom <= day && (question.validTo === null || day <= question.validTo)
