import type { OwnUnit, units as unitsContract } from '../../miniprogram/contract/units'
import type { Context, Handler } from '../platform/context'
import { ownUnitReply } from './replies'
import { liaisons } from './repository/liaisons'
import { members } from './repository/members'
import type { StoredUnit } from './repository/units'
import { yearShown } from './year'

/** With the liaison officer of the current year. One read, one more on a cold instance. */
export async function asOwn(unit: StoredUnit, context: Pick<Context, 'who' | 'now'>): Promise<OwnUnit> {
  const year = await yearShown(context.now)
  return ownUnitReply(unit, { liaison: await liaisons.get(unit._id, year), year }, context)
}

/** A unit that was turned down or closed is still shown to its people, with the reason, until they go elsewhere. */
export const mine: Handler<typeof unitsContract.mine> = async (_input, context) => {
  const unit = await members.unitOf(context.who.person)
  return unit && asOwn(unit, context)
}
