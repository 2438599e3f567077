import * as v from 'valibot'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import type { Transaction } from '../../platform/transaction'

export const unitInvitationsSpec = defineCollection({
  name: 'unit_invitations',
  purpose: 'A code with which people join a unit. The code itself is stored nowhere.',
  schema: v.object({
    /** Keyed hash of the code. */
    _id: v.string(),
    unit: v.string(),
    expiresAt: instantSchema,
    uses: v.pipe(v.number(), v.integer(), v.minValue(0)),
  }),
  indexes: [],
  personal: [],
  retention: 'Until the unit makes a new one; it lets nobody in after fourteen days.',
})

export const unitInvitations = {
  inside: (tx: Transaction) => tx.collection(unitInvitationsSpec),
}
