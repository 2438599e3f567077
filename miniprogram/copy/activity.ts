export const activityWords = {
  when: '时间',
  theme: '主题',
  audience: '谁能参加',
  steps: '怎么参加',
  contact: '联系',
  contactNote: '点一下就能复制邮箱',
  quiz: '去竞答',
  missing: '没有找到这项活动，它可能换了年份。',
  home: '回首页',
}
