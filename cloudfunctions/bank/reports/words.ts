import type { ReportKind } from '../../../miniprogram/contract/question-reports'

/** What stands in the workbook that a person gets of their own data. */
export const REPORTS_SHEET = { name: '题目报错', head: ['题目', '问题', '说明', '时间'] } as const

export const KIND_WORDS: Record<ReportKind, string> = {
  'key-wrong': '答案不对',
  'out-of-date': '内容过时',
  'unclear-stem': '题意不清',
  typo: '有错别字',
  other: '其他',
}
