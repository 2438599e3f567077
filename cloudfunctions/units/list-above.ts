import { isRegion } from '../../miniprogram/contract/region-names'
import type { units as unitsContract } from '../../miniprogram/contract/units'
import type { Handler } from '../platform/context'
import { units } from './repository/units'
import { plainName } from './rules'

const MOST = 20

/** Nothing but what a confirmed unit says of itself in public: no state, no people, no reasons. */
export const listAbove: Handler<typeof unitsContract.listAbove> = async ({ region, name }, context) => {
  if (!isRegion(region)) throw context.refusal('region-unknown')
  const beginning = plainName(name)
  if (beginning === '') return []
  const found = await units.above(region, beginning, MOST)
  return found.map(unit => ({ id: unit._id, name: unit.name, kind: unit.kind, region: unit.region }))
}
