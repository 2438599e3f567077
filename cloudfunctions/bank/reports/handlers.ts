import type { questionReports } from '../../../miniprogram/contract/question-reports'
import type { Handlers } from '../../platform/context'
import { listOwnReports, listReports } from './lists'
import { reportQuestion } from './report-question'
import { rule } from './rule'
import { getReportedQuestion } from './ruling-case'

export const reportHandlers: Handlers<typeof questionReports> = {
  reportQuestion,
  listOwnReports,
  listReports,
  getReportedQuestion,
  rule,
}
