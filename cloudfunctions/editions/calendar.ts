import type { EventAttributes } from 'ics'
import type { Activity } from '../../miniprogram/contract/activities'
import type { Edition, ScheduleDay } from '../../miniprogram/contract/editions'
import { beijing, DAY, type Day, type Instant, startOfDay } from '../../miniprogram/contract/time'
import { activityText, calendarTitle, dayText } from './words'

/** What a calendar is drawn from; `version` grows with every change of the edition. */
export interface CalendarEdition extends Edition {
  version: number
}

/** The library takes the stamp and its types leave it out; without it the machine's own clock is written. */
type StampedEvent = EventAttributes & { timestamp: Instant }

/** Most characters of a line are three octets; RFC 5545 counts octets and the library counts characters. */
const LINE_OCTETS = 75

// What is not printed cannot be in a calendar's text, but for the line's end.
const plain = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, ' ')

const common = ({ version }: CalendarEdition, now: Instant) => ({
  timestamp: now,
  sequence: version,
  status: 'CONFIRMED' as const,
  // Months of an open window must not make anybody look busy.
  transp: 'TRANSPARENT' as const,
})

const activityEvent = (edition: CalendarEdition, activity: Activity, now: Instant): StampedEvent => ({
  ...common(edition, now),
  uid: `${edition.year}-${activity.kind}@yunkepu`,
  title: plain(activity.name),
  description: plain(activityText(activity)),
  start: activity.opensAt,
  end: activity.closesAt,
})

function dateOf(day: Day): [number, number, number] {
  const date = beijing(startOfDay(day))
  return [date.year(), date.month() + 1, date.date()]
}

const dayEvent = (edition: CalendarEdition, { id, name, note, audience, day }: ScheduleDay, now: Instant) => {
  const next = beijing(startOfDay(day) + DAY)
  const event: StampedEvent = {
    ...common(edition, now),
    uid: `${edition.year}-${id}@yunkepu`,
    title: name,
    description: dayText(note, audience),
    start: dateOf(day),
    end: [next.year(), next.month() + 1, next.date()],
  }
  return event
}

function fold(line: string): string {
  let folded = ''
  let octets = 0
  for (const character of line) {
    const more = Buffer.byteLength(character)
    if (octets + more > LINE_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += character
    octets += more
  }
  return folded
}

const refold = (text: string): string =>
  text
    .replace(/\r\n[\t ]/g, '')
    .split('\r\n')
    .map(fold)
    .join('\r\n')

/** The text of an .ics file (RFC 5545): windows from their opening to their last moment, theme days as whole days. */
export async function calendarText(
  edition: CalendarEdition,
  activities: readonly Activity[],
  days: readonly ScheduleDay[],
  now: Instant,
): Promise<string> {
  // Loaded when it is asked for: home, which everybody opens first, does not wait for it.
  const { createEvents } = await import('ics')
  const events = [
    ...activities.map(activity => activityEvent(edition, activity, now)),
    ...days.map(day => dayEvent(edition, day, now)),
  ]
  const header = { productId: '-//yunkepu//schedule//ZH', method: 'PUBLISH', calName: plain(calendarTitle(edition)) }
  const { error, value } = createEvents(events, header)
  if (error || value === null) throw error ?? new Error('no calendar came out')
  return refold(value)
}
