import type { Deletion } from '../../miniprogram/contract/people'
import { removeFiles } from '../platform/files'
import { Refusal } from '../platform/refusal'
import { inTransaction } from '../platform/transaction'
import type { Sheet } from '../platform/workbook'
import { depart } from './depart'
import { members } from './repository/members'
import { type StoredUnit, units } from './repository/units'
import { membershipSheet } from './words'

/** The person's unit, if any. Two reads at most. */
export async function dataOf(person: string): Promise<Sheet[]> {
  const member = await members.get(person)
  const unit = member?.unit ? await units.get(member.unit) : null
  if (!member || !unit) return []
  return [membershipSheet({ unit, joinedAt: member.joinedAt, isOfficer: unit.officer === person })]
}

const whenBusy = { refusal: (code: 'busy') => new Refusal(code) }

/**
 * Takes a person out of their unit and off what they applied for; asked again it is done. The liaison officers whom a
 * unit named stay: they are the unit's record, and nothing in it says who wrote it. Not for a unit's officer.
 */
export async function forget(person: string): Promise<Deletion> {
  const left = await inTransaction(whenBusy, async tx => {
    const member = await members.inside(tx).get(person)
    if (!member) return null
    const unit = member.unit === null ? null : await units.inside(tx).get(member.unit)
    await members.inside(tx).remove(person)
    if (unit) await depart(tx, unit)
    return unit
  })
  await removeFiles(await units.proofOf(person))
  await units.forgetApplicant(person)
  return left ? { deleted: ['unit-membership'], kept: keptOf(left) } : { deleted: [], kept: [] }
}

const keptOf = ({ liaisonYear }: StoredUnit): Deletion['kept'] => (liaisonYear > 0 ? ['unit-liaison'] : [])
