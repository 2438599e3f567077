import type { Deletion } from '../../../miniprogram/contract/people'
import { beijing } from '../../../miniprogram/contract/time'
import type { Sheet } from '../../platform/workbook'
import { questionReports } from '../repository/question-reports'
import { KIND_WORDS, REPORTS_SHEET } from './words'

/** A person's latest reports. One read. */
export async function dataOf(person: string): Promise<Sheet[]> {
  const rows = (await questionReports.latestOf(person)).map(({ question, kind, text, at }) => [
    question,
    KIND_WORDS[kind],
    text,
    beijing(at).format('YYYY-MM-DD HH:mm:ss'),
  ])
  return [{ ...REPORTS_SHEET, rows }]
}

/** What stays is how many reported what: it names nobody. One write; can be asked again. */
export async function forget(person: string): Promise<Deletion> {
  await questionReports.forget(person)
  return { deleted: ['question-reports'], kept: [] }
}
