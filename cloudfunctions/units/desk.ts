import type { units as unitsContract } from '../../miniprogram/contract/units'
import type { Handler } from '../platform/context'
import { addressesOf } from '../platform/files'
import { mustOrganise } from '../platform/reach'
import { pageOf } from '../platform/paging'
import { unitReply } from './replies'
import { units } from './repository/units'
import { plainName } from './rules'

const PAGE = 30

/** In the order of places, or of names where the beginning of one is asked for. */
export const list: Handler<typeof unitsContract.list> = async ({ region, after, state, name }, context) => {
  mustOrganise(context, region)
  const slice = { region, after, limit: PAGE + 1 }
  const beginning = plainName(name)
  const found = await (beginning === '' ? units.byPlace(state, slice) : units.byName(state, beginning, slice))
  const { items, next } = pageOf(found, PAGE, unit => (beginning === '' ? unit.place : unit.nameKey))
  return { items: items.map(unitReply), next }
}

export const show: Handler<typeof unitsContract.show> = async ({ unit: id }, context) => {
  const unit = await units.get(id)
  if (!unit) throw context.refusal('unit-unknown')
  mustOrganise(context, unit.region)
  const addresses = await addressesOf(unit.proof)
  return { unit: unitReply(unit), proof: addresses.filter(address => address !== '') }
}
