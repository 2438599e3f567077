import { randomUUID } from 'node:crypto'
import type { bank as contract } from '../../miniprogram/contract/bank'
import { MOST_ROWS } from '../../miniprogram/contract/question-files'
import { COUNTRY } from '../../miniprogram/contract/regions'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { passOn } from '../platform/passing-files'
import { mustOrganise } from '../platform/reach'
import { inTransaction } from '../platform/transaction'
import { organisedQuestions, type Question, type QuestionFilter } from '../quiz/api'
import { ENDINGS, writeQuestions } from './formats/question-files'
import { writeTemplate } from './formats/xlsx-writer'
import { picturesFor } from './pictures/export-pictures'

export const makeTemplate: Handler<typeof contract.makeTemplate> = async (_input, context) => {
  mustOrganise(context, COUNTRY)
  return passOn(`exports/${randomUUID()}/questions-template.xlsx`, await writeTemplate(), context.now)
}

async function allOf(filter: QuestionFilter): Promise<Question[]> {
  const all: Question[] = []
  let last: string | null = null
  do {
    const portion = await organisedQuestions.list(filter, last)
    all.push(...portion)
    last = portion.length === organisedQuestions.portion ? (portion.at(-1)?._id ?? null) : null
  } while (last !== null && all.length <= MOST_ROWS)
  return all
}

/** The record comes before the file: no key leaves without it. */
export const exportQuestions: Handler<typeof contract.exportQuestions> = async (
  { format, bank, category },
  context,
) => {
  mustOrganise(context, COUNTRY)
  const questions = await allOf({ bank, category, unverified: false, endsBy: null })
  if (questions.length > MOST_ROWS) throw context.refusal('too-many-rows', { rows: questions.length, most: MOST_ROWS })
  const facts = { rows: questions.length, bank, format }
  const act = { action: 'bank.exportQuestions', region: COUNTRY, subject: bank, facts }
  await inTransaction(context, transaction => audit(transaction, context, act))
  const name = `questions-${bank}-${format}.${ENDINGS[format]}`
  const bytes = await writeQuestions(format, questions, await picturesFor(format, questions))
  return passOn(`exports/${randomUUID()}/${name}`, bytes, context.now)
}
