import type { Activity } from '../../miniprogram/contract/activities'
import type { ReminderKind } from '../../miniprogram/contract/notices'
import { beijing, type Instant, MINUTE } from '../../miniprogram/contract/time'

/** What the platform takes in a `thing` field. */
const THING_LIMIT = 20

const thing = (text: string): string => {
  const characters = Array.from(text)
  return characters.length <= THING_LIMIT ? text : `${characters.slice(0, THING_LIMIT - 1).join('')}…`
}

export const momentText = (at: Instant): string => beijing(at).format('YYYY年M月D日 HH:mm')

/** Fields of the deployment's template: the activity, its moment, what to know. */
export const reminderFields = (activity: Activity, kind: ReminderKind, now: Instant): Record<string, string> =>
  kind === 'activity-opens' && now < activity.closesAt
    ? { thing1: thing(activity.name), time2: momentText(activity.opensAt), thing3: '活动已经开放，点开看怎么参加' }
    : {
        thing1: thing(activity.name),
        time2: momentText(activity.closesAt - MINUTE),
        thing3: '活动即将截止，请及时参加',
      }

/** Fields of the deployment's template: the round, the score that was told before, the one that counts, why. */
export const scoreFields = (round: string, from: number, score: number): Record<string, string> => ({
  thing1: thing(round),
  number2: String(from),
  number3: String(score),
  thing4: '有题目经核查更正，点开看说明',
})

export const AGREEMENTS_SHEET = {
  name: '消息提醒',
  head: ['用途', '年度', '活动', '提醒什么', '时间', '状态'],
} as const

export const PURPOSE_WORDS = { activity: '活动提醒', liaison: '联络员提醒', score: '成绩变动' } as const

export const KIND_WORDS = { 'activity-opens': '开放当天', 'activity-closes': '最后一天的前一天', '': '' } as const

export const STATE_WORDS = {
  waiting: '等待发送',
  due: '即将发送',
  sending: '发送时中断',
  sent: '已发送',
  refused: '没有授权，未发送',
  missed: '已过时，未发送',
} as const
