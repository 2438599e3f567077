import type { ActivityKind, ActivityNow, HostUnit, WindowChange } from '../contract/activities'
import type { Schedule, ScheduleDay } from '../contract/editions'
import type { Notice } from '../contract/notices'
import { COUNTRY, type RegionCode } from '../contract/regions'
import { type Instant, phaseOf, startOfDay, type Window } from '../contract/time'
import { threadsOf } from './notice-threads'

export type ItemSort = 'activity' | 'theme-day' | 'duty' | 'notice'

/** What makes something an entry of the calendar; an activity has two of them, its first and its last day. */
export type Moment = 'opens' | 'closes' | 'day' | 'duty' | 'published'

/** One entry of the year's calendar. */
export interface ScheduleItem {
  id: string
  sort: ItemSort
  moment: Moment
  name: string
  note: string
  /** An instant of the day that it belongs to. */
  at: Instant
  region: RegionCode
  activity: ActivityKind | null
  /** Who hosts it. */
  unit: HostUnit | null
  window: Window | null
  /** The last change of its window. */
  changed: WindowChange | null
  /** Where one can find it by a few words. */
  words: string
}

const together = (...texts: readonly string[]): string => texts.join(' ').toLowerCase()

function activityItems(activity: ActivityNow): ScheduleItem[] {
  const { kind, name, summary, theme, audience, steps, requirements, unit, opensAt, closesAt } = activity
  const common = {
    sort: 'activity',
    name,
    note: summary,
    region: COUNTRY,
    activity: kind,
    unit,
    window: { opensAt, closesAt },
    changed: activity.changed,
    words: together(name, summary, theme, audience, unit?.name ?? '', ...steps, ...requirements),
  } as const
  return [
    { ...common, id: `opens-${kind}`, moment: 'opens', at: opensAt },
    { ...common, id: `closes-${kind}`, moment: 'closes', at: closesAt - 1 },
  ]
}

const dayItem = ({ id, kind, name, note, day, audience }: ScheduleDay): ScheduleItem => ({
  id: `day-${id}`,
  sort: kind,
  moment: kind === 'duty' ? 'duty' : 'day',
  name,
  note: [audience, note].filter(Boolean).join(' · '),
  at: startOfDay(day),
  region: COUNTRY,
  activity: null,
  unit: null,
  window: null,
  changed: null,
  words: together(name, note, audience),
})

const noticeItem = ({ id, title, text, at, region }: Notice): ScheduleItem => ({
  id: `notice-${id}`,
  sort: 'notice',
  moment: 'published',
  name: title,
  note: '',
  at,
  region,
  activity: null,
  unit: null,
  window: null,
  changed: null,
  words: together(title, text),
})

/** Every entry of a year, in the order of the days. A notice that was taken back is none, and one that is passed on no second one. */
export function itemsOf({ activities, days }: Schedule, notices: readonly Notice[]): ScheduleItem[] {
  const standing = threadsOf(notices).flatMap(({ notice }) => (notice.withdrawn === '' ? [notice] : []))
  return [...activities.flatMap(activityItems), ...days.map(dayItem), ...standing.map(noticeItem)].sort(
    (one, other) => one.at - other.at || one.id.localeCompare(other.id),
  )
}

/** Whether it is going on now: of an activity under way the last day stands for it, of a day the day itself. */
export function isOpen({ moment, window, at }: ScheduleItem, now: Instant, today: Instant): boolean {
  if (window) return moment === 'closes' && phaseOf(window, now) === 'open'
  return moment === 'day' && at === today
}

/** The units that host something of it, each once, in the order of their first entries. */
export const hostsOf = (items: readonly ScheduleItem[]): HostUnit[] => [
  ...new Map(items.flatMap(({ unit }) => (unit ? [[unit.id, unit] as const] : []))).values(),
]
