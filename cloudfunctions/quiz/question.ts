import * as v from 'valibot'
import {
  categorySchema,
  pictureSchema,
  QUESTION_KINDS,
  questionIdSchema,
  SOURCE_STATES,
} from '../../miniprogram/contract/questions'
import { type Day, daySchema } from '../../miniprogram/contract/time'

const textSchema = v.pipe(v.string(), v.trim(), v.minLength(1))

/** A question as its authors write it. Edits make a new version; attempts keep the one they were drawn with. */
export const writtenQuestionSchema = v.strictObject({
  id: questionIdSchema,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  category: categorySchema,
  kind: v.picklist(QUESTION_KINDS),
  stem: textSchema,
  /** Null where the words are enough. */
  picture: v.optional(v.nullable(pictureSchema), null),
  options: v.pipe(v.array(v.strictObject({ id: textSchema, text: textSchema })), v.minLength(2), v.maxLength(6)),
  /** Option ids. */
  key: v.pipe(v.array(textSchema), v.minLength(1)),
  explanation: v.strictObject({ why: textSchema, trap: textSchema }),
  source: v.strictObject({
    title: textSchema,
    clause: v.string(),
    url: v.string(),
    asOf: textSchema,
    status: v.picklist(SOURCE_STATES),
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
  /** Who compared it with its source, and when; while nobody has, it is kept out of every contest. */
  verifiedBy: v.optional(v.string(), ''),
  verifiedAt: v.optional(v.nullable(daySchema), null),
})

export type WrittenQuestion = v.InferOutput<typeof writtenQuestionSchema>

/** Where a version lies: sealed until it is played, open to everybody, or superseded. */
const BANKS = ['contest', 'practice', 'archive'] as const

/** What organisers did with a version. */
const lifeSchema = v.object({
  /** Handles of who wrote and who verified it. */
  writtenBy: v.optional(v.string(), ''),
  writtenAt: v.optional(v.nullable(v.number()), null),
  verifier: v.optional(v.string(), ''),
  /** Idempotency key of the last change. */
  changedWith: v.optional(v.string(), ''),
  /** The newest version of a question that is in no bank, and the bank it goes back to. */
  retired: v.optional(v.boolean(), false),
  home: v.optional(v.nullable(v.picklist(['contest', 'practice'])), null),
  /** Where an import that is not decided yet will put it. */
  arrives: v.optional(v.nullable(v.picklist(['contest', 'practice', 'archive'])), null),
  /** The import that brought it, and the one whose version takes its place. */
  batch: v.optional(v.string(), ''),
  replacedIn: v.optional(v.string(), ''),
})

/** A question as stored: one document a version. */
export const questionSchema = v.object({
  ...writtenQuestionSchema.entries,
  /** `<id>@<version>`: what an attempt remembers of its paper. */
  _id: v.string(),
  /** Which bank it is drawn from; superseded versions lie in `archive`. */
  bank: v.picklist(BANKS),
  /** How hard it proved to be, on the scale of the author's estimate; null while too few have answered. */
  measured: v.optional(v.nullable(v.number()), null),
  ...lifeSchema.entries,
})

export type Question = v.InferOutput<typeof questionSchema>

/** What is not certain, or compared with its source by nobody, is for practice only. */
export const mayBeContested = ({ evidence, verifiedAt }: WrittenQuestion): boolean =>
  evidence === 'A' && verifiedAt !== null

export const mayBeAskedOn = (question: WrittenQuestion, day: Day): boolean =>
  mayBeContested(question) && question.validFrom <= day && (question.validTo === null || day <= question.validTo)

/** What a ruling says about the score of one question version, wherever it was asked. */
export const overrideSchema = v.object({
  /** `<id>@<version>` */
  question: v.string(),
  ruling: v.string(),
  /** Option ids; null where every answer counts as right, also none. */
  key: v.nullable(v.array(v.string())),
  note: v.string(),
})

export type Override = v.InferOutput<typeof overrideSchema>

/** A question is answered rightly whole or not at all. */
export const fitsKey = (key: readonly string[], chosen: readonly string[]): boolean =>
  chosen.length === key.length && key.every(id => chosen.includes(id))
