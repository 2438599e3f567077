import type { Transaction } from '../platform/transaction'
import { unitNames } from './repository/unit-names'
import { type StoredUnit, units } from './repository/units'
import { plainName } from './rules'

/** One person fewer. Nobody is left of a unit that has only applied: the application is taken back with its name. */
export async function depart(tx: Transaction, unit: StoredUnit): Promise<void> {
  const count = Math.max(unit.members - 1, 0)
  if (unit.state !== 'applied') {
    await units.inside(tx).update(unit._id, { members: count })
    return
  }
  await unitNames.release(tx, unit.region, plainName(unit.name))
  await units.inside(tx).update(unit._id, { members: count, state: 'closed' })
}
