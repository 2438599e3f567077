import type { ActivityKind } from '../contract/activities'
import { notices, type Reminder, type ReminderKind } from '../contract/notices'
import { sendOnce } from '../lib/send-once'
import { createStore } from '../lib/store'
import { call } from '../services/cloud'
import { hasConsented, me } from './me'

/** What this person will be reminded of, as last heard; null until the first answer. */
export const reminders = createStore<Reminder[] | null>(null)

/** Counts what was arranged and forgotten here: an answer to an older question knows nothing of it. */
let changes = 0

function change(to: Reminder[]): void {
  changes++
  reminders.set(to)
}

/** Asks again; who has not consented has none, and is not asked about. Throws CallError. */
export async function refreshReminders(): Promise<void> {
  const before = changes
  const heard = hasConsented(await me()) ? await call(notices.listReminders, {}) : []
  if (changes === before) reminders.set(heard)
}

const others = (activity: ActivityKind, kind: ReminderKind): Reminder[] =>
  (reminders.get() ?? []).filter(reminder => reminder.activity !== activity || reminder.kind !== kind)

/** Uses one agreement for one reminder. Throws CallError. */
export async function addReminder(activity: ActivityKind, kind: ReminderKind): Promise<Reminder> {
  const reminder = await sendOnce(notices.remindMe, { activity, kind })
  change([...others(activity, kind), reminder])
  return reminder
}

/** Throws CallError. */
export async function forgetReminder(activity: ActivityKind, kind: ReminderKind): Promise<void> {
  await sendOnce(notices.forgetReminder, { activity, kind })
  change(others(activity, kind))
}
