import { regionName } from '../contract/region-names'
import type { LiveBoard, Participation } from '../contract/standings'
import { beijing, type Instant, startOfDay } from '../contract/time'
import { wayWords } from './desk'
import { monthDay } from './moments'
import type { Stat } from './quiz'

export const deskBoardWords = {
  title: '竞答参与情况',
  days: '每天的答卷',
  daysName: '每天交上的答卷',
  hours: '按小时',
  hoursName: '这一天各小时交上的答卷',
  sheets: '份',
  below: '各地',
  suspicions: wayWords.suspicions.title,
  suspicionsNote: wayWords.suspicions.note,
  none: '这一轮还没有人交卷。',
  closed: '现在没有开放的竞答。',
}

/** `山西省 · 截至 9 月 18 日 19:35` */
export const boardLine = (region: string, asOf: Instant | null): string =>
  [regionName(region), ...(asOf === null ? [] : [`截至 ${beijing(asOf).format('M 月 D 日 HH:mm')}`])].join(' · ')

export const boardStats = ({ players, attempts, mean }: LiveBoard): Stat[] => [
  { value: String(players), label: '人参加' },
  { value: String(attempts), label: '份答卷' },
  { value: String(mean), label: '平均分' },
]

/** `120 人 · 均分 72.1` */
export const participationText = ({ players, mean }: Participation): string => `${players} 人 · 均分 ${mean}`

/** `还没有人参加：天津市、河北省`; empty where people take part everywhere. */
export const withoutText = (names: readonly string[]): string =>
  names.length === 0 ? '' : `还没有人参加：${names.join('、')}`

export const hoursTitle = (day: `${number}-${number}-${number}`): string => `${monthDay(startOfDay(day))}，按小时`
