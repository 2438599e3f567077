import type { ReminderKind } from '../contract/notices'
import { regionName } from '../contract/region-names'
import type { RegionCode } from '../contract/regions'
import { beijing, type Instant } from '../contract/time'
import { clockTime, monthDay } from './moments'

export const noticesWords = {
  title: '通知',
  none: '还没有通知，有了会出现在这里。',
  withdrawn: '已撤回',
  missing: '没有找到这条通知，它可能比较久了，或者来自别的地区。',
  all: '看全部通知',
}

export const forYou = (region: RegionCode | null): string =>
  region === null ? '全国的通知。在“我的”里选好地区，就能看到当地的。' : `从全国到${regionName(region)}的通知`

export const remindersWords = {
  title: '我的提醒',
  note: '每个提醒只发一次微信服务通知，不会多发。',
  none: '活动页里点“提醒我”，这里就有了。',
  goSchedule: '去看日程',
  forget: '不再提醒这件事？',
  forgetNote: '到时候不会再发通知，想要的话可以重新设。',
  yes: '不再提醒',
  no: '留着',
  forgotten: '已取消这个提醒',
}

const REMINDER: Record<ReminderKind, string> = { 'activity-opens': '开始', 'activity-closes': '快要截止' }

export const reminderTitle = (name: string, kind: ReminderKind): string => `${name} · ${REMINDER[kind]}`
export const reminderNote = (at: Instant): string => `${monthDay(at)} ${beijing(at).format('HH:mm')} 发送`

/** `山西省 · 9 月 12 日` */
export const noticeSource = (region: RegionCode, at: Instant): string => `${regionName(region)} · ${monthDay(at)}`
export const noticeTime = (region: RegionCode, at: Instant): string =>
  `${regionName(region)} · ${monthDay(at)} ${clockTime(at).slice(0, 5)}`
export const forwardedFrom = (region: RegionCode): string => `转发${regionName(region)}的通知`
export const withdrawnText = (reason: string): string => `这条通知已经撤回。原因：${reason}`
