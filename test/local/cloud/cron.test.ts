import { assert, constant, constantFrom, integer, oneof, property, tuple } from 'fast-check'
import { parseCron } from '../../../local/cloud/timers/cron'
import { nextInstant } from '../../../local/cloud/timers/next-instant'

const BEIJING = 8 * 3_600_000

/** The next instants in Beijing time, as `2020-06-30 23:59:59`. */
function nextOf(config: string, after: string, count = 1): string[] {
  const cron = parseCron(config)
  const told: string[] = []
  let at: number | undefined = Date.parse(`${after.replace(' ', 'T')}+08:00`)
  while (told.length < count && at !== undefined) {
    at = nextInstant(cron, at)
    told.push(at === undefined ? 'never' : new Date(at + BEIJING).toISOString().slice(0, 19).replace('T', ' '))
  }
  return told
}

test.each<[string, string, string[]]>([
  ['0 */5 * * * * *', '2020-06-30 23:51:00', ['2020-06-30 23:55:00', '2020-07-01 00:00:00', '2020-07-01 00:05:00']],
  ['*/20 * * * * * *', '2020-06-30 23:59:20', ['2020-06-30 23:59:40', '2020-07-01 00:00:00']],
  ['0 0 2 1 * * *', '2020-01-31 00:00:00', ['2020-02-01 02:00:00', '2020-03-01 02:00:00']],
  ['0 30 9 * * MON-FRI *', '2020-07-03 09:30:00', ['2020-07-06 09:30:00', '2020-07-07 09:30:00']],
  ['0 0 0 * * 0 *', '2020-07-01 00:00:00', ['2020-07-05 00:00:00', '2020-07-12 00:00:00']],
  [
    '0 0 10,14,16 * * * *',
    '2020-07-01 10:00:00',
    ['2020-07-01 14:00:00', '2020-07-01 16:00:00', '2020-07-02 10:00:00'],
  ],
  ['0 0 8-10 * * * *', '2020-07-01 09:00:00', ['2020-07-01 10:00:00', '2020-07-02 08:00:00']],
  ['0 15/20 * * * * *', '2020-07-01 00:00:00', ['2020-07-01 00:15:00', '2020-07-01 00:35:00', '2020-07-01 00:55:00']],
  ['0 0 0 29 FEB * *', '2021-01-01 00:00:00', ['2024-02-29 00:00:00', '2028-02-29 00:00:00']],
  ['0 0 0 31 * * *', '2020-03-31 00:00:00', ['2020-05-31 00:00:00', '2020-07-31 00:00:00']],
  ['0 0 0 1 * 1 *', '2020-06-30 00:00:00', ['2020-07-01 00:00:00', '2020-07-06 00:00:00']],
  ['59 59 23 31 12 * 2026', '2020-01-01 00:00:00', ['2026-12-31 23:59:59', 'never']],
  ['0 0 0 30 2 * *', '2020-01-01 00:00:00', ['never']],
  ['0 0 0 1 1 * 1970', '1969-12-01 00:00:00', ['1970-01-01 00:00:00', 'never']],
])('%s after %s', (config, after, expected) => {
  expect(nextOf(config, after, expected.length)).toEqual(expected)
})

test.each([
  '0 */5 * * * *',
  '',
  '60 * * * * * *',
  '* * 24 * * * *',
  '* * * 0 * * *',
  '* * * * 13 * *',
  '* * * * * 7 *',
  '* * * * * * 2100',
  '* * * * XXX * *',
  '5-1 * * * * * *',
  '*/0 * * * * * *',
  '*/x * * * * * *',
  '1,,2 * * * * * *',
  '-1 * * * * * *',
  '? * * * * * *',
])('%p is no time of a trigger', config => {
  expect(() => parseCron(config)).toThrow(/seven|cannot be read/)
})

test('the next instant is the first second that fits, found by trying all of them', () => {
  const field = (most: number) =>
    oneof(
      constant('*'),
      integer({ min: 0, max: most }).map(String),
      integer({ min: 2, max: most }).map(step => `*/${step}`),
      tuple(integer({ min: 0, max: most }), integer({ min: 0, max: most })).map(pair => pair.join(',')),
    )
  const days = constantFrom('*', '1', '1,2', '*/2')
  const weekdays = constantFrom('*', '2', 'WED', '4-6')
  const begins = integer({ min: 0, max: 86_399 })
  assert(
    property(field(59), field(59), field(23), days, weekdays, begins, (second, minute, hour, day, weekday, begin) => {
      const cron = parseCron(`${second} ${minute} ${hour} ${day} 7 ${weekday} 2020`)
      const after = Date.UTC(2020, 6, 1) - BEIJING + begin * 1000
      let tried = after + 1000
      for (; tried < after + 2 * 86_400_000; tried += 1000) {
        const at = new Date(tried + BEIJING)
        const isTime =
          cron.seconds.has(at.getUTCSeconds()) &&
          cron.minutes.has(at.getUTCMinutes()) &&
          cron.hours.has(at.getUTCHours())
        if (isTime && cron.isDay(at.getUTCMonth() + 1, at.getUTCDate(), at.getUTCDay())) break
      }
      const found = nextInstant(cron, after) ?? Infinity
      expect(found < after + 2 * 86_400_000 ? found : 'later').toBe(tried < after + 2 * 86_400_000 ? tried : 'later')
    }),
    { seed: 277, numRuns: 100 },
  )
})
