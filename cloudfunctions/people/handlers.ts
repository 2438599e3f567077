import type { people } from '../../miniprogram/contract/people'
import type { Handlers } from '../platform/context'
import { listAudit } from './audit-list'
import { claimAdministration } from './claim-administration'
import { giveConsent } from './consent'
import { deleteMe } from './delete-me'
import { showMyData } from './my-data'
import { me, saveProfile } from './profile'
import { inviteToRole, takeRole } from './role-invitations'
import { listRoles, revokeRole } from './roles'
import { decideText, listTextReviews } from './text-reviews'

export const handlers: Handlers<typeof people> = {
  me,
  giveConsent,
  saveProfile,
  showMyData,
  deleteMe,
  claimAdministration,
  inviteToRole,
  takeRole,
  revokeRole,
  listRoles,
  listAudit,
  listTextReviews,
  decideText,
}
