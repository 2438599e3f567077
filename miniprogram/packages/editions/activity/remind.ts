import * as v from 'valibot'
import { type ActivityKind, activityKindSchema } from '../../../contract/activities'
import { REMINDER_KINDS, type ReminderKind } from '../../../contract/notices'
import { remindedText } from '../../../copy/activity'
import { agreementWords } from '../../../copy/subscribe'
import { tell } from '../../../lib/tell'
import { CallError } from '../../../services/call-error'
import { askAgreement, prepareAgreements } from '../../../services/subscribe'
import { hasConsented, knownMe } from '../../../stores/me'
import { addReminder, refreshReminders } from '../../../stores/reminders'

const reminderSchema = v.object({ activity: activityKindSchema, kind: v.picklist(REMINDER_KINDS) })

/** Agreements that the platform has counted and that did not reach the cloud: nobody is asked twice for one reminder. */
const agreed = new Set<string>()

/** Everything that a tap must not wait for; where it cannot be had, the tap itself says so. */
export async function prepareReminders(): Promise<void> {
  await Promise.all([prepareAgreements(), refreshReminders()]).catch(() => undefined)
}

async function arrange(activity: ActivityKind, kind: ReminderKind): Promise<void> {
  const name = `${activity} ${kind}`
  if (!agreed.has(name)) {
    const agreement = await askAgreement('activity')
    if (agreement !== 'accepted') return tell(agreementWords[agreement])
    agreed.add(name)
  }
  const { at } = await addReminder(activity, kind)
  agreed.delete(name)
  await tell(remindedText(at))
}

/** Arranges one reminder for one agreement. Whoever has not consented yet is led to that first. Throws CallError. */
export async function remind(asked: { activity: string; kind: string }): Promise<void> {
  const known = knownMe.get()
  if (known && !hasConsented(known)) throw new CallError('consent-missing')
  const parsed = v.safeParse(reminderSchema, asked)
  if (parsed.success) await arrange(parsed.output.activity, parsed.output.kind)
}
