import type { units as unitsContract } from '../../miniprogram/contract/units'
import { dissolveUnit, grantInside, withdrawGrantInside } from '../people/api'
import { audit } from '../platform/audit'
import type { Context, Handler } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import { inTransaction, type Transaction } from '../platform/transaction'
import { unitReply } from './replies'
import { unitNames } from './repository/unit-names'
import { type StoredUnit, units } from './repository/units'
import { plainName } from './rules'

type Deciding = Context<'unit-unknown' | 'out-of-scope' | 'already-decided'>

const DECIDABLE: Record<'confirmed' | 'closed', readonly StoredUnit['state'][]> = {
  confirmed: ['applied'],
  closed: ['applied', 'confirmed'],
}

/** The unit to be decided on; `done` when this very call has decided it before. */
async function undecided(
  tx: Transaction,
  id: string,
  to: 'confirmed' | 'closed',
  context: Deciding,
): Promise<{ unit: StoredUnit; done: boolean }> {
  const unit = await units.inside(tx).get(id)
  if (!unit) throw context.refusal('unit-unknown')
  mustOrganise(context, unit.region)
  const done = unit.state === to && unit.decidedWith === context.key
  if (!done && !DECIDABLE[to].includes(unit.state)) throw context.refusal('already-decided')
  return { unit, done }
}

const officerGrant = ({ _id, region }: StoredUnit) => ({ role: 'unit-officer', region, unit: _id }) as const

/** The applicant becomes the officer. */
export const confirm: Handler<typeof unitsContract.confirm> = ({ unit: id }, context) =>
  inTransaction(context, async tx => {
    const { unit, done } = await undecided(tx, id, 'confirmed', context)
    if (done) return unitReply(unit)
    const officer = unit.appliedBy
    const isGranted =
      officer !== null && (await grantInside(tx, officer, { ...officerGrant(unit), since: context.now }))
    if (!isGranted) throw context.refusal('unit-unknown') // the applicant is being forgotten, and the application with them
    const change = { state: 'confirmed', officer, decidedWith: context.key } as const
    await units.inside(tx).update(id, change)
    const facts = { kind: unit.kind }
    await audit(tx, context, { action: 'units.confirm', region: unit.region, subject: id, facts })
    return unitReply({ ...unit, ...change })
  })

/** Its people see the reason, belong to no unit any more, and its name is free for others. Sent again it is finished. */
export const close: Handler<typeof unitsContract.close> = async (input, context) => {
  const closed = await end(input, context)
  await dissolveUnit(closed.id)
  return closed
}

const end: typeof close = ({ unit: id, reason }, context) =>
  inTransaction(context, async tx => {
    const { unit, done } = await undecided(tx, id, 'closed', context)
    if (done) return unitReply(unit)
    if (unit.officer !== null) await withdrawGrantInside(tx, unit.officer, officerGrant(unit))
    await unitNames.release(tx, unit.region, plainName(unit.name))
    const change = { state: 'closed', reason, officer: null, decidedWith: context.key } as const
    await units.inside(tx).update(id, change)
    const facts = { from: unit.state, reason }
    await audit(tx, context, { action: 'units.close', region: unit.region, subject: id, facts })
    return unitReply({ ...unit, ...change })
  })
