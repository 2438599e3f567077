import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc'
import * as v from 'valibot'

dayjs.extend(utc)

/** Milliseconds since 1970-01-01T00:00:00Z. The only way an instant travels or is stored. */
export type Instant = number

/** A Beijing calendar day, `YYYY-MM-DD`. */
export type Day = `${number}-${number}-${number}`

/** Half-open stretch of time: `opensAt` belongs to it, `closesAt` does not. */
export interface Window {
  opensAt: Instant
  closesAt: Instant
}

export type Phase = 'upcoming' | 'open' | 'closed'

export const SECOND = 1000
export const MINUTE = 60 * SECOND
export const DAY = 24 * 60 * MINUTE

const BEIJING_HOURS = 8

/** Days have years of four digits: later instants have none. */
const LAST_INSTANT = Date.UTC(9999, 11, 31)

export const instantSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(LAST_INSTANT))

const DAY_PARTS = /^(\d{4})-(\d{2})-(\d{2})$/

/** Arithmetic, because a bank of questions has thousands of days to be read on a cold start. */
function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !DAY_PARTS.test(text)) return false
  const [year, month, day] = text.split('-').map(Number)
  return new Date(Date.UTC(year ?? 0, (month ?? 0) - 1, day)).toISOString().startsWith(text)
}

export const daySchema = v.custom<Day>(isDay, 'not a day')

/** The wall clock in Beijing. A fixed offset, because `.tz()` answers wrongly on Android phones. */
export const beijing = (at: Instant) => dayjs.utc(at).utcOffset(BEIJING_HOURS)

export function dayOf(at: Instant): Day {
  return v.parse(daySchema, beijing(at).format('YYYY-MM-DD'))
}

/** Midnight in Beijing at which the day begins. */
export const startOfDay = (day: Day): Instant => dayjs.utc(day).valueOf() - BEIJING_HOURS * 60 * MINUTE

export function phaseOf(window: Window, now: Instant): Phase {
  if (now < window.opensAt) return 'upcoming'
  return now < window.closesAt ? 'open' : 'closed'
}

/** Beijing midnights between now and the instant: 0 means later today. */
export const daysUntil = (at: Instant, now: Instant): number =>
  Math.round((startOfDay(dayOf(at)) - startOfDay(dayOf(now))) / DAY)
