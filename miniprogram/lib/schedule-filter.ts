import type { RegionCode } from '../contract/regions'
import { beijing, dayOf, type Instant, startOfDay } from '../contract/time'
import { isOpen, type ItemSort, type ScheduleItem } from './schedule-items'

/** What a person wants to see of the year. */
export interface ScheduleFilter {
  sort: 'all' | 'open' | ItemSort
  /** From today on, the whole year, or a month such as `2026-09`. */
  stretch: string
  /** Empty for every region. */
  region: RegionCode
  /** Id of the unit that hosts it; empty for all. */
  unit: string
  text: string
}

export const AHEAD = 'ahead'
export const WHOLE_YEAR = 'year'

export const EVERYTHING: ScheduleFilter = { sort: 'all', stretch: AHEAD, region: '', unit: '', text: '' }

export const monthOf = (at: Instant): string => beijing(at).format('YYYY-MM')

type Test = (item: ScheduleItem) => boolean

function sortTest(sort: ScheduleFilter['sort'], now: Instant, today: Instant): Test {
  if (sort === 'all') return () => true
  return sort === 'open' ? item => isOpen(item, now, today) : item => item.sort === sort
}

function stretchTest(stretch: string, today: Instant): Test {
  if (stretch === WHOLE_YEAR) return () => true
  return stretch === AHEAD ? ({ at }) => at >= today : ({ at }) => monthOf(at) === stretch
}

/** Every word must be found somewhere in the entry. */
function textTest(text: string): Test {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  return item => words.every(word => item.words.includes(word))
}

/** The entries that a person wants to see, in the order given. */
export function wanted(items: readonly ScheduleItem[], filter: ScheduleFilter, now: Instant): ScheduleItem[] {
  const today = startOfDay(dayOf(now))
  const tests = [
    sortTest(filter.sort, now, today),
    stretchTest(filter.stretch, today),
    ({ region }: ScheduleItem) => filter.region === '' || region === filter.region,
    ({ unit }: ScheduleItem) => filter.unit === '' || unit?.id === filter.unit,
    textTest(filter.text),
  ]
  return items.filter(item => tests.every(test => test(item)))
}

/** The months that hold something, in order. */
const monthsOf = (items: readonly ScheduleItem[]): string[] => [...new Set(items.map(({ at }) => monthOf(at)))]

export interface MonthGroup {
  month: string
  items: ScheduleItem[]
}

export const byMonth = (items: readonly ScheduleItem[]): MonthGroup[] =>
  monthsOf(items).map(month => ({ month, items: items.filter(({ at }) => monthOf(at) === month) }))
