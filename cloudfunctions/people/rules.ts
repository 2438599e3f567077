import type { AgeBand } from '../../miniprogram/contract/people'
import { COUNTRY, type RegionCode } from '../../miniprogram/contract/regions'
import { type GrantedRole, holds, organises, type Standing } from '../../miniprogram/contract/roles'

export const needsGuardian = (ageBand: AgeBand): boolean => ageBand === 'under-14'

/** Roles are given within one's own scope: administrators only by administrators, and only for the country. */
export const mayGrant = (standing: Standing, role: GrantedRole, region: RegionCode): boolean =>
  role === 'administrator' ? region === COUNTRY && holds(standing, 'administrator') : organises(standing, region)

/** A nickname after an organiser has looked at it; null where it has been changed meanwhile, so that nothing is to be done. */
export function decidedNickname(
  stored: { nickname: string; nicknameState: 'shown' | 'waits' },
  text: string,
  passes: boolean,
): { nickname: string; nicknameState: 'shown' } | null {
  if (stored.nicknameState !== 'waits' || stored.nickname !== text) return null
  return { nickname: passes ? text : '', nicknameState: 'shown' }
}
