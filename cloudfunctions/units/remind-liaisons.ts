import { dayOf } from '../../miniprogram/contract/time'
import type { Reminded } from '../../miniprogram/contract/liaisons'
import type { units as unitsContract } from '../../miniprogram/contract/units'
import { takeAgreement } from '../notices/api'
import { audit } from '../platform/audit'
import type { Context, Handler } from '../platform/context'
import { logUnexpected } from '../platform/log'
import { sendMessage } from '../platform/messages'
import { mustOrganise } from '../platform/reach'
import { inTransaction } from '../platform/transaction'
import { type StoredUnit, units } from './repository/units'
import { reminderData } from './words'
import { currentYear } from './year'

const MOST_AT_ONCE = 50

const PAGE = 'packages/units/liaison/liaison'

/**
 * Units are claimed for the day before anything is sent: another organiser at the same moment gets others, and whoever
 * asks again with the same key, even after the function was cut off half-way, hears what became of the first time. The
 * audit record comes before the first message: none leaves without it.
 */
export const remindLiaisons: Handler<typeof unitsContract.remindLiaisons> = async ({ region }, context) => {
  mustOrganise(context, region)
  const year = await currentYear(context)
  const { key, now } = context
  const earlier = await units.claimedWith(key, region, MOST_AT_ONCE)
  if (earlier.length > 0) return outcome(earlier)
  const day = dayOf(now)
  const due = await units.toRemind(year, day, { region, limit: MOST_AT_ONCE })
  if (due.length === 0) return outcome([])
  await units.claimReminders(
    due.map(({ _id }) => _id),
    day,
    key,
  )
  const claimed = await units.claimedWith(key, region, MOST_AT_ONCE)
  if (claimed.length === 0) return outcome([])
  const act = { action: 'units.remindLiaisons', region, subject: region, facts: { year, count: claimed.length } }
  await inTransaction(context, tx => audit(tx, context, act))
  const messaged = await messageAll(claimed, year, context)
  if (messaged.size > 0) await units.noteMessaged([...messaged], key)
  return outcome(claimed.map(unit => ({ ...unit, wasMessaged: messaged.has(unit._id) })))
}

const outcome = (reminded: readonly StoredUnit[]): Reminded => ({
  sent: reminded.filter(({ wasMessaged }) => wasMessaged).length,
  call: reminded.filter(({ wasMessaged }) => !wasMessaged).map(({ name, region }) => ({ unitName: name, region })),
})

async function messageAll(claimed: readonly StoredUnit[], year: number, context: Pick<Context, 'requestId'>) {
  const messaged = new Set<string>()
  for (const unit of claimed) if (await message(unit, year, context)) messaged.add(unit._id)
  return messaged
}

/** One message that fails must not keep the others: its unit is to be called. */
async function message(unit: StoredUnit, year: number, { requestId }: Pick<Context, 'requestId'>): Promise<boolean> {
  const { officer } = unit
  if (officer === null || !(await takeAgreement(officer, 'liaison'))) return false
  try {
    const data = reminderData(unit, year)
    return (await sendMessage({ person: officer, template: 'liaison', page: PAGE, data })) === 'sent'
  } catch (error) {
    logUnexpected(requestId, error)
    return false
  }
}
