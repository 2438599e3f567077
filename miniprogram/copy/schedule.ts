import { beijing, daysUntil, type Instant, phaseOf, type Window } from '../contract/time'
import { monthDay } from './moments'

export const scheduleWords = {
  placeholder: '找活动和日子',
  sorts: '类别',
  stretches: '时间',
  regions: '地区',
  all: '全部',
  open: '正在进行',
  activity: '活动',
  'theme-day': '主题日',
  duty: '单位要做的',
  notice: '通知',
  ahead: '接下来',
  wholeYear: '全年',
  everywhere: '全部地区',
  units: '承办单位',
  byUnit: '按承办单位筛选',
  everyUnit: '全部单位',
  nothing: '没有找到，换几个字或换个条件试试。',
  showAll: '看全年',
  keep: '存一份',
  calendar: '全年日程存进日历',
  calendarNote: '做成一个日历文件（.ics），手机和电脑的日历都能打开',
  years: '往年',
  addDay: '加入手机日历',
  dayFile: '存成日历文件',
  shareTitle: '生态环境“云科普”全年日程：什么时候能参加什么',
}

export const archiveWords = {
  note: '这一年的活动已经结束。时间以原通知为准。',
  activities: '活动',
  days: '日子',
  back: '看今年的日程',
}

export const archiveTitle = (year: number): string => `${year} 年的云科普`
export const scheduleTitle = (year: number): string => `${year} 年日程`
export const yearRow = (year: number): string => `${year} 年`
export const YEAR_NOTE = '已经结束，可以查看'

const WEEKDAYS: readonly string[] = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

export const weekday = (at: Instant): string => WEEKDAYS[beijing(at).day()] ?? ''
export const dayNumber = (at: Instant): string => beijing(at).format('D')

/** `9 月`, with its year where that is another one than the schedule's. */
export const monthTitle = (at: Instant, year: number): string =>
  beijing(at).format(beijing(at).year() === year ? 'M 月' : 'YYYY 年 M 月')

/** Until when something goes on that begins on this day. */
export const untilText = (closesAt: Instant): string => `到 ${monthDay(closesAt - 1)}`

/** How long there is left until the last day, or what that day was. */
export function lastDayText(window: Window, now: Instant): string {
  const phase = phaseOf(window, now)
  if (phase === 'upcoming') return `${monthDay(window.opensAt)}开始`
  const days = daysUntil(window.closesAt - 1, now)
  if (phase === 'closed') return '最后一天'
  return days === 0 ? '今天是最后一天' : `还有 ${days} 天`
}

export const tagWords = { opens: '开始', closes: '截止', day: '主题日', duty: '单位', published: '通知' } as const

/** `只看太原环境科普馆承办的` */
export const onlyUnitText = (name: string): string => (name === '' ? '' : `只看${name}承办的`)

export const foundText = (count: number): string => `${count} 项`
