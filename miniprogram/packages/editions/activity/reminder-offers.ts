import { type Reminder, REMINDER_KINDS, type ReminderKind } from '../../../contract/notices'
import { momentToRemind } from '../../../contract/reminder-moment'
import type { Instant, Window } from '../../../contract/time'
import type { ActivityKind } from '../../../contract/activities'
import { activityWords, remindNote, remindTitle } from '../../../copy/activity'

/** Something one can be reminded of, as a row: an offer, or what is already arranged. */
export interface ReminderOffer {
  kind: ReminderKind
  title: string
  note: string
  badge: string
}

interface Due {
  kind: ReminderKind
  at: Instant
}

/** The reminders of a window that are still to come. */
const dueOf = (window: Window, now: Instant): Due[] =>
  REMINDER_KINDS.map(kind => ({ kind, at: momentToRemind(window, kind) })).filter(({ at }) => now < at)

/** What one can be reminded of, with what one will be reminded of anyway marked. */
export function offersOf(
  activity: Window & { kind: ActivityKind },
  arranged: readonly Reminder[],
  now: Instant,
): ReminderOffer[] {
  return dueOf(activity, now).map(({ kind, at }) => {
    const known = arranged.find(reminder => reminder.activity === activity.kind && reminder.kind === kind)
    return {
      kind,
      title: remindTitle(kind),
      note: remindNote(known?.at ?? at),
      badge: known ? activityWords.reminderSet : '',
    }
  })
}
