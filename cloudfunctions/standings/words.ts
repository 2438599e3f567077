/** What stands in the workbook that a person gets of their own data. */
export const STANDINGS_SHEET = {
  name: '竞答排名',
  head: ['轮次', '最好成绩', '用时（秒）', '计入次数', '计入的单位', '计入的地区', '榜上显示昵称'],
} as const

export const SUSPICIONS_SHEET = {
  name: '请组织者看过的答卷',
  head: ['轮次', '日期', '第几次', '得分', '用时（秒）', '组织者决定的时间', '决定', '说明'],
} as const

export const VERDICT_WORDS = { counts: '照常计入', 'set-aside': '不计入排名' } as const

export const [YES, NO] = ['是', '否']
