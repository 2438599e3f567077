import type { RegionCode } from '../../../miniprogram/contract/regions'
import { holds, organises, type Standing } from '../../../miniprogram/contract/roles'
import type { Procedure } from '../../../miniprogram/contract/rpc'

export type Admission = 'admitted' | 'forbidden' | 'consent-missing' | 'out-of-scope'

/** What the declarations alone promise: whether a caller with this standing gets past the door and reaches the target. */
export function admissionOf({ role, scope }: Procedure, standing: Standing, target: RegionCode | null): Admission {
  if (!holds(standing, role)) return role === 'contributor' ? 'consent-missing' : 'forbidden'
  if (scope === 'region' && target !== null && !organises(standing, target)) return 'out-of-scope'
  return 'admitted'
}
