import type { Liaison, LiaisonRow } from '../../miniprogram/contract/liaisons'
import type { OwnUnit, Unit } from '../../miniprogram/contract/units'
import type { Context } from '../platform/context'
import type { StoredLiaison } from './repository/liaisons'
import type { StoredUnit } from './repository/units'
import { liaisonDue, maskMail, maskPhone } from './rules'

export const unitReply = (unit: StoredUnit): Unit => ({
  id: unit._id,
  name: unit.name,
  kind: unit.kind,
  region: unit.region,
  parent: unit.parent,
  state: unit.state,
  members: unit.members,
  reason: unit.reason,
  appliedAt: unit.appliedAt,
})

export const liaisonReply = ({ name, duty, phone, mail, namedAt, late, version }: StoredLiaison): Liaison => ({
  ...{ name, duty, phone, mail, namedAt, late, version },
})

const masked = (liaison: Liaison): Liaison => ({
  ...liaison,
  phone: maskPhone(liaison.phone),
  mail: maskMail(liaison.mail),
})

/** The unit as one of its people sees it. Only its officer, who writes them down, reads phone and mail in full. */
export function ownUnitReply(
  unit: StoredUnit,
  { liaison, year }: { liaison: StoredLiaison | null; year: number },
  { who, now }: Pick<Context, 'who' | 'now'>,
): OwnUnit {
  const isOfficer = unit.officer === who.person
  const inFull = liaison && liaisonReply(liaison)
  const shown = inFull && (isOfficer ? inFull : masked(inFull))
  return { ...unitReply(unit), isOfficer, liaison: shown, liaisonDue: liaisonDue(year), now }
}

/** A line of the organisers' board: from the unit's own document, which never holds a phone in full. */
export function boardRow(unit: StoredUnit, year: number): LiaisonRow {
  const liaison = unit.liaisonYear >= year ? unit.liaison : null
  return {
    unit: unit._id,
    unitName: unit.name,
    region: unit.region,
    kind: unit.kind,
    name: liaison?.name ?? null,
    duty: liaison?.duty ?? null,
    maskedPhone: liaison?.maskedPhone ?? null,
    late: liaison?.late ?? false,
  }
}
