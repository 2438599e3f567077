import { questionReports } from './repository/question-reports'

// What other domains may use of this one.
export { dataOf, forget } from './reports/personal-data'

/** Shows the words of a report that an organiser has let pass, or drops them. Told again it does nothing. */
export async function textDecided(report: string, passes: boolean): Promise<void> {
  await questionReports.decideText(report, passes)
}
