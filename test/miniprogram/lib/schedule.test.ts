import type { ActivityNow } from '../../../miniprogram/contract/activities'
import type { Schedule } from '../../../miniprogram/contract/editions'
import type { Notice } from '../../../miniprogram/contract/notices'
import { byMonth, EVERYTHING, type ScheduleFilter, wanted, WHOLE_YEAR } from '../../../miniprogram/lib/schedule-filter'
import { hostsOf, itemsOf } from '../../../miniprogram/lib/schedule-items'

const at = (text: string) => Date.parse(`${text}+08:00`)
const NOW = at('2026-09-18T19:30:00')

const activity = (kind: ActivityNow['kind'], name: string, opens: string, closes: string): ActivityNow => ({
  kind,
  name,
  summary: '',
  theme: kind === 'explainers' ? 'Green hills' : '',
  audience: '',
  steps: kind === 'showcase' ? ['带上授权说明'] : [],
  requirements: [],
  contact: 'a@b.cn',
  attachments: [],
  unit: kind === 'training' ? { id: 'unit-museum', name: '太原环境科普馆' } : null,
  changed: null,
  phase: 'open',
  opensAt: at(`${opens}T00:00:00`),
  closesAt: at(`${closes}T00:00:00`),
})

const schedule: Schedule = {
  now: NOW,
  edition: { year: 2026, title: '', theme: '' },
  state: 'published',
  years: [2026, 2020],
  activities: [
    activity('explainers', '讲解员', '2026-06-05', '2026-09-21'),
    activity('showcase', '展播', '2026-06-05', '2027-01-01'),
    activity('training', '培训', '2026-10-12', '2026-12-01'),
    activity('experts', '专家', '2026-05-01', '2026-09-01'),
  ],
  days: [
    { id: 'today', kind: 'theme-day', name: '今天的日子', note: '', day: '2026-09-18', audience: '' },
    { id: 'ozone', kind: 'theme-day', name: '臭氧日', note: '保护臭氧层', day: '2026-09-16', audience: '' },
    { id: 'reports', kind: 'duty', name: '报总结', note: '', day: '2026-11-30', audience: '各单位' },
  ],
}

const notice = (id: string, region: string, day: string, withdrawn = ''): Notice => ({
  id,
  region,
  title: `通知 ${id}`,
  text: '请看',
  at: at(`${day}T08:00:00`),
  forwards: null,
  withdrawn,
})

const NOTICES = [
  notice('country', '000000', '2026-09-01'),
  notice('city', '140600', '2026-09-19'),
  notice('gone', '140600', '2026-09-19', '写错了'),
]

const items = itemsOf(schedule, NOTICES)
const idsFor = (filter: Partial<ScheduleFilter>, now = NOW) =>
  wanted(items, { ...EVERYTHING, ...filter }, now).map(({ id }) => id)

test('an activity stands in the year with its first and its last day, a day once, a withdrawn notice not at all', () => {
  expect(items.map(({ id }) => id)).toEqual([
    'opens-experts',
    'opens-explainers',
    'opens-showcase',
    'closes-experts',
    'notice-country',
    'day-ozone',
    'day-today',
    'notice-city',
    'closes-explainers',
    'opens-training',
    'day-reports',
    'closes-training',
    'closes-showcase',
  ])
})

const AHEAD_OF_NOW = [
  'day-today',
  'notice-city',
  'closes-explainers',
  'opens-training',
  'day-reports',
  'closes-training',
  'closes-showcase',
]

test.each<[string, Partial<ScheduleFilter>, string[]]>([
  ['what lies ahead begins with today', {}, AHEAD_OF_NOW],
  ['open now, the first to close first', { sort: 'open' }, ['day-today', 'closes-explainers', 'closes-showcase']],
  ['theme days of the year', { sort: 'theme-day', stretch: WHOLE_YEAR }, ['day-ozone', 'day-today']],
  ['duties', { sort: 'duty' }, ['day-reports']],
  ['a month', { stretch: '2026-06' }, ['opens-explainers', 'opens-showcase']],
  ['the last moment of the year is in December', { stretch: '2026-12' }, ['closes-showcase']],
  ['a month without anything', { stretch: '2026-07' }, []],
  ['a city', { region: '140600' }, ['notice-city']],
  ['notices of the country', { region: '000000', sort: 'notice', stretch: WHOLE_YEAR }, ['notice-country']],
  ['a word of a step', { text: '授权', stretch: WHOLE_YEAR }, ['opens-showcase', 'closes-showcase']],
  ['letters in any case', { text: 'GREEN', stretch: WHOLE_YEAR }, ['opens-explainers', 'closes-explainers']],
  ['every word must be found', { text: '臭氧 保护', stretch: WHOLE_YEAR }, ['day-ozone']],
  ['one word that is not found', { text: '臭氧 授权', stretch: WHOLE_YEAR }, []],
  ['what a unit hosts', { unit: 'unit-museum' }, ['opens-training', 'closes-training']],
  ['a unit that hosts nothing', { unit: 'unit-elsewhere', stretch: WHOLE_YEAR }, []],
  ['the name of a host', { text: '科普馆' }, ['opens-training', 'closes-training']],
  ['a word for whom it is', { text: '各单位' }, ['day-reports']],
])('%s', (_name, filter, expected) => {
  expect(idsFor(filter)).toEqual(expected)
})

test('the units to choose among are those that host something, each once', () => {
  expect(hostsOf(items)).toEqual([{ id: 'unit-museum', name: '太原环境科普馆' }])
})

test('what is open changes on the second', () => {
  const closing = at('2026-09-21T00:00:00')
  expect(idsFor({ sort: 'open', stretch: WHOLE_YEAR }, closing - 1)).toEqual(['closes-explainers', 'closes-showcase'])
  expect(idsFor({ sort: 'open', stretch: WHOLE_YEAR }, closing)).toEqual(['closes-showcase'])
})

test('after the last day of the year nothing lies ahead', () => {
  expect(idsFor({}, at('2026-12-31T23:59:59'))).toEqual(['closes-showcase'])
  expect(idsFor({}, at('2027-01-01T00:00:00'))).toEqual([])
})

test('entries are gathered by Beijing months', () => {
  expect(byMonth(items).map(({ month, items: { length } }) => [month, length])).toEqual([
    ['2026-05', 1],
    ['2026-06', 2],
    ['2026-08', 1],
    ['2026-09', 5],
    ['2026-10', 1],
    ['2026-11', 2],
    ['2026-12', 1],
  ])
})
