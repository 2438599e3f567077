import * as v from 'valibot'
import { beijing, daySchema, dayOf, daysUntil, phaseOf, startOfDay } from '../../miniprogram/contract/time'

const at = (iso: string) => Date.parse(iso)

test('these tests stand in the time zone their project names', () => {
  expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(process.env['TZ'])
})

describe('a Beijing day', () => {
  test.each([
    ['one second before midnight in Beijing', '2026-09-18T15:59:59Z', '2026-09-18'],
    ['midnight in Beijing', '2026-09-18T16:00:00Z', '2026-09-19'],
    ['across the new year', '2026-12-31T16:00:00Z', '2027-01-01'],
    ['the leap day', '2028-02-28T16:30:00Z', '2028-02-29'],
  ])('%s', (_name, iso, day) => {
    expect(dayOf(at(iso))).toBe(day)
  })

  test('begins at sixteen hours UTC of the day before', () => {
    expect(startOfDay('2026-09-18')).toBe(at('2026-09-17T16:00:00Z'))
  })

  test('has the hour of Beijing wherever this process stands', () => {
    expect(beijing(at('2026-09-18T11:30:00Z')).format('HH:mm')).toBe('19:30')
  })

  test.each(['2026-02-30', '2026-13-01', '2026-9-1', '20260918', '', 'today'])('%p is not a day', text => {
    expect(v.is(daySchema, text)).toBe(false)
  })
})

describe('a window', () => {
  const window = { opensAt: at('2026-08-14T16:00:00Z'), closesAt: at('2026-09-22T16:00:00Z') }

  test.each([
    [window.opensAt - 1, 'upcoming'],
    [window.opensAt, 'open'],
    [window.closesAt - 1, 'open'],
    [window.closesAt, 'closed'],
  ])('at %d is %s', (now, phase) => {
    expect(phaseOf(window, now)).toBe(phase)
  })

  test.each([
    ['2026-09-22T15:59:59Z', 0],
    ['2026-09-21T16:00:00Z', 0],
    ['2026-09-21T15:59:59Z', 1],
    ['2026-09-18T11:30:00Z', 4],
  ])('at %s its last day is %d days away', (iso, days) => {
    expect(daysUntil(window.closesAt - 1, at(iso))).toBe(days)
  })
})
