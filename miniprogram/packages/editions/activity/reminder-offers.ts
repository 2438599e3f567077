import type { Reminder, ReminderKind } from '../../../contract/notices'
import { DAY, type Instant, type Window } from '../../../contract/time'
import type { ActivityKind } from '../../../contract/editions'
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

/** What is still to come of a window: its first moment, and the day before its last. */
const dueOf = ({ opensAt, closesAt }: Window, now: Instant): Due[] =>
  [
    { kind: 'activity-opens', at: opensAt } as const,
    { kind: 'activity-closes', at: Math.max(closesAt - DAY, opensAt) } as const,
  ].filter(({ at }) => now < at)

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
