import { dayOf, type Instant, startOfDay, type Window } from '../../contract/time'
import { activityWords, isFresh } from '../../copy/activity'
import { monthDay } from '../../copy/moments'
import { dayNumber, lastDayText, monthTitle, tagWords, untilText, weekday } from '../../copy/schedule'
import { regionName } from '../../contract/region-names'
import { byMonth } from '../../lib/schedule-filter'
import type { Moment, ScheduleItem } from '../../lib/schedule-items'

/** An entry as the list shows it. */
export interface DayRow {
  id: string
  day: string
  weekday: string
  date: string
  title: string
  note: string
  tag: string
  tone: string
  over: boolean
  today: boolean
}

export interface DayGroup {
  month: string
  title: string
  rows: DayRow[]
}

const TONES: Record<Moment, string> = { opens: 'calm', closes: 'soon', day: 'topic', duty: 'last', published: 'topic' }

const momentText = (moment: Moment, window: Window, now: Instant): string =>
  moment === 'opens' ? untilText(window.closesAt) : lastDayText(window, now)

function noteOf({ moment, window, changed, note, region }: ScheduleItem, now: Instant): string {
  if (window)
    return [isFresh(changed, now) ? activityWords.fresh : '', momentText(moment, window, now)]
      .filter(Boolean)
      .join(' · ')
  return moment === 'published' ? regionName(region) : note
}

function rowOf(item: ScheduleItem, now: Instant): DayRow {
  const today = startOfDay(dayOf(now))
  const { id, at, moment, name } = item
  const day = startOfDay(dayOf(at))
  return {
    id,
    day: dayNumber(at),
    weekday: weekday(at),
    date: `${monthDay(at)}${weekday(at)}`,
    title: name,
    note: noteOf(item, now),
    tag: tagWords[moment],
    tone: day < today ? 'over' : TONES[moment],
    over: day < today,
    today: day === today,
  }
}

/** Entries as the list shows them, month by month. */
export function groupsOf(items: readonly ScheduleItem[], year: number, now: Instant): DayGroup[] {
  return byMonth(items).map(group => ({
    month: group.month,
    title: monthTitle(group.items[0]?.at ?? now, year),
    rows: group.items.map(item => rowOf(item, now)),
  }))
}
