import type { Deletion } from '../../miniprogram/contract/people'
import type { Sheet } from '../platform/workbook'
import * as reports from './reports/personal-data'
import { questionReports } from './repository/question-reports'
import * as verifications from './verifications-by-person'

// What other domains may use of this one.

export const dataOf = async (person: string): Promise<Sheet[]> => [
  ...(await reports.dataOf(person)),
  ...(await verifications.dataOf(person)),
]

export async function forget(person: string): Promise<Deletion> {
  const parts = [await reports.forget(person), await verifications.forget(person)]
  return { deleted: parts.flatMap(({ deleted }) => deleted), kept: parts.flatMap(({ kept }) => kept) }
}

/** Shows the words of a report that an organiser has let pass, or drops them. Told again it does nothing. */
export async function textDecided(report: string, passes: boolean): Promise<void> {
  await questionReports.decideText(report, passes)
}
