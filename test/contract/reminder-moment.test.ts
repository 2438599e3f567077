import { momentToRemind } from '../../miniprogram/contract/reminder-moment'

const at = (text: string) => Date.parse(`${text}+08:00`)

test.each([
  ['whole days', '2026-12-20T00:00', '2027-01-01T00:00', '2026-12-20T09:00', '2026-12-30T09:00'],
  ['a noon to a noon', '2026-10-12T12:00', '2026-11-20T12:00', '2026-10-12T12:00', '2026-11-19T09:00'],
  ['the last day’s last minute', '2026-10-12T08:00', '2026-11-20T23:59', '2026-10-12T09:00', '2026-11-19T09:00'],
  ['over the new year', '2026-12-31T23:30', '2027-01-02T00:00', '2026-12-31T23:30', '2026-12-31T23:30'],
  ['one day', '2026-10-12T00:00', '2026-10-13T00:00', '2026-10-12T09:00', '2026-10-12T09:00'],
  ['two days', '2026-10-12T00:00', '2026-10-14T00:00', '2026-10-12T09:00', '2026-10-12T09:00'],
  ['an early morning', '2026-10-12T05:00', '2026-10-12T08:00', '2026-10-12T05:00', '2026-10-12T05:00'],
  ['until nine', '2026-10-12T05:00', '2026-10-12T09:00', '2026-10-12T05:00', '2026-10-12T05:00'],
])('of %s, people are told by day, never before the opening or after the end', (_name, opens, closes, first, last) => {
  const window = { opensAt: at(opens), closesAt: at(closes) }
  expect(momentToRemind(window, 'activity-opens')).toBe(at(first))
  expect(momentToRemind(window, 'activity-closes')).toBe(at(last))
})
