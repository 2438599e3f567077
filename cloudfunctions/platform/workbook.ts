import writeXlsxFile, { type Cell } from 'write-excel-file/node'

export interface Sheet {
  name: string
  head: readonly string[]
  rows: readonly (readonly (string | number)[])[]
}

const headCell = (value: string): Cell => ({ value, type: String, fontWeight: 'bold' })

/** Texts stay texts: what begins like a formula is none, and a phone number keeps its zeros. */
const cell = (value: string | number): Cell =>
  typeof value === 'number' ? { value, type: Number } : { value, type: String }

/** The bytes of an .xlsx workbook. */
export const workbook = (sheets: readonly Sheet[]): Promise<Buffer> =>
  writeXlsxFile(
    sheets.map(({ name, head, rows }) => ({
      sheet: name,
      data: [head.map(headCell), ...rows.map(row => row.map(cell))],
      stickyRowsCount: 1,
    })),
  ).toBuffer()
