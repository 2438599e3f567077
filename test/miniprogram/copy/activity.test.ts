import { changeText, changeTitle, countdownText, freshText, isFresh } from '../../../miniprogram/copy/activity'
import { lastDayText, monthTitle, weekday } from '../../../miniprogram/copy/schedule'

const at = (text: string) => Date.parse(`${text}+08:00`)
const window = { opensAt: at('2026-06-05T08:00:00'), closesAt: at('2026-09-21T00:00:00') }

test.each([
  ['2026-06-03T23:00:00', '2 天后开始', '6 月 5 日开始'],
  ['2026-06-05T07:59:59', '今天 08:00 开始', '6 月 5 日开始'],
  ['2026-09-18T19:30:00', '2 天 4 小时后截止', '还有 2 天'],
  ['2026-09-19T00:00:00', '2 天后截止', '还有 1 天'],
  ['2026-09-20T03:10:00', '20 小时后截止', '今天是最后一天'],
  ['2026-09-20T23:18:30', '42 分钟后截止', '今天是最后一天'],
  ['2026-09-20T23:59:59', '1 分钟后截止', '今天是最后一天'],
  ['2026-09-21T00:00:00', '', '最后一天'],
])('at %s the page says %j and the schedule %j', (now, left, note) => {
  expect(countdownText(window, at(now))).toBe(left)
  expect(lastDayText(window, at(now))).toBe(note)
})

const changed = {
  at: at('2026-09-17T09:00:00'),
  reason: '暑期高温，延后一周。',
  before: { opensAt: at('2026-06-01T00:00:00'), closesAt: at('2026-09-14T00:00:00') },
}

test('a change is news for two days, and told with its reason and the window before for good', () => {
  expect(isFresh(null, changed.at)).toBe(false)
  expect(isFresh(changed, at('2026-09-19T08:59:59'))).toBe(true)
  expect(isFresh(changed, at('2026-09-19T09:00:00'))).toBe(false)
  expect(freshText(window)).toBe('刚更新：6 月 5 日 — 9 月 20 日')
  expect(changeTitle(changed, at('2026-09-18T09:00:00'))).toBe('时间刚更新（9 月 17 日）')
  expect(changeTitle(changed, at('2026-09-20T09:00:00'))).toBe('时间改过（9 月 17 日）')
  expect(changeText(changed)).toBe('原来是 6 月 1 日 — 9 月 13 日。原因：暑期高温，延后一周。')
})

test('days and months are Beijing’s', () => {
  expect(weekday(at('2026-09-20T00:00:00'))).toBe('周日')
  expect(weekday(at('2026-09-19T23:59:59'))).toBe('周六')
  expect(monthTitle(at('2026-12-31T23:59:59'), 2026)).toBe('12 月')
  expect(monthTitle(at('2027-01-01T00:00:00'), 2026)).toBe('2027 年 1 月')
})
