import type { Logs, Review } from '../../../contract/practice-logs'
import { DAY, type Day, dayOf, daysUntil, type Instant, startOfDay } from '../../../contract/time'

/** Right so often in a row, a question leaves the book of mistakes. */
const RIGHTS_TO_LEAVE = 2

/** Days from one practised day to the next that still are one streak: a day of rest between them is part of it. */
const LONGEST_STEP = 2

export const isRight = ({ rating }: Review): boolean => rating > 1

/** Whether the last answer was right. */
export const isKnown = (reviews: readonly Review[] = []): boolean => {
  const last = reviews.at(-1)
  return last !== undefined && isRight(last)
}

/** Answered wrongly, and not twice rightly since. */
export function isMistake(reviews: readonly Review[] = []): boolean {
  const wrong = reviews.map(isRight).lastIndexOf(false)
  return wrong >= 0 && reviews.length - 1 - wrong < RIGHTS_TO_LEAVE
}

const timesIn = (logs: Logs): Instant[] => [...logs.values()].flat().map(({ at }) => at)

export const answeredOn = (logs: Logs, day: Day): number => timesIn(logs).filter(at => dayOf(at) === day).length

const practisedDays = (logs: Logs): ReadonlySet<Day> => new Set(timesIn(logs).map(dayOf))

/** Practised days up to today without a pause longer than one day of rest. */
function streakOf(days: ReadonlySet<Day>, now: Instant): number {
  let [streak, last] = [0, now]
  for (const day of [...days].sort().reverse()) {
    const at = startOfDay(day)
    if (-daysUntil(at, last) > LONGEST_STEP) break
    ;[streak, last] = [streak + 1, at]
  }
  return streak
}

export interface Week {
  streak: number
  practisedToday: boolean
  /** The last seven days, today at the end. */
  days: { at: Instant; done: boolean }[]
}

export function weekOf(logs: Logs, now: Instant): Week {
  const days = practisedDays(logs)
  const today = startOfDay(dayOf(now))
  return {
    streak: streakOf(days, now),
    practisedToday: days.has(dayOf(now)),
    days: [6, 5, 4, 3, 2, 1, 0].map(ago => {
      const at = today - ago * DAY
      return { at, done: days.has(dayOf(at)) }
    }),
  }
}
