import type { units as unitsContract } from '../../miniprogram/contract/units'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import { inTransaction } from '../platform/transaction'
import { pageOf } from '../platform/paging'
import { boardRow, liaisonReply } from './replies'
import { liaisons } from './repository/liaisons'
import { units } from './repository/units'
import { currentYear } from './year'

const PAGE = 30

export const countWaiting: Handler<typeof unitsContract.countWaiting> = async ({ region }, context) => {
  mustOrganise(context, region)
  const year = await currentYear(context)
  const [applied, missing] = await Promise.all([units.countApplied(region), units.countMissing(year, region)])
  return { applied, missing }
}

export const listLiaisons: Handler<typeof unitsContract.listLiaisons> = async ({ region, after, show }, context) => {
  mustOrganise(context, region)
  const year = await currentYear(context)
  const slice = { region, after, limit: PAGE + 1 }
  const [counts, found] = await Promise.all([units.board(year, region), units[show](year, slice)])
  const { items, next } = pageOf(found, PAGE, ({ place }) => place)
  return { items: items.map(unit => boardRow(unit, year)), next, ...counts, year }
}

export const openLiaison: Handler<typeof unitsContract.openLiaison> = async ({ unit: id, reason }, context) => {
  const year = await currentYear(context)
  return inTransaction(context, async tx => {
    const unit = await units.inside(tx).get(id)
    if (!unit) throw context.refusal('unit-unknown')
    mustOrganise(context, unit.region)
    const liaison = await liaisons.getInside(tx, id, year)
    if (!liaison) throw context.refusal('liaison-missing')
    const facts = { year, reason }
    await audit(tx, context, { action: 'units.openLiaison', region: unit.region, subject: id, facts })
    return liaisonReply(liaison)
  })
}
