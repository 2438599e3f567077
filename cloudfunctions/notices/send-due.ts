import type { Activity } from '../../miniprogram/contract/activities'
import { REMINDER_KINDS } from '../../miniprogram/contract/notices'
import { momentToRemind } from '../../miniprogram/contract/reminder-moment'
import { DAY, type Instant } from '../../miniprogram/contract/time'
import { editions } from '../editions/api'
import { messageAgreements, type StoredAgreement } from './repository/message-agreements'
import { sendScores } from './send-scores'
import { type Outcome, type Run, sendTaken, type SendReport, settleAll } from './send-taken'
import { reminderFields } from './words'

const KEPT_DAYS = 30

/** The year's activities as the clock of this run sees them. */
interface Year {
  year: number
  activities: readonly Activity[]
}

/**
 * Sends what is due, each at most once: it is marked before it goes out, so a run that was cut off is taken up by the
 * next one, and what it was just sending is left.
 */
export async function sendDue(now: Instant, requestId: string): Promise<SendReport> {
  const report: SendReport = { sent: 0, refused: 0, missed: 0, lost: 0 }
  const run = { now, requestId }
  const edition = await editions.published(now)
  if (edition) await followChanges(edition)
  await messageAgreements.removeBefore(now - KEPT_DAYS * DAY)
  await settleAll(
    report,
    limit => messageAgreements.due(now, limit),
    due => Promise.all(due.map(agreement => settle(agreement, edition, run))),
  )
  await sendScores(report, run)
  return report
}

/** Whoever waits for a window that has moved waits for the new one. */
async function followChanges({ year, activities }: Year): Promise<void> {
  for (const activity of activities.filter(({ changed }) => changed !== null))
    for (const kind of REMINDER_KINDS)
      await messageAgreements.reschedule({ year, activity: activity.kind, kind }, momentToRemind(activity, kind))
}

async function settle(agreement: StoredAgreement, year: Year | null, { now, requestId }: Run): Promise<Outcome> {
  const { _id, kind } = agreement
  const activity = year?.year === agreement.year ? year.activities.find(same => same.kind === agreement.activity) : null
  // Nothing is left to be told; the agreement is not used up by a message that only disturbs.
  if (!activity || kind === '' || activity.closesAt <= now)
    return (await messageAgreements.move(_id, 'waiting', 'missed')) ? 'missed' : 'elsewhere'
  if (!(await messageAgreements.move(_id, 'waiting', 'sending'))) return 'elsewhere'
  const page = `packages/editions/activity/activity?kind=${activity.kind}`
  const data = reminderFields(activity, kind, now)
  return sendTaken(agreement, { template: 'activity', page, data }, requestId)
}
