import type { ActivityKind } from '../contract/editions'
import { notices, type Reminder, type ReminderKind } from '../contract/notices'
import { sendOnce } from '../lib/send-once'
import { createStore } from '../lib/store'
import { call } from '../services/cloud'
import { hasConsented, me } from './me'

/** What this person will be reminded of, as last heard; null until the first answer. */
export const reminders = createStore<Reminder[] | null>(null)

/** Asks again; who has not consented has none, and is not asked about. Throws CallError. */
export async function refreshReminders(): Promise<Reminder[]> {
  const heard = hasConsented(await me()) ? await call(notices.listReminders, {}) : []
  reminders.set(heard)
  return heard
}

const others = (activity: ActivityKind, kind: ReminderKind): Reminder[] =>
  (reminders.get() ?? []).filter(reminder => reminder.activity !== activity || reminder.kind !== kind)

/** Uses one agreement for one reminder. Throws CallError. */
export async function addReminder(activity: ActivityKind, kind: ReminderKind): Promise<Reminder> {
  const reminder = await sendOnce(notices.remindMe, { activity, kind })
  reminders.set([...others(activity, kind), reminder])
  return reminder
}

/** Throws CallError. */
export async function forgetReminder(activity: ActivityKind, kind: ReminderKind): Promise<void> {
  await sendOnce(notices.forgetReminder, { activity, kind })
  reminders.set(others(activity, kind))
}
