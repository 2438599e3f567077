import { covers, type RegionCode } from './regions'
import type { Instant } from './time'

/**
 * Who may call a procedure. `public` is anybody with a WeChat identity; `contributor` is who has consented to be known;
 * the others are granted. None is ever claimed by a phone.
 */
export const ROLES = ['public', 'contributor', 'juror', 'unit-officer', 'organiser', 'administrator'] as const

export type Role = (typeof ROLES)[number]

export const GRANTED_ROLES = ['juror', 'unit-officer', 'organiser', 'administrator'] as const

export type GrantedRole = (typeof GRANTED_ROLES)[number]

/**
 * How far a caller's right goes: `none` where all get the same, `self` their own things, `unit` the unit whose officer they
 * are, `region` the region they organise and what lies below.
 */
export type Scope = 'none' | 'self' | 'unit' | 'region'

export interface Grant {
  role: GrantedRole
  /** For an organiser: the region; for a unit officer: the unit's region; the country for an administrator. */
  region: RegionCode
  /** Only of a unit officer. */
  unit: string | null
  since: Instant
}

/** What is known of a caller before a handler runs. Nobody's standing comes from a phone. */
export interface Standing {
  consented: boolean
  region: RegionCode | null
  /** The unit the person belongs to. */
  unit: string | null
  grants: readonly Grant[]
}

export const NOBODY: Standing = { consented: false, region: null, unit: null, grants: [] }

const isOrganiser = ({ role }: Grant): boolean => role === 'organiser' || role === 'administrator'

/** The regions a person organises; an administrator organises the country. */
export const organisedBy = ({ grants }: Standing): RegionCode[] =>
  grants.filter(isOrganiser).map(({ region }) => region)

export const organises = (standing: Standing, region: RegionCode): boolean =>
  organisedBy(standing).some(organised => covers(organised, region))

/** The unit that the person is the officer of. */
export const officedBy = ({ grants }: Standing): string | null =>
  grants.find(({ role }) => role === 'unit-officer')?.unit ?? null

export function holds(standing: Standing, role: Role): boolean {
  if (role === 'public') return true
  if (role === 'contributor') return standing.consented
  if (role === 'organiser') return standing.grants.some(isOrganiser)
  return standing.grants.some(grant => grant.role === role)
}
