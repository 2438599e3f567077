import * as v from 'valibot'
import {
  type Category,
  categorySchema,
  QUESTION_KINDS,
  type QuestionKind,
  questionIdSchema,
  SOURCE_STATES,
} from './questions'
import type { ItemFlag, ItemStatistics } from './standings'
import { type Day, daySchema, type Instant } from './time'

const line = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))
const text = (most: number) => v.pipe(line(most), v.minLength(1))

/** The longest name of an author or a licence. */
export const CREDIT_LENGTH = 60

/** A file of the bank, or one that the organiser's own phone has just sent; the new one needs its credit. */
const pictureInputSchema = v.strictObject({
  file: text(500),
  alt: text(200),
  credit: v.nullable(v.strictObject({ author: text(CREDIT_LENGTH), licence: text(CREDIT_LENGTH) })),
})

/** A question as an organiser writes it. Which options are right is said by their positions. */
export const questionInputSchema = v.strictObject({
  category: categorySchema,
  kind: v.picklist(QUESTION_KINDS),
  stem: text(500),
  picture: v.nullable(pictureInputSchema),
  /** An option that was there before keeps its id; a new one has none. */
  options: v.pipe(v.array(v.strictObject({ id: line(20), text: text(200) })), v.minLength(2), v.maxLength(6)),
  key: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(5))), v.minLength(1), v.maxLength(6)),
  explanation: v.strictObject({ why: text(1000), trap: text(1000) }),
  source: v.strictObject({
    title: text(200),
    clause: line(200),
    url: line(500),
    asOf: text(40),
    status: v.picklist(SOURCE_STATES),
  }),
  facts: v.pipe(v.array(v.pipe(v.string(), v.regex(/^\S{1,40}$/))), v.minLength(1), v.maxLength(20)),
  evidence: v.picklist(['A', 'B']),
  difficulty: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)),
  bloom: v.picklist(['remember', 'understand', 'apply']),
  validFrom: daySchema,
  validTo: v.nullable(daySchema),
})

export type QuestionInput = v.InferOutput<typeof questionInputSchema>

/** Where a question that is in use lies; one that was taken out lies in neither. */
export const LIVE_BANKS = ['contest', 'practice'] as const

export type LiveBank = (typeof LIVE_BANKS)[number]

/** What organisers look for: all, what nobody verified, what ends within sixty days, what statistics warn of. */
export const QUESTION_STATES = ['all', 'unverified', 'expiring', 'flagged'] as const

export type QuestionState = (typeof QUESTION_STATES)[number]

export interface QuestionRow {
  id: string
  version: number
  category: Category
  kind: QuestionKind
  stem: string
  verified: boolean
  /** Something of it is yet to be written, so that it cannot be used. */
  incomplete: boolean
  validTo: Day | null
  retired: boolean
  /** What statistics warn of: told in the list of what they warn of, empty elsewhere. */
  flags: ItemFlag[]
}

export interface QuestionVersion {
  version: number
  /** Null for those that came with the deployment. */
  at: Instant | null
  /** Nickname of who wrote it; empty where nobody is known. */
  by: string
  stem: string
}

/** Everything about a question: for organisers of the country alone. */
export interface BankQuestion {
  id: string
  version: number
  bank: LiveBank
  retired: boolean
  question: QuestionInput
  verifiedBy: string
  verifiedAt: Day | null
  /** Whether who asks may verify it: not what they wrote last themselves, unless they administrate. */
  mayVerify: boolean
  incomplete: boolean
  /** Newest first. */
  history: QuestionVersion[]
  /** What first attempts say about this version; null while nobody has met it in one. */
  statistics: ItemStatistics | null
}

/** Names the version on the screen, so that nobody changes what they have not seen. */
export const questionAtSchema = v.strictObject({ id: questionIdSchema, version: v.pipe(v.number(), v.integer()) })
