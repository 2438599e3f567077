/** What stands in the workbook that a person gets of their own data. */
export const ATTEMPTS_SHEET = {
  name: '竞答记录',
  head: ['轮次', '日期', '第几次', '开始时间', '交卷时间', '得分', '用时（秒）', '所选选项', '题目'],
} as const
