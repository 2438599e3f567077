import { roundLine } from '../../../miniprogram/copy/rounds'

const lineOf = (opens: string, closes: string) =>
  roundLine({
    opensAt: Date.parse(`${opens}+08:00`),
    closesAt: Date.parse(`${closes}+08:00`),
    mix: [
      { category: 'water', count: 6 },
      { category: 'air', count: 4 },
    ],
    minutes: 5,
  })

test('a round of whole days ends with its last day; another one tells its hours', () => {
  expect(lineOf('2026-08-15T00:00', '2026-12-01T00:00')).toBe('8 月 15 日 — 11 月 30 日 · 10 题 5 分钟')
  expect(lineOf('2026-08-15T09:00', '2026-08-15T21:30')).toBe('8 月 15 日 09:00 — 8 月 15 日 21:30 · 10 题 5 分钟')
})
