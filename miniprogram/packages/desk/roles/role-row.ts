import type { RowItem } from '../../../components/list-row/row-item'
import type { RoleHolder } from '../../../contract/granting'
import type { GrantedRole } from '../../../contract/roles'
import { deskRoleWords, heldSince } from '../../../copy/desk-roles'
import { ROLE_NAMES } from '../../../copy/people'
import { grantText } from '../../../copy/people'

const ACCENTS: Record<GrantedRole, string> = {
  administrator: 'earth',
  organiser: 'green',
  juror: 'sun',
  'unit-officer': 'water',
}

/** What an organiser can take back; a unit hands its officer's role over by itself. */
export type Revocable = Exclude<GrantedRole, 'unit-officer'>

export const isRevocable = (role: GrantedRole): role is Revocable => role !== 'unit-officer'

/** One person may hold several roles, in several regions: each is a row. */
export const rowId = ({ handle, grant: { role, region, unit } }: RoleHolder): string =>
  [handle, role, region, unit ?? ''].join(':')

export const roleRow = (holder: RoleHolder): RowItem => {
  const { nickname, grant } = holder
  return {
    id: rowId(holder),
    icon: grant.role === 'unit-officer' ? 'landmark' : 'user-round',
    accent: ACCENTS[grant.role],
    title: nickname === '' ? deskRoleWords.nameless : nickname,
    note: heldSince(grantText(grant), grant.since),
    badge: ROLE_NAMES[grant.role],
    still: !isRevocable(grant.role),
  }
}
