import type { units as unitsContract } from '../../miniprogram/contract/units'
import { setUnitInside } from '../people/api'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { removeFiles } from '../platform/files'
import { dropText } from '../platform/safety'
import { inTransaction, type Transaction } from '../platform/transaction'
import { members } from './repository/members'
import { unitNames } from './repository/unit-names'
import { type StoredUnit, units } from './repository/units'
import { plainName } from './rules'

type Withdraw = Handler<typeof unitsContract.withdraw>
type WithdrawContext = Parameters<Withdraw>[1]

/** The application is closed first and removed after its files, so that a call that was cut off is finished when it comes again. */
export const withdraw: Withdraw = async ({ unit: id }, context) => {
  const unit = await inTransaction(context, tx => takeBack(tx, id, context))
  if (!unit) return null
  await dropText({ text: unit.name, place: 'unit-name', subject: id })
  await removeFiles(unit.proof)
  await units.removeWithdrawn(id, context.key)
  return null
}

/** What is left to be removed; null where an earlier sending has finished. */
async function takeBack(tx: Transaction, id: string, context: WithdrawContext): Promise<StoredUnit | null> {
  const { who, key, refusal } = context
  const member = await members.inside(tx).get(who.person)
  const unit = await units.inside(tx).get(id)
  if (member?.leftWith === key) return unit?.decidedWith === key ? unit : null
  if (!member || !unit || member.unit !== id || unit.appliedBy !== who.person) throw refusal('unit-unknown')
  if (unit.state !== 'applied') throw refusal('application-decided')

  await members.inside(tx).set({ ...member, unit: null, leftWith: key })
  await unitNames.release(tx, unit.region, plainName(unit.name))
  await units.inside(tx).update(id, { state: 'closed', members: 0, decidedWith: key })
  await setUnitInside(tx, who.person, null)
  const facts = { kind: unit.kind }
  await audit(tx, context, { action: 'units.withdraw', region: unit.region, subject: id, facts })
  return unit
}
