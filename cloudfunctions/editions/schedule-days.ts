import type { ScheduleDay } from '../../miniprogram/contract/editions'
import { DAY, type Day, dayOf, beijing, startOfDay } from '../../miniprogram/contract/time'

const SATURDAY = 6
const WEEK = 7

type MonthAndDay = `${number}-${number}`

const on = (year: number, monthAndDay: MonthAndDay): Day => `${year}-${monthAndDay}` as const

/** @param which 3 for the third one */
function saturday(year: number, month: `${number}`, which: number): Day {
  const first = startOfDay(on(year, `${month}-01`))
  const wait = (SATURDAY - beijing(first).day() + WEEK) % WEEK
  return dayOf(first + (wait + (which - 1) * WEEK) * DAY)
}

/** Years in which the week was announced for another time than its own. */
const ANNOUNCED_WEEKS: Readonly<Record<number, Day>> = { 2020: '2020-08-23', 2025: '2025-05-24' }

/** The law on popular science of December 2024 made the day a month. */
const FIRST_SCIENCE_MONTH = 2025

/** Proclaimed in 2023. */
const FIRST_ECOLOGY_DAY = 2023

const everybody = { kind: 'theme-day', audience: '' } as const

const scienceWeek = (year: number): ScheduleDay => ({
  ...everybody,
  id: 'science-week',
  name: '全国科技活动周',
  note: '一般从五月第三个星期六开始，确切日期以当年通知为准',
  day: ANNOUNCED_WEEKS[year] ?? saturday(year, '05', 3),
})

const scienceDay = (year: number): ScheduleDay =>
  year < FIRST_SCIENCE_MONTH
    ? {
        ...everybody,
        id: 'science-day',
        name: '全国科普日',
        note: '九月第三个双休日起，确切日期以当年通知为准',
        day: saturday(year, '09', 3),
      }
    : {
        ...everybody,
        id: 'science-month',
        name: '全国科普月',
        note: '每年九月整月；2024年及以前为全国科普日',
        day: on(year, '09-01'),
      }

const ecologyDay = (year: number): ScheduleDay => ({
  ...everybody,
  id: 'ecology-day',
  name: '全国生态日',
  note: '2023年起，每年8月15日',
  day: on(year, '08-15'),
})

const themeDays = (year: number): ScheduleDay[] => [
  scienceWeek(year),
  {
    ...everybody,
    id: 'biodiversity-day',
    name: '国际生物多样性日',
    note: '每年5月22日',
    day: on(year, '05-22'),
  },
  {
    ...everybody,
    id: 'environment-day',
    name: '世界环境日',
    note: '每年6月5日',
    day: on(year, '06-05'),
  },
  ...(year < FIRST_ECOLOGY_DAY ? [] : [ecologyDay(year)]),
  { ...everybody, id: 'ozone-day', name: '国际保护臭氧层日', note: '每年9月16日', day: on(year, '09-16') },
  scienceDay(year),
]

const duties = (year: number): ScheduleDay[] => [
  {
    kind: 'duty',
    id: 'liaison',
    name: '登记科普工作联络员',
    note: '每个单位确定一名联络员，在线登记',
    day: on(year, '06-07'),
    audience: '各单位',
  },
  {
    kind: 'duty',
    id: 'reports-to-city',
    name: '总结与计划报市级',
    note: '年度科普工作总结和下年度科普工作计划，报市生态环境局',
    day: on(year, '11-05'),
    audience: '县级分局和市属单位',
  },
  {
    kind: 'duty',
    id: 'reports-to-province',
    name: '总结与计划报省级',
    note: '年度科普工作总结和下年度科普工作计划，报省生态环境厅',
    day: on(year, '11-10'),
    audience: '各市和省属单位',
  },
  {
    kind: 'duty',
    id: 'reports-to-ministry',
    name: '总结与计划报部级',
    note: '年度科普工作总结和下年度科普工作计划，报生态环境部',
    day: on(year, '11-30'),
    audience: '各省和各单位',
  },
]

/** Theme days of a year and what every unit owes in it, in the order of the calendar. */
export const scheduleDays = (year: number): ScheduleDay[] =>
  [...themeDays(year), ...duties(year)].sort((a, b) => a.day.localeCompare(b.day))
