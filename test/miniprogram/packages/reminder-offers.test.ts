import { offersOf } from '../../../miniprogram/packages/editions/activity/reminder-offers'

const at = (text: string) => Date.parse(`${text}+08:00`)
const activity = {
  kind: 'training',
  opensAt: at('2026-10-12T00:00:00'),
  closesAt: at('2026-12-01T00:00:00'),
} as const

const kindsAt = (now: number) => offersOf(activity, [], now).map(({ kind }) => kind)

test.each([
  ['2026-09-18T19:30:00', ['activity-opens', 'activity-closes']],
  ['2026-10-11T23:59:59', ['activity-opens', 'activity-closes']],
  ['2026-10-12T08:59:59', ['activity-opens', 'activity-closes']],
  ['2026-10-12T09:00:00', ['activity-closes']],
  ['2026-11-29T08:59:59', ['activity-closes']],
  ['2026-11-29T09:00:00', []],
  ['2026-12-05T00:00:00', []],
])('at %s one can be reminded of %j', (now, kinds) => {
  expect(kindsAt(at(now))).toEqual(kinds)
})

test('what lasts less than a day is closed to a warning before it opens', () => {
  const short = { ...activity, closesAt: activity.opensAt + 3_600_000 }
  expect(offersOf(short, [], activity.opensAt)).toEqual([])
})

test('what is arranged already says so, with the moment the cloud has named; another activity’s does not count', () => {
  const closing = at('2026-11-20T00:00:00')
  const arranged = [
    { activity: 'training', kind: 'activity-closes', at: closing },
    { activity: 'open-days', kind: 'activity-opens', at: closing },
  ] as const
  expect(offersOf(activity, arranged, at('2026-09-18T00:00:00'))).toEqual([
    { kind: 'activity-opens', title: '开始时提醒我', note: '10 月 12 日发一条微信通知，只发一次', badge: '' },
    { kind: 'activity-closes', title: '截止前提醒我', note: '11 月 20 日发一条微信通知，只发一次', badge: '已设好' },
  ])
})
