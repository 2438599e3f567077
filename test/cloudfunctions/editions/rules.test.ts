import type { Activity } from '../../../miniprogram/contract/activities'
import {
  activitiesAYearLater,
  arrange,
  changedActivity,
  inCalendarOrder,
  offerOf,
  windowAYearLater,
  windowProblem,
} from '../../../cloudfunctions/editions/rules'
import { scheduleDays } from '../../../cloudfunctions/editions/schedule-days'

const beijing = (text: string) => Date.parse(`${text}+08:00`)

const activity = (kind: Activity['kind'], opensAt: number, closesAt: number): Activity => ({
  kind,
  opensAt,
  closesAt,
  name: kind,
  summary: '',
  theme: '',
  audience: '',
  steps: [],
  requirements: [],
  contact: '',
  attachments: [],
  unit: null,
  changed: null,
})

const year = [
  activity('award-works', 0, 50),
  activity('training', 300, 400),
  activity('quiz', 0, 500),
  activity('experts', 0, 90),
  activity('explainers', 0, 120),
  activity('open-days', 200, 900),
]

test('what closes soonest stands first, then what opens soonest, then what closed last', () => {
  expect(arrange(year, 100).map(({ kind, phase }) => `${kind} ${phase}`)).toEqual([
    'explainers open',
    'quiz open',
    'open-days upcoming',
    'training upcoming',
    'experts closed',
    'award-works closed',
  ])
})

test('a calendar has them by opening, whatever the clock says', () => {
  const order = ['award-works', 'experts', 'explainers', 'quiz', 'open-days', 'training']
  for (const now of [0, 100, 1000]) expect(inCalendarOrder(year, now).map(({ kind }) => kind)).toEqual(order)
})

describe('the offer of a round', () => {
  const round = {
    _id: '2026-main',
    title: '秋季云竞答',
    opensAt: 100,
    closesAt: 200,
    minutes: 5,
    attemptsPerDay: 3,
    blueprint: [
      { category: 'air' as const, count: 6 },
      { category: 'water' as const, count: 4 },
    ],
    certificates: [
      { from: 80, name: '优秀' },
      { from: 60, name: '达标' },
    ],
  }

  test.each([99, 200])('is none at %d', now => {
    expect(offerOf(round, now)).toBeNull()
  })

  test('adds up the paper while it is open', () => {
    const terms = { minutes: 5, attemptsPerDay: 3, opensAt: 100, closesAt: 200 }
    const certificates = [
      { from: 60, name: '达标' },
      { from: 80, name: '优秀' },
    ]
    const offer = {
      round: '2026-main',
      title: '秋季云竞答',
      questions: 10,
      categories: ['air', 'water'],
      ...terms,
      certificates,
    }
    expect(offerOf(round, 100)).toEqual(offer)
  })

  test('is none without a round', () => {
    expect(offerOf(null, 100)).toBeNull()
  })
})

describe('a window', () => {
  test.each([
    ['one moment', '2026-05-01T00:00:00', '2026-05-01T00:00:00.001', null],
    ['the whole year', '2026-01-01T00:00:00', '2027-01-01T00:00:00', null],
    ['over the new year', '2026-12-31T23:59:59', '2027-01-15T18:00:00', null],
    ['to the end of January', '2026-12-01T00:00:00', '2027-02-01T00:00:00', null],
    ['no time at all', '2026-05-01T00:00:00', '2026-05-01T00:00:00', 'window-backwards'],
    ['backwards', '2026-05-02T00:00:00', '2026-05-01T00:00:00', 'window-backwards'],
    ['backwards and off the year', '2031-05-02T00:00:00', '2026-05-01T00:00:00', 'window-backwards'],
    ['from the last moment of the year before', '2025-12-31T23:59:59.999', '2026-05-01T00:00:00', 'window-off-year'],
    ['from the first moment of the year after', '2027-01-01T00:00:00', '2027-01-02T00:00:00', 'window-off-year'],
    ['into February', '2026-12-01T00:00:00', '2027-02-01T00:00:00.001', 'window-off-year'],
  ])('of %s', (_name, opens, closes, problem) => {
    expect(windowProblem(2026, { opensAt: beijing(opens), closesAt: beijing(closes) })).toBe(problem)
  })
})

describe('a change', () => {
  const before = activity('quiz', 100, 200)
  const { name, summary, theme, audience, steps, requirements, contact, attachments, opensAt, closesAt } = before
  const words = { name, summary, theme, audience, steps, requirements, contact, attachments }
  const same = { ...words, unit: null, opensAt, closesAt }
  const terms = { state: 'published' as const, reason: '', now: 150 }

  test('of words alone needs no reason and tells of no new window', () => {
    expect(changedActivity(before, { ...same, name: '新名字' }, terms)).toEqual({ ...before, name: '新名字' })
  })

  test('of words alone leaves an earlier change of the window told', () => {
    const changed = { at: 120, reason: '延长', before: { opensAt: 100, closesAt: 180 } }
    expect(changedActivity({ ...before, changed }, { ...same, name: '新名字' }, terms)?.changed).toEqual(changed)
  })

  test('of the window says when, why, and what was before', () => {
    const after = changedActivity(before, { ...same, closesAt: 300 }, { ...terms, reason: '延长' })
    const changed = { at: 150, reason: '延长', before: { opensAt: 100, closesAt: 200 } }
    expect(after).toEqual({ ...before, closesAt: 300, changed })
  })

  test('of the window without a reason is none', () => {
    expect(changedActivity(before, { ...same, closesAt: 300 }, terms)).toBeNull()
  })

  test('of a draft needs no reason, for nobody has seen it', () => {
    const after = changedActivity(before, { ...same, closesAt: 300 }, { ...terms, state: 'draft' })
    expect(after).toEqual({ ...before, closesAt: 300 })
  })
})

describe('a year later', () => {
  test.each([
    ['whole days', '2026-05-22T00:00:00', '2026-09-23T00:00:00', '2027-05-22T00:00:00', '2027-09-23T00:00:00'],
    ['hours', '2026-05-22T09:00:00', '2026-06-30T18:00:00', '2027-05-22T09:00:00', '2027-06-30T18:00:00'],
    ['the leap day itself', '2028-02-29T00:00:00', '2028-03-01T00:00:00', '2029-02-28T00:00:00', '2029-03-01T00:00:00'],
    [
      'up to the end of February, into a leap year',
      '2027-02-01T00:00:00',
      '2027-03-01T00:00:00',
      '2028-02-01T00:00:00',
      '2028-02-29T00:00:00',
    ],
    [
      'from the 1st of March',
      '2028-03-01T00:00:00',
      '2028-04-01T00:00:00',
      '2029-03-01T00:00:00',
      '2029-04-01T00:00:00',
    ],
    ['over the new year', '2026-12-20T00:00:00', '2027-01-16T00:00:00', '2027-12-20T00:00:00', '2028-01-16T00:00:00'],
    ['New Year’s Day', '2026-01-01T00:00:00', '2026-01-02T00:00:00', '2027-01-01T00:00:00', '2027-01-02T00:00:00'],
  ])('%s', (_name, opens, closes, opensLater, closesLater) => {
    const later = windowAYearLater({ opensAt: beijing(opens), closesAt: beijing(closes) })
    expect(later).toEqual({ opensAt: beijing(opensLater), closesAt: beijing(closesLater) })
  })

  test('an activity keeps its words, not its attachments and not the news of a change', () => {
    const before = {
      ...activity('quiz', beijing('2026-05-01T00:00:00'), beijing('2026-06-01T00:00:00')),
      steps: ['一'],
      attachments: [{ name: '2026年通知', url: 'https://example.com/' }],
      changed: { at: 1, reason: '延长', before: { opensAt: 1, closesAt: 2 } },
    }
    const opensAt = beijing('2027-05-01T00:00:00')
    const closesAt = beijing('2027-06-01T00:00:00')
    expect(activitiesAYearLater([before])).toEqual([{ ...before, opensAt, closesAt, attachments: [], changed: null }])
  })
})

describe('the days of a year', () => {
  const told = (year: number) => scheduleDays(year).map(({ day, name }) => `${day} ${name}`)

  test('2020', () => {
    expect(told(2020)).toEqual([
      '2020-05-22 国际生物多样性日',
      '2020-06-05 世界环境日',
      '2020-06-07 登记科普工作联络员',
      '2020-08-23 全国科技活动周',
      '2020-09-16 国际保护臭氧层日',
      '2020-09-19 全国科普日',
      '2020-11-05 总结与计划报市级',
      '2020-11-10 总结与计划报省级',
      '2020-11-30 总结与计划报部级',
    ])
  })

  test('2026', () => {
    expect(told(2026)).toEqual([
      '2026-05-16 全国科技活动周',
      '2026-05-22 国际生物多样性日',
      '2026-06-05 世界环境日',
      '2026-06-07 登记科普工作联络员',
      '2026-08-15 全国生态日',
      '2026-09-01 全国科普月',
      '2026-09-16 国际保护臭氧层日',
      '2026-11-05 总结与计划报市级',
      '2026-11-10 总结与计划报省级',
      '2026-11-30 总结与计划报部级',
    ])
  })

  test('the ecology day begins in 2023, the month of popular science in 2025', () => {
    const has = (year: number, id: string) => scheduleDays(year).some(day => day.id === id)
    expect([2022, 2023].map(year => has(year, 'ecology-day'))).toEqual([false, true])
    expect([2024, 2025].map(year => has(year, 'science-day'))).toEqual([true, false])
    expect([2024, 2025].map(year => has(year, 'science-month'))).toEqual([false, true])
  })

  test('the week begins on a third Saturday of May in every year without an announcement', () => {
    for (let year = 2021; year <= 2100; year++) {
      const day = scheduleDays(year).find(({ id }) => id === 'science-week')?.day ?? '0-0-0'
      if (year === 2025) continue
      expect(day.slice(0, 8)).toBe(`${year}-05-`)
      expect(Number(day.slice(8))).toBeGreaterThanOrEqual(15)
      expect(Number(day.slice(8))).toBeLessThanOrEqual(21)
      expect(new Date(`${day}T00:00:00Z`).getUTCDay()).toBe(6)
    }
  })
})
