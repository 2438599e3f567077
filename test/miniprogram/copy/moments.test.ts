import { clockText, durationText, greeting, remaining, windowText } from '../../../miniprogram/copy/moments'

const at = (iso: string) => Date.parse(iso)
const window = { opensAt: at('2026-08-14T16:00:00Z'), closesAt: at('2026-09-22T16:00:00Z') }

test('a window names its last day, not the midnight after it', () => {
  expect(windowText(window)).toBe('8 月 15 日 — 9 月 22 日')
})

test.each([
  ['2026-08-01T00:00:00Z', '8 月 15 日开始', 'calm'],
  ['2026-08-20T00:00:00Z', '9 月 22 日止', 'calm'],
  ['2026-09-15T00:00:00Z', '还剩 7 天', 'soon'],
  ['2026-09-21T00:00:00Z', '还剩 1 天', 'soon'],
  ['2026-09-21T16:00:00Z', '今天截止', 'last'],
  ['2026-09-22T15:59:59Z', '今天截止', 'last'],
  ['2026-09-22T16:00:00Z', '已结束', 'over'],
])('at %s it says %s', (iso, text, tone) => {
  expect(remaining(window, at(iso))).toEqual({ text, tone })
})

test.each([
  ['2026-09-17T20:59:59Z', '夜深了'],
  ['2026-09-17T21:00:00Z', '早上好'],
  ['2026-09-18T01:00:00Z', '上午好'],
  ['2026-09-18T04:00:00Z', '中午好'],
  ['2026-09-18T06:00:00Z', '下午好'],
  ['2026-09-18T10:00:00Z', '晚上好'],
  ['2026-09-18T15:00:00Z', '夜深了'],
])('at %s people hear %s', (iso, words) => {
  expect(greeting(at(iso))).toBe(words)
})

test.each([
  [0, '0 秒', '00:00'],
  [59, '59 秒', '00:59'],
  [138, '2 分 18 秒', '02:18'],
  [300, '5 分 0 秒', '05:00'],
])('%d seconds', (seconds, duration, clock) => {
  expect([durationText(seconds), clockText(seconds)]).toEqual([duration, clock])
})
