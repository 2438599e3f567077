import * as v from 'valibot'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'

/** There is one document, and so one first administrator. */
export const FIRST_CLAIM = 'first'

export const administrationClaimsSpec = defineCollection({
  name: 'administration_claims',
  purpose: 'That the one-time code of the first administrator has been used.',
  schema: v.object({
    _id: v.string(),
    at: instantSchema,
    /** Keyed hash of the person and the call, so that the same call asked again is known. */
    claimedWith: v.string(),
  }),
  indexes: [],
  personal: [],
  retention: 'Kept: it is what makes the code dead.',
})
