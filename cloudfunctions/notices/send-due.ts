import type { Activity } from '../../miniprogram/contract/activities'
import { REMINDER_KINDS, type ReminderKind } from '../../miniprogram/contract/notices'
import { momentToRemind } from '../../miniprogram/contract/reminder-moment'
import { DAY, type Instant } from '../../miniprogram/contract/time'
import { editions } from '../editions/api'
import { logUnexpected } from '../platform/log'
import { sendMessage } from '../platform/messages'
import { messageAgreements, type StoredAgreement } from './repository/message-agreements'
import { reminderFields } from './words'

/** What one run of the timer did. `lost` went out with an error: it may have arrived, so it is not tried again. */
export interface SendReport {
  sent: number
  refused: number
  missed: number
  lost: number
}

type Outcome = keyof SendReport | 'elsewhere'

const AT_ONCE = 10
const MOST_A_RUN = 1000
const KEPT_DAYS = 30

/** The year's activities as the clock of this run sees them. */
interface Year {
  year: number
  activities: readonly Activity[]
}

/**
 * Sends what is due, each at most once: it is marked before it goes out, so a run that was cut off is taken up by the
 * next one, and what it was just sending is left. A run that meets an error stops, so that an outage costs few messages.
 */
export async function sendDue(now: Instant, requestId: string): Promise<SendReport> {
  const report: SendReport = { sent: 0, refused: 0, missed: 0, lost: 0 }
  const edition = await editions.published(now)
  if (edition) await followChanges(edition)
  await messageAgreements.removeBefore(now - KEPT_DAYS * DAY)
  for (let looked = 0; looked < MOST_A_RUN && report.lost === 0; looked += AT_ONCE) {
    const due = await messageAgreements.due(now, AT_ONCE)
    if (due.length === 0) break
    const outcomes = await Promise.all(due.map(agreement => settle(agreement, edition, { now, requestId })))
    for (const outcome of outcomes) if (outcome !== 'elsewhere') report[outcome] += 1
  }
  return report
}

/** Whoever waits for a window that has moved waits for the new one. */
async function followChanges({ year, activities }: Year): Promise<void> {
  for (const activity of activities.filter(({ changed }) => changed !== null))
    for (const kind of REMINDER_KINDS)
      await messageAgreements.reschedule({ year, activity: activity.kind, kind }, momentToRemind(activity, kind))
}

interface Run {
  now: Instant
  requestId: string
}

async function settle(agreement: StoredAgreement, year: Year | null, run: Run): Promise<Outcome> {
  const { _id, kind } = agreement
  const activity = year?.year === agreement.year ? year.activities.find(same => same.kind === agreement.activity) : null
  // Nothing is left to be told; the agreement is not used up by a message that only disturbs.
  if (!activity || kind === '' || activity.closesAt <= run.now)
    return (await messageAgreements.move(_id, 'waiting', 'missed')) ? 'missed' : 'elsewhere'
  if (!(await messageAgreements.move(_id, 'waiting', 'sending'))) return 'elsewhere'
  return send(agreement, activity, kind, run)
}

async function send(
  { _id, person }: StoredAgreement,
  activity: Activity,
  kind: ReminderKind,
  { now, requestId }: Run,
): Promise<Outcome> {
  const page = `packages/editions/activity/activity?kind=${activity.kind}`
  try {
    const data = reminderFields(activity, kind, now)
    const outcome = (await sendMessage({ person, template: 'activity', page, data })) === 'sent' ? 'sent' : 'refused'
    await messageAgreements.move(_id, 'sending', outcome)
    return outcome
  } catch (error) {
    logUnexpected(requestId, error)
    return 'lost'
  }
}
