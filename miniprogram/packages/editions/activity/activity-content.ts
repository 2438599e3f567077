import type { ActivityNow } from '../../../contract/activities'
import type { EditionState } from '../../../contract/editions'
import { dayOf, type Instant, phaseOf, startOfDay } from '../../../contract/time'
import { activityWords, changeText, changeTitle, countdownText } from '../../../copy/activity'
import { closesEntry, opensEntry } from '../../../copy/calendar'
import { remaining, windowText } from '../../../copy/moments'
import { READY } from '../../../lib/loading'
import type { CalendarDay } from '../../../services/calendar'
import { reminders } from '../../../stores/reminders'
import type { ActivityState } from './activity-state'
import { offersOf } from './reminder-offers'

/** An activity in its year. */
export interface Found {
  activity: ActivityNow
  year: number
  state: EditionState
  /** Whether a round of the quiz is open. */
  quizOpen: boolean
}

const { when, left, theme, audience, host } = activityWords

const factsOf = (activity: ActivityNow, now: Instant): ActivityState['facts'] =>
  [
    { label: when, text: windowText(activity) },
    { label: left, text: countdownText(activity, now) },
    { label: theme, text: activity.theme },
    { label: audience, text: activity.audience },
    { label: host, text: activity.unit?.name ?? '' },
  ].filter(fact => fact.text !== '')

/** The next day of an activity that is worth a place in one's own calendar: its first, then its last. */
export function calendarDayOf(activity: ActivityNow, now: Instant): CalendarDay | null {
  const { name, theme: note, opensAt, closesAt } = activity
  const phase = phaseOf(activity, now)
  if (phase === 'closed') return null
  const [title, at] = phase === 'upcoming' ? [opensEntry(name), opensAt] : [closesEntry(name), closesAt - 1]
  return { title, note, day: startOfDay(dayOf(at)) }
}

const changeOf = ({ changed }: ActivityNow, now: Instant): Pick<ActivityState, 'changeTitle' | 'changeText'> =>
  changed
    ? { changeTitle: changeTitle(changed, now), changeText: changeText(changed) }
    : { changeTitle: '', changeText: '' }

/** Everything the page shows of an activity. */
export function contentOf({ activity, year, state, quizOpen }: Found, now: Instant): Partial<ActivityState> {
  const { text, tone } = remaining(activity, now)
  const archived = state === 'archived'
  return {
    ...READY,
    year,
    archived,
    name: activity.name,
    tag: text,
    tone,
    ...changeOf(activity, now),
    facts: factsOf(activity, now),
    steps: activity.steps,
    requirements: activity.requirements,
    attachments: activity.attachments,
    contact: activity.contact,
    playable: activity.kind === 'quiz' && quizOpen,
    offers: archived ? [] : offersOf(activity, reminders.get() ?? [], now),
    day: archived ? null : calendarDayOf(activity, now),
  }
}
