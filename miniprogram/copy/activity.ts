import type { WindowChange } from '../contract/activities'
import type { ReminderKind } from '../contract/notices'
import { beijing, DAY, daysUntil, type Instant, MINUTE, phaseOf, type Window } from '../contract/time'
import { monthDay, windowText } from './moments'

export const activityWords = {
  when: '时间',
  left: '还有多久',
  theme: '主题',
  audience: '谁能参加',
  host: '承办单位',
  steps: '怎么参加',
  requirements: '有什么要求',
  attachments: '附件',
  attachmentNote: '点一下复制网址，在浏览器里打开',
  contact: '联系',
  contactNote: '点一下就能复制',
  quiz: '去竞答',
  missing: '没有找到这项活动，它可能换了年份。',
  home: '回首页',
  remember: '别错过',
  phoneCalendar: '加入手机日历',
  phoneCalendarNote: '记在你自己手机的日历里',
  file: '存成日历文件',
  fileNote: '一个 .ics 文件，电脑日历也能打开',
  archived: '这是往年的活动，时间以原通知为准。',
  fresh: '刚更新',
  reminderSet: '已设好',
}

const HOUR = 60 * MINUTE

function lengthText(left: number): string {
  const days = Math.floor(left / DAY)
  const hours = Math.floor((left % DAY) / HOUR)
  const minutes = Math.ceil((left % HOUR) / MINUTE)
  if (days > 0) return hours > 0 ? `${days} 天 ${hours} 小时` : `${days} 天`
  return hours > 0 ? `${hours} 小时` : `${minutes} 分钟`
}

/** How long there is left, in words; nothing for what is over. */
export function countdownText(window: Window, now: Instant): string {
  const phase = phaseOf(window, now)
  if (phase === 'closed') return ''
  if (phase === 'open') return `${lengthText(window.closesAt - now)}后截止`
  const days = daysUntil(window.opensAt, now)
  return days > 0 ? `${days} 天后开始` : `今天 ${beijing(window.opensAt).format('HH:mm')} 开始`
}

/** How long a change of a window counts as news. */
const FRESH = 2 * DAY

export const isFresh = (changed: WindowChange | null, now: Instant): boolean =>
  changed !== null && now - changed.at < FRESH

/** `刚更新：5 月 15 日 — 10 月 31 日` */
export const freshText = (window: Window): string => `${activityWords.fresh}：${windowText(window)}`

export const changeTitle = ({ at }: WindowChange, now: Instant): string =>
  now - at < FRESH ? `时间刚更新（${monthDay(at)}）` : `时间改过（${monthDay(at)}）`

export const changeText = ({ before, reason }: WindowChange): string =>
  `原来是 ${windowText(before)}。原因：${reason.replace(/[。．.]+$/, '')}。`

const REMIND: Record<ReminderKind, string> = {
  'activity-opens': '开始时提醒我',
  'activity-closes': '截止前提醒我',
}

export const remindTitle = (kind: ReminderKind): string => REMIND[kind]
export const remindNote = (at: Instant): string => `${monthDay(at)}发一条微信通知，只发一次`
export const remindedText = (at: Instant): string => `${monthDay(at)}会在微信里提醒你`
