import type { notices as contract, Reminder } from '../../miniprogram/contract/notices'
import { momentToRemind } from '../../miniprogram/contract/reminder-moment'
import { editions } from '../editions/api'
import type { Handler } from '../platform/context'
import { messageAgreements, type StoredAgreement } from './repository/message-agreements'
import { scoreAgreements } from './repository/score-agreements'

export const remindMe: Handler<typeof contract.remindMe> = async ({ activity: wanted, kind }, context) => {
  const { now, who, key } = context
  const edition = await editions.published(now)
  if (!edition) throw context.refusal('edition-missing')
  const activity = edition.activities.find(candidate => candidate.kind === wanted)
  if (!activity) throw context.refusal('activity-unknown')
  const at = momentToRemind(activity, kind)
  if (at <= now) throw context.refusal('too-late')
  await messageAgreements.noteReminder({ year: edition.year, activity: wanted, kind }, who.person, at, key)
  return { activity: wanted, kind, at }
}

/** Soonest first. */
export const listReminders: Handler<typeof contract.listReminders> = async (_input, { who }) =>
  (await messageAgreements.waitingOf(who.person)).flatMap(reminderOf).sort((a, b) => a.at - b.at)

const reminderOf = ({ activity, kind, sendAt }: StoredAgreement): Reminder[] =>
  activity === '' || kind === '' ? [] : [{ activity, kind, at: sendAt }]

export const forgetReminder: Handler<typeof contract.forgetReminder> = async ({ activity, kind }, { who }) => {
  await messageAgreements.forgetReminder(who.person, activity, kind)
  return null
}

export const remindMyUnit: Handler<typeof contract.remindMyUnit> = async (_input, { who, key }) => {
  await messageAgreements.noteLiaison(who.person, key)
  return null
}

export const tellMyScore: Handler<typeof contract.tellMyScore> = async (_input, { who, key }) => {
  await scoreAgreements.note(who.person, key)
  return null
}
