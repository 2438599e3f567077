import { beijing, daysUntil, type Instant, phaseOf, type Window } from '../contract/time'

/** `9 月 22 日` */
export const monthDay = (at: Instant): string => beijing(at).format('M 月 D 日')

/** `19:35:20` */
export const clockTime = (at: Instant): string => beijing(at).format('HH:mm:ss')

/** A close at midnight belongs, for people, to the day before. */
const lastDay = (closesAt: Instant): Instant => closesAt - 1

/** `4 月 22 日 — 10 月 31 日` */
export const windowText = ({ opensAt, closesAt }: Window): string =>
  `${monthDay(opensAt)} — ${monthDay(lastDay(closesAt))}`

const SOON = 7

export interface Remaining {
  text: string
  /** How the tag looks: `calm` while there is time, `soon` in the last week, `last` on the last day. */
  tone: 'calm' | 'soon' | 'last' | 'over'
}

/** How long something stays open, or when it opens, in as few words as fit in a tag. */
export function remaining(window: Window, now: Instant): Remaining {
  const phase = phaseOf(window, now)
  if (phase === 'upcoming') return { text: `${monthDay(window.opensAt)}开始`, tone: 'calm' }
  if (phase === 'closed') return { text: '已结束', tone: 'over' }
  const days = daysUntil(lastDay(window.closesAt), now)
  if (days === 0) return { text: '今天截止', tone: 'last' }
  return days <= SOON
    ? { text: `还剩 ${days} 天`, tone: 'soon' }
    : { text: `${monthDay(lastDay(window.closesAt))}止`, tone: 'calm' }
}

/** `2 分 18 秒` */
export function durationText(seconds: number): string {
  const minutes = Math.floor(seconds / 60)
  return minutes === 0 ? `${seconds} 秒` : `${minutes} 分 ${seconds % 60} 秒`
}

/** `01:42` */
export function clockText(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  return `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`
}

const GREETINGS: readonly (readonly [fromHour: number, greeting: string])[] = [
  [5, '早上好'],
  [9, '上午好'],
  [12, '中午好'],
  [14, '下午好'],
  [18, '晚上好'],
  [23, '夜深了'],
]

/** By Beijing's hour; before five in the morning it is still night. */
export function greeting(now: Instant): string {
  const hour = beijing(now).hour()
  return [...GREETINGS].reverse().find(([from]) => hour >= from)?.[1] ?? '夜深了'
}

/** `2026 年 9 月 18 日` */
export const fullDate = (at: Instant): string => beijing(at).format('YYYY 年 M 月 D 日')
