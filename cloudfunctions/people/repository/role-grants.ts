import * as v from 'valibot'
import { prefixOf, type RegionCode } from '../../../miniprogram/contract/regions'
import { GRANTED_ROLES, type GrantedRole } from '../../../miniprogram/contract/roles'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { startingWith } from '../../platform/conditions'
import { collection } from '../../platform/database'

export const roleGrantsSpec = defineCollection({
  name: 'role_grants',
  purpose: 'A role of a person in a region, as in the person’s own document; here to be listed by region.',
  schema: v.object({
    /** `<region>:<role>:<handle>`: a region and below is a range of it. */
    _id: v.string(),
    handle: v.string(),
    role: v.picklist(GRANTED_ROLES),
    region: v.string(),
    since: instantSchema,
  }),
  indexes: [{ name: 'role', fields: [['role', 1]], unique: false }],
  personal: ['_id', 'handle'],
  retention: 'Until the role is taken back or the person asks for deletion.',
})

export type RoleGrant = v.InferOutput<typeof roleGrantsSpec.schema>

const roleGrants = collection(roleGrantsSpec)

export const roleGrantId = ({ region, role, handle }: Pick<RoleGrant, 'region' | 'role' | 'handle'>): string =>
  `${region}:${role}:${handle}`

export const grants = {
  /** Of a region and below, from after `last`. */
  list: (region: RegionCode, last: string | null, limit: number): Promise<RoleGrant[]> =>
    roleGrants.find({ _id: startingWith(prefixOf(region), last) }, { orderBy: ['_id', 1], limit }),

  count: (role: GrantedRole): Promise<number> => roleGrants.count({ role }),
}
