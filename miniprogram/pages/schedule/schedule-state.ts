import type { Schedule } from '../../contract/editions'
import { regionName } from '../../contract/region-names'
import { chainTo, type RegionCode } from '../../contract/regions'
import type { Instant } from '../../contract/time'
import {
  foundText,
  monthTitle,
  onlyUnitText,
  scheduleTitle,
  scheduleWords,
  YEAR_NOTE,
  yearRow,
} from '../../copy/schedule'
import { type CalendarSharing, NO_FILE } from '../../lib/calendar-sharing'
import { LOADING, type Loading, READY } from '../../lib/loading'
import { AHEAD, EVERYTHING, monthOf, type ScheduleFilter, wanted, WHOLE_YEAR } from '../../lib/schedule-filter'
import { hostsOf, itemsOf, type ScheduleItem } from '../../lib/schedule-items'
import type { HeardNotices } from '../../stores/notices'
import { type DayGroup, groupsOf } from './schedule-rows'

interface Option {
  value: string
  text: string
  count?: number
  /** A second, quieter line. */
  note?: string
}

export interface ScheduleState extends Loading, CalendarSharing {
  year: number
  title: string
  filter: ScheduleFilter
  sorts: Option[]
  stretches: Option[]
  /** Empty where there is nothing to choose among. */
  regions: Option[]
  /** Those that host something this year; empty where none does. */
  units: Option[]
  /** Says which one was chosen; empty for none. */
  onlyUnit: string
  /** Whether the sheet to choose one is open. */
  choosing: boolean
  groups: DayGroup[]
  found: string
  years: { year: string; title: string; note: string }[]
  /** What was tapped and has no page of its own. */
  looked: { day: string; name: string; note: string; date: string; at: Instant } | null
}

export const initialState: ScheduleState = {
  ...LOADING,
  ...NO_FILE,
  year: 0,
  title: '',
  filter: EVERYTHING,
  sorts: [],
  stretches: [],
  regions: [],
  units: [],
  onlyUnit: '',
  choosing: false,
  groups: [],
  found: '',
  years: [],
  looked: null,
}

const SORTS = ['all', 'open', 'activity', 'theme-day', 'duty', 'notice'] as const

const isSort = (text: string): text is ScheduleFilter['sort'] => SORTS.some(sort => sort === text)

export const sortIn = (text: string): ScheduleFilter['sort'] => (isSort(text) ? text : 'all')

/** Kinds that the year has, and how much of what is open there is. */
function sortOptions(items: readonly ScheduleItem[], now: Instant): Option[] {
  const open = wanted(items, { ...EVERYTHING, sort: 'open' }, now).length
  return SORTS.filter(sort => sort === 'all' || sort === 'open' || items.some(item => item.sort === sort)).map(sort =>
    sort === 'open'
      ? { value: sort, text: scheduleWords.open, count: open }
      : { value: sort, text: scheduleWords[sort] },
  )
}

function stretchOptions(items: readonly ScheduleItem[], year: number): Option[] {
  const months = new Map(items.map(({ at }) => [monthOf(at), monthTitle(at, year)]))
  return [
    { value: AHEAD, text: scheduleWords.ahead },
    { value: WHOLE_YEAR, text: scheduleWords.wholeYear },
    ...[...months].map(([value, text]) => ({ value, text })),
  ]
}

/** The regions whose word reaches the person, where that is more than the country's. */
function regionOptions(region: RegionCode | null): Option[] {
  if (region === null) return []
  return [
    { value: '', text: scheduleWords.everywhere },
    ...chainTo(region).map(value => ({ value, text: regionName(value) })),
  ]
}

/** The units that host something, with what they host. */
function unitOptions(items: readonly ScheduleItem[]): Option[] {
  const hosts = hostsOf(items)
  if (hosts.length === 0) return []
  const hosted = (id: string) => [...new Set(items.filter(({ unit }) => unit?.id === id).map(({ name }) => name))]
  return [
    { value: '', text: scheduleWords.everyUnit },
    ...hosts.map(({ id, name }) => ({ value: id, text: name, note: hosted(id).join('、') })),
  ]
}

/** What the page shows of a year, for a person of a region who wants to see a part of it. */
export function contentOf(
  year: Schedule,
  heard: HeardNotices,
  asked: ScheduleFilter,
  now: Instant,
): Partial<ScheduleState> {
  const number = year.edition.year
  const items = itemsOf(year, heard.items)
  const filter = isPast(items, now) && asked.stretch === AHEAD ? { ...asked, stretch: WHOLE_YEAR } : asked
  const found = wanted(items, filter, now)
  return {
    ...READY,
    year: number,
    title: scheduleTitle(number),
    filter,
    sorts: sortOptions(items, now),
    stretches: stretchOptions(items, number),
    regions: regionOptions(heard.region),
    units: unitOptions(items),
    onlyUnit: onlyUnitText(hostsOf(items).find(({ id }) => id === filter.unit)?.name ?? ''),
    groups: groupsOf(found, number, now),
    found: foundText(found.length),
    years: year.years
      .filter(other => other !== number)
      .map(other => ({ year: String(other), title: yearRow(other), note: YEAR_NOTE })),
  }
}

/** Whether nothing lies ahead any more: then the whole year is what there is to see. */
const isPast = (items: readonly ScheduleItem[], now: Instant): boolean => wanted(items, EVERYTHING, now).length === 0
