import * as v from 'valibot'
import {
  type BankQuestion,
  LIVE_BANKS,
  QUESTION_STATES,
  type QuestionRow,
  questionAtSchema,
  questionInputSchema,
} from './bank-questions'
import { type DataFile, fileSchema } from './files'
import { reasonSchema } from './inputs'
import { cursorSchema, type Paged } from './paging'
import { formatSchema, type Problem } from './question-files'
import { PICTURE_FAULTS } from './question-pictures'
import { categorySchema, questionIdSchema } from './questions'
import { questionReports } from './question-reports'
import { roundEditing } from './rounds'
import { domain, procedure, returns } from './rpc'

export interface ImportPreview {
  /** How many questions the file has. */
  total: number
  added: number
  /** New versions of questions that are there. */
  changed: number
  unchanged: number
  /** Added without source or explanation: they lie among the retired ones until somebody has written it. */
  incomplete: number
  /** The first ones; where there is any, nothing can be imported. */
  problems: Problem[]
  problemCount: number
  first: QuestionRow[]
}

/** An import goes on call by call; nothing of it is in use before `done`, everything after. */
export interface ImportProgress {
  done: boolean
  written: number
  total: number
}

const organiser = { role: 'organiser', scope: 'region' } as const
const retired = v.picklist([...LIVE_BANKS, 'retired'])

const importSchema = v.strictObject({
  file: fileSchema,
  /** For questions that name none; null where each has to. */
  category: v.nullable(categorySchema),
  /** Where new ones go. */
  bank: v.picklist(LIVE_BANKS),
})

/** The bank of questions, for organisers of the country. */
const questionBank = {
  /** In the order of their ids. A search, and the list of what statistics warn of, may answer fewer than a page has and still go on. */
  listQuestions: procedure('bank.listQuestions', {
    kind: 'read',
    ...organiser,
    input: v.strictObject({
      bank: retired,
      category: v.nullable(categorySchema),
      state: v.picklist(QUESTION_STATES),
      search: v.pipe(v.string(), v.trim(), v.maxLength(40)),
      after: cursorSchema,
    }),
    output: returns<Paged<QuestionRow>>(),
    errors: ['out-of-scope'],
    cost: { reads: 3, writes: 0, cold: 0 },
  }),
  getQuestion: procedure('bank.getQuestion', {
    kind: 'read',
    ...organiser,
    input: v.strictObject({ id: questionIdSchema }),
    output: returns<BankQuestion>(),
    errors: ['out-of-scope', 'question-unknown'],
    // Who asks, the versions, their statistics and a ruling on these; and who wrote them, where an organiser did.
    cost: { reads: 5, writes: 0, cold: 0 },
  }),
  /** Writes a new version, unverified; attempts keep theirs. Without `at` it is a new question. */
  saveQuestion: procedure('bank.saveQuestion', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({
      at: v.nullable(questionAtSchema),
      bank: v.picklist(LIVE_BANKS),
      question: questionInputSchema,
    }),
    output: returns<{ id: string; version: number }>(),
    errors: [
      ...['out-of-scope', 'question-unknown', 'question-changed', 'question-incomplete', 'busy'],
      ...['file-not-yours', 'picture-credit-missing', 'picture-refused', ...PICTURE_FAULTS],
    ] as const,
    cost: { reads: 5, writes: 4, cold: 0 },
  }),
  retireQuestion: procedure('bank.retireQuestion', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({ ...questionAtSchema.entries, reason: reasonSchema }),
    output: returns<null>(),
    errors: ['out-of-scope', 'question-unknown', 'question-changed', 'busy'],
    cost: { reads: 4, writes: 3, cold: 0 },
  }),
  restoreQuestion: procedure('bank.restoreQuestion', {
    kind: 'write',
    ...organiser,
    input: questionAtSchema,
    output: returns<null>(),
    errors: ['out-of-scope', 'question-unknown', 'question-changed', 'question-incomplete', 'busy'],
    cost: { reads: 4, writes: 3, cold: 0 },
  }),
  /** From the contest to practice, for good: what was open to everybody is never sealed again. */
  moveQuestion: procedure('bank.moveQuestion', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({ ...questionAtSchema.entries, to: v.picklist(LIVE_BANKS) }),
    output: returns<null>(),
    errors: ['out-of-scope', 'question-unknown', 'question-changed', 'question-open', 'busy'],
    cost: { reads: 4, writes: 3, cold: 0 },
  }),
  /** Says that who asks has compared it with its source. */
  verifyQuestion: procedure('bank.verifyQuestion', {
    kind: 'write',
    ...organiser,
    input: questionAtSchema,
    output: returns<null>(),
    errors: ['out-of-scope', 'question-unknown', 'question-changed', 'question-own', 'question-incomplete', 'busy'],
    cost: { reads: 5, writes: 3, cold: 0 },
  }),

  /** An empty sheet to write questions into. */
  makeTemplate: procedure('bank.makeTemplate', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({}),
    output: returns<DataFile>(),
    errors: ['out-of-scope'],
    cost: { reads: 1, writes: 1, cold: 0 },
  }),
  /** All questions of a bank, or of one category of it, in a format; audited, since it holds keys. */
  exportQuestions: procedure('bank.exportQuestions', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({ format: formatSchema, bank: retired, category: v.nullable(categorySchema) }),
    output: returns<DataFile>(),
    errors: ['out-of-scope', 'too-many-rows', 'busy'],
    cost: { reads: 8, writes: 3, cold: 0 },
  }),
  /** What an import would do, and everything that is wrong with the file. */
  previewImport: procedure('bank.previewImport', {
    kind: 'read',
    ...organiser,
    input: importSchema,
    output: returns<ImportPreview>(),
    errors: ['out-of-scope', 'file-not-yours'],
    cost: { reads: 40, writes: 0, cold: 0 },
  }),
  /**
   * Imports a file, five hundred questions a call: asked again with the same file and choices until it is done, it goes
   * on where it stopped.
   */
  importQuestions: procedure('bank.importQuestions', {
    kind: 'write',
    ...organiser,
    input: importSchema,
    output: returns<ImportProgress>(),
    errors: ['out-of-scope', 'file-not-yours', 'import-wrong', 'picture-refused', 'question-changed', 'busy'],
    cost: { reads: 45, writes: 600, cold: 0 },
  }),
}

/** What organisers do with questions and rounds, and players with what they find wrong. */
export const bank = domain('bank', { ...questionBank, ...roundEditing, ...questionReports })
