import readXlsxFile from 'read-excel-file/node'
import { MOST_ROWS, type Problem } from '../../../miniprogram/contract/question-files'
import { EXAMPLE, HEADINGS } from '../words'
import { FIELDS, type Field } from './fields'
import { nothingBut, problem, type RawQuestion, type ReadFile } from './raw-question'
import { fieldFromCell, kindFrom, positionsOf } from './xlsx-cells'
import { COLUMNS } from './xlsx-writer'
import { type Entries, entryText, repack } from './zip'

const REQUIRED = ['stem', 'option.1', 'option.2', 'key'] as const
const OPTIONS = COLUMNS.filter(column => column.startsWith('option.') && column !== 'option.ids')
const FIRST_SHEET = 'xl/worksheets/sheet1.xml'
const SHEET_FIELDS = FIELDS.filter(field => field !== 'kind')

/** Cells of one row by the key of their column. */
type Cells = Readonly<Partial<Record<string, string>>>

const DAY_LENGTH = 10

function cellText(cell: unknown): string {
  if (cell instanceof Date) return cell.toISOString().slice(0, DAY_LENGTH)
  const written = typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean'
  return (written ? String(cell) : '').replace(/\r\n?/g, '\n').trim()
}

/** Where which column stands; headings may carry a star or spaces. */
function columnsOf(head: readonly unknown[]): Map<string, number> {
  const headings = head.map(cell => cellText(cell).replace(/[*＊\s]/g, ''))
  const places = COLUMNS.map(column => [column, headings.indexOf(HEADINGS[column])] as const)
  return new Map(places.filter(([, at]) => at !== -1))
}

/** Cells that were made one: only the first of them says anything, so that the others would be read as empty. */
const mergedIn = (sheet: string): Problem[] =>
  Array.from(sheet.matchAll(/<mergeCell ref="([A-Z]+(\d+):[A-Z]+\d+)"/g), ([, range = '', row = '0']) =>
    problem('merged-cells', Number(row), range),
  )

function fieldsIn(cells: Cells): Partial<Record<Field, string>> {
  const filled = SHEET_FIELDS.filter(field => (cells[field] ?? '') !== '')
  return Object.fromEntries(filled.map(field => [field, fieldFromCell(field, cells[field] ?? '')]))
}

/** Up to the last one that is filled in; one left out before it is a mistake to be told. */
function optionsIn(cells: Cells): string[] {
  const texts = OPTIONS.map(column => cells[column] ?? '')
  const count = texts.reduce((last, text, at) => (text === '' ? last : at + 1), 0)
  return texts.slice(0, count)
}

function questionOf(cells: Cells, at: number): RawQuestion | Problem[] {
  const say = (column: string): string => cells[column] ?? ''
  const options = optionsIn(cells)
  const right = positionsOf(say('key'), options)
  const kind = kindFrom(say('kind'), options, right?.length ?? 0)
  const wrong = [
    ...(kind === null ? [problem('value-unknown', at, say('kind'), 'kind')] : []),
    ...(right === null && say('key') !== '' ? [problem('key-unknown', at, say('key'), 'key')] : []),
  ]
  if (kind === null || wrong.length > 0) return wrong
  const asked = options.map((text, place) => ({ text, right: right !== null && right.includes(place) }))
  const texts = { stem: say('stem'), why: say('why'), trap: say('trap') }
  return { at, kind, ...texts, options: asked, fields: fieldsIn(cells) }
}

function readRows(rows: readonly (readonly unknown[])[]): ReadFile {
  const columns = columnsOf(rows[0] ?? [])
  const missing = REQUIRED.filter(column => !columns.has(column))
  if (missing.length > 0) return nothingBut(...missing.map(column => problem('column-missing', 1, '', column)))
  const read: ReadFile = { questions: [], problems: [] }
  rows.slice(1).forEach((row, index) => {
    const cells: Cells = Object.fromEntries(Array.from(columns, ([column, at]) => [column, cellText(row[at])]))
    const isEmpty = Object.values(cells).every(text => text === '')
    if (isEmpty || cells['id'] === EXAMPLE) return
    const question = questionOf(cells, index + 2)
    if ('length' in question) read.problems.push(...question)
    else read.questions.push(question)
  })
  return read
}

/** The questions on the first sheet of a workbook. @param entries null where the file could not be unpacked */
export async function readXlsx(entries: Entries | null): Promise<ReadFile> {
  if (!entries?.['xl/workbook.xml']) return nothingBut(problem('file-unreadable', 0))
  const merged = mergedIn(entryText(entries[FIRST_SHEET]))
  if (merged.length > 0) return nothingBut(...merged)
  try {
    const [sheet] = await readXlsxFile(Buffer.from(repack(entries)))
    const rows = sheet?.data ?? []
    if (rows.length - 1 > MOST_ROWS) return nothingBut(problem('too-many-rows', 0, String(rows.length - 1)))
    return readRows(rows)
  } catch {
    return nothingBut(problem('file-unreadable', 0))
  }
}
