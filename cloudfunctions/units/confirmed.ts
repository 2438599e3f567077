import type { Transaction } from '../platform/transaction'
import { units } from './repository/units'

/** A confirmed unit, in the transaction that names it: one read. Null where there is none. */
export async function confirmedInside(transaction: Transaction, id: string) {
  const found = await units.inside(transaction).get(id)
  return found?.state === 'confirmed' ? { id: found._id, name: found.name, region: found.region } : null
}
