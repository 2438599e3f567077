/** What stands in the workbook that a person gets of their own data. */
export const PRACTICE_SHEET = {
  name: '练习记录',
  head: ['题目', '最近练过几次', '其中答错', '最后一次', '收藏'],
} as const

export const STARRED = '是'
