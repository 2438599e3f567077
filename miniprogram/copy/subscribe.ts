import type { Agreement } from '../services/subscribe'

/** What a person's answer to the platform's question comes to, in words; of an agreement the reminder itself speaks. */
export const agreementWords: Record<Exclude<Agreement, 'accepted'>, string> = {
  rejected: '没有设提醒。想要的时候再点一次就好。',
  banned: '这类提醒被微信停用了，请留意日程页。',
  'switched-off': '你关掉了服务通知。在右上角菜单的“设置”里打开“通知管理”，再点一次。',
  'tap-again': '刚才没有准备好，请再点一次。',
  unavailable: '这里还没有开通提醒，可以先加入手机日历。',
}

export const scoreMessageWords = {
  offer: '成绩有变动时告诉我',
  offerNote: '题目更正后发一条微信消息',
  agreed: '好，成绩有变动会告诉你',
  rejected: '没有设。成绩有变动时，“我的”里也会写明。',
  banned: '这类消息被微信停用了。成绩有变动时，“我的”里会写明。',
}
