import type { Activity } from '../../miniprogram/contract/activities'
import type { Edition } from '../../miniprogram/contract/editions'
import { beijing, MINUTE, type Instant, type Window } from '../../miniprogram/contract/time'

const moment = (at: Instant): string => beijing(at).format('YYYY年M月D日 HH:mm')

const windowText = ({ opensAt, closesAt }: Window): string =>
  `${moment(opensAt)} 开放，${moment(closesAt - MINUTE)} 截止（北京时间）`

const labelled = (label: string, text: string): string[] => (text === '' ? [] : [`${label}：${text}`])

const listed = (label: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [`${label}：`, ...lines.map((line, at) => `${at + 1}. ${line}`)]

/** What an activity's entry in a calendar says. */
export const activityText = (activity: Activity): string =>
  [
    windowText(activity),
    ...(activity.changed
      ? [`时间有调整：${activity.changed.reason}。原为 ${windowText(activity.changed.before)}`]
      : []),
    ...labelled('主题', activity.theme),
    ...labelled('承办', activity.unit?.name ?? ''),
    ...labelled('面向', activity.audience),
    ...listed('参加方式', activity.steps),
    ...listed('要求', activity.requirements),
    ...activity.attachments.flatMap(({ name, url }) => labelled(name, url)),
    ...labelled('联系', activity.contact),
  ].join('\n')

export const calendarTitle = ({ title, year }: Edition): string => `${title}${year}`

/** A name that every file system takes. */
export const calendarFile = ({ year }: Edition, item: { name: string } | null): string =>
  `云科普${year}${item ? `-${item.name.replace(/[\\/:*?"<>|\s\p{C}]/gu, '')}` : ''}.ics`

export const dayText = (note: string, audience: string): string =>
  [note, ...labelled('面向', audience)].filter(line => line !== '').join('\n')
