import * as v from 'valibot'
import { cursorSchema, type Paged } from './paging'
import type { Category, Explanation, Picture, QuestionKind, Source } from './questions'
import { procedure, returns } from './rpc'
import { type Instant } from './time'

/** What a player may say is wrong with a question. */
export const REPORT_KINDS = ['key-wrong', 'out-of-date', 'unclear-stem', 'typo', 'other'] as const

export type ReportKind = (typeof REPORT_KINDS)[number]

export const VERDICTS = ['stands', 'corrected', 'retired'] as const

export type Verdict = (typeof VERDICTS)[number]

/** What becomes of scores: they stay, everybody's answer counts as right, or the answers are held against another key. */
export const SCORINGS = ['keep', 'all-right', 'new-key'] as const

export type Scoring = (typeof SCORINGS)[number]

/** One version of one question, such as `air-12@3`. */
const questionVersionSchema = v.pipe(v.string(), v.regex(/^[a-z]+-\d{2,4}@\d{1,4}$/))

const REPORT_TEXT_LIMIT = 200
export const RULING_NOTE_LIMIT = 200

const whichSchema = v.union([
  /** The question with this number, from 1, of an attempt of one's own. */
  v.strictObject({
    ticket: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100)),
  }),
  /** A question of the practice bank. */
  v.strictObject({ question: questionVersionSchema }),
])

export const reportReasonSchema = v.object({
  kind: v.picklist(REPORT_KINDS),
  text: v.pipe(v.string(), v.trim(), v.maxLength(REPORT_TEXT_LIMIT)),
})

/** What was decided about a version, as everybody concerned may read it. */
export interface Ruling {
  verdict: Verdict
  scoring: Scoring
  note: string
  at: Instant
}

/** A report as its author sees it again. */
export interface OwnReport {
  question: string
  stem: string
  kind: ReportKind
  /** Their own words; empty where there are none, or where they were refused. */
  text: string
  at: Instant
  /** Null while nobody has ruled. */
  ruling: Ruling | null
}

export type ReportCounts = Record<ReportKind, number>

/** A version that players have complained about. */
export interface ReportedQuestion {
  question: string
  category: Category
  stem: string
  /** Since the last ruling. */
  count: number
  kinds: ReportCounts
  lastAt: Instant
}

export interface RulingProgress extends Ruling {
  /** Attempts that hold the question: scored under the ruling, and still to be. */
  scored: number
  left: number
  /** Whether nothing more can come. */
  done: boolean
}

/** All that a ruling rests on. */
export interface RulingCase {
  question: string
  category: Category
  kind: QuestionKind
  stem: string
  picture: Picture | null
  options: { id: string; text: string }[]
  key: string[]
  explanation: Explanation
  source: Source
  /** Whether this version is still asked; a superseded one can only be scored anew. */
  current: boolean
  kinds: ReportCounts
  /** The latest words of players, newest first. */
  words: { kind: ReportKind; text: string; at: Instant }[]
  /** How many rulings there are; a new one names the number it was made from. */
  rulings: number
  ruling: RulingProgress | null
}

const wordsSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500))
const optionIdSchema = v.pipe(v.string(), v.minLength(1), v.maxLength(10))

/** The words of the next version. */
export const correctionSchema = v.strictObject({
  stem: wordsSchema,
  options: v.pipe(v.array(v.strictObject({ id: optionIdSchema, text: wordsSchema })), v.minLength(2), v.maxLength(6)),
  why: wordsSchema,
  trap: wordsSchema,
})

export type Correction = v.InferOutput<typeof correctionSchema>

export const rulingNoteSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(RULING_NOTE_LIMIT))

const rulingSchema = v.strictObject({
  question: questionVersionSchema,
  /** `rulings` of the case that the decision was made from. */
  after: v.pipe(v.number(), v.integer(), v.minValue(0)),
  verdict: v.picklist(VERDICTS),
  scoring: v.picklist(SCORINGS),
  /** Option ids: what the next version, and with `new-key` the attempts, are scored by. Null where the key is right. */
  newKey: v.nullable(v.pipe(v.array(optionIdSchema), v.minLength(1), v.maxLength(6))),
  /** Null where the words are right. */
  correction: v.nullable(correctionSchema),
  note: rulingNoteSchema,
})

export type RulingInput = v.InferOutput<typeof rulingSchema>

/** What players report about questions and what is decided about it: a part of the domain `bank`. */
export const questionReports = {
  /** Says that a question is wrong: one of an own submitted attempt, or one of practice. Once a person and version. */
  reportQuestion: procedure('bank.reportQuestion', {
    kind: 'write',
    role: 'public',
    scope: 'self',
    input: v.strictObject({ which: whichSchema, ...reportReasonSchema.entries }),
    output: returns<null>(),
    errors: [
      'attempt-unknown',
      'attempt-not-yours',
      'attempt-still-open',
      'attempt-expired',
      'question-unknown',
      'already-reported',
      'text-refused',
      'busy',
    ],
    cost: { reads: 3, writes: 3, cold: 0 },
  }),

  /** One's own latest reports, newest first, at most fifty, each with what was ruled. */
  listOwnReports: procedure('bank.listOwnReports', {
    kind: 'read',
    role: 'public',
    scope: 'self',
    input: v.strictObject({}),
    output: returns<OwnReport[]>(),
    errors: [],
    cost: { reads: 4, writes: 0, cold: 0 },
  }),

  /** Versions with reports: those nobody has ruled on since, the most reported first; or those ruled on. */
  listReports: procedure('bank.listReports', {
    kind: 'read',
    role: 'organiser',
    scope: 'region',
    input: v.strictObject({ show: v.picklist(['waiting', 'ruled']), after: cursorSchema }),
    output: returns<Paged<ReportedQuestion>>(),
    errors: ['out-of-scope'],
    cost: { reads: 3, writes: 0, cold: 0 },
  }),

  getReportedQuestion: procedure('bank.getReportedQuestion', {
    kind: 'read',
    role: 'organiser',
    scope: 'region',
    input: v.strictObject({ question: questionVersionSchema }),
    output: returns<RulingCase>(),
    errors: ['out-of-scope', 'report-unknown'],
    cost: { reads: 7, writes: 0, cold: 0 },
  }),

  /** Decides on a version: whether it stands, is replaced or goes, and how the attempts that hold it are scored. */
  rule: procedure('bank.rule', {
    kind: 'write',
    role: 'organiser',
    scope: 'region',
    input: rulingSchema,
    output: returns<null>(),
    errors: ['out-of-scope', 'report-unknown', 'question-changed', 'already-decided', 'busy'],
    cost: { reads: 6, writes: 7, cold: 0 },
  }),
}
