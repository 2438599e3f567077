import type { Refusal } from '../platform/refusal'
import { grants } from './repository/role-grants'

/**
 * Refuses to end the last administration. To be asked inside the transaction that ends one, after its audit record: two
 * such transactions at once meet at the head of the country's chain, so the slower one is run again and counts anew. The
 * count itself is of what is committed, so one's own is still in it.
 */
export async function keepOneAdministrator(refusal: (code: 'last-administrator') => Refusal): Promise<void> {
  if ((await grants.count('administrator')) <= 1) throw refusal('last-administrator')
}
