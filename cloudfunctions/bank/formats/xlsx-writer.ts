import { type Sheet, workbook } from '../../platform/workbook'
import type { WrittenQuestion } from '../../quiz/api'
import { EXAMPLE_ROW, HEADINGS, QUESTIONS_SHEET, VALUE_NOTES, VALUES_HEAD, VALUES_SHEET } from '../words'
import { fieldList, fieldsOf } from './fields'
import { cellFromField, kindText, lettersOf } from './xlsx-cells'

type Column = keyof typeof HEADINGS

const isColumn = (text: string): text is Column => text in HEADINGS

export const COLUMNS: readonly Column[] = Object.keys(HEADINGS).filter(isColumn)

const HEAD = COLUMNS.map(column => HEADINGS[column])

function cellsOf(question: WrittenQuestion): Partial<Record<string, string>> {
  const { kind, stem, options, key, explanation } = question
  const cells: Partial<Record<string, string>> = {}
  options.forEach(({ text }, at) => (cells[`option.${at + 1}`] = text))
  for (const [field, text] of fieldList(fieldsOf(question))) cells[field] = cellFromField(field, text)
  const letters = lettersOf(options.map(({ id }) => key.includes(id)))
  return { ...cells, kind: kindText(kind), stem, key: letters, ...explanation }
}

const rowOf = (cells: Partial<Record<string, string>>): string[] => COLUMNS.map(column => cells[column] ?? '')

const valuesSheet: Sheet = {
  name: VALUES_SHEET,
  head: VALUES_HEAD,
  rows: VALUE_NOTES.map(([column, values, note]) => [HEADINGS[column], values, note]),
}

/** Questions as a workbook, and beside them what may be written where. */
export const writeXlsx = (questions: readonly WrittenQuestion[]): Promise<Buffer> =>
  workbook([{ name: QUESTIONS_SHEET, head: HEAD, rows: questions.map(cellsOf).map(rowOf) }, valuesSheet])

/** The empty sheet to write questions into, with a row that shows how. */
export const writeTemplate = (): Promise<Buffer> =>
  workbook([{ name: QUESTIONS_SHEET, head: HEAD, rows: [rowOf(EXAMPLE_ROW)] }, valuesSheet])
