import type { Cron } from './cron'

const BEIJING = 8 * 3_600_000
const DAY = 86_400_000

/** @returns the first instant after this one at which the trigger fires; undefined when there is none any more */
export function nextInstant(cron: Cron, after: number): number | undefined {
  const first = Math.floor(after / 1000) * 1000 + 1000 + BEIJING
  const [opening, last] = [Date.UTC(Math.min(...cron.years), 0), Math.max(...cron.years)]
  for (let day = Math.max(opening, Math.floor(first / DAY) * DAY); ; day += DAY) {
    const date = new Date(day)
    const year = date.getUTCFullYear()
    if (Number.isNaN(year) || year > last) return undefined
    if (!cron.years.has(year) || !cron.isDay(date.getUTCMonth() + 1, date.getUTCDate(), date.getUTCDay())) continue
    const time = nextTime(cron, Math.max(0, first - day))
    if (time !== undefined) return day + time - BEIJING
  }
}

/** The first time of day from this one on, milliseconds. */
function nextTime({ hours, minutes, seconds }: Cron, from: number): number | undefined {
  for (const hour of ascending(hours, Math.floor(from / 3_600_000))) {
    for (const minute of ascending(minutes, Math.floor((from - hour * 3_600_000) / 60_000))) {
      const start = hour * 3_600_000 + minute * 60_000
      for (const second of ascending(seconds, Math.ceil((from - start) / 1000))) return start + second * 1000
    }
  }
  return undefined
}

const ascending = (values: ReadonlySet<number>, least: number): number[] =>
  [...values].filter(value => value >= least).sort((left, right) => left - right)
