import * as v from 'valibot'
import { DAY, instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { collection } from '../../platform/database'

export const INVITATION_LIFETIME = 7 * DAY

export const roleInvitationsSpec = defineCollection({
  name: 'role_invitations',
  purpose: 'An invitation to take a role with a code, for one person.',
  schema: v.object({
    /** Keyed hash of the code: the code itself is stored nowhere. */
    _id: v.string(),
    role: v.picklist(['juror', 'organiser', 'administrator']),
    region: v.string(),
    /** Whose right it rests on. */
    inviter: v.string(),
    invitedWith: v.string(),
    expiresAt: instantSchema,
    /** Empty until somebody has taken it. */
    taker: v.string(),
    takenWith: v.string(),
  }),
  indexes: [
    { name: 'inviter', fields: [['inviter', 1]], unique: false },
    { name: 'taker', fields: [['taker', 1]], unique: false },
  ],
  personal: ['inviter', 'taker'],
  retention: 'Until the inviter or the taker asks for deletion.',
})

const invitations = collection(roleInvitationsSpec)

/** What a person was invited with, and what they invited to and nobody has taken, is gone. */
export async function forgetInvitations(person: string): Promise<void> {
  await invitations.remove({ inviter: person })
  await invitations.remove({ taker: person })
}
