import * as v from 'valibot'
import { reasonSchema } from './inputs'
import { type Paged, regionPageSchema } from './paging'
import { type RegionCode, regionSchema } from './regions'
import type { Grant, GrantedRole } from './roles'
import { procedure, returns } from './rpc'
import type { Instant } from './time'

export interface RoleInvitation {
  code: string
  expiresAt: Instant
}

export interface RoleHolder {
  handle: string
  nickname: string
  grant: Grant
}

export interface AuditRecord {
  number: number
  at: Instant
  /** Handle of who acted. */
  actor: string
  actorNickname: string
  action: string
  region: RegionCode
  subject: string
  /** Facts of the action, without personal data. */
  facts: Record<string, string | number | boolean>
  hash: string
}

export interface TextReview {
  id: string
  text: string
  /** Where it would be shown: `nickname`, `unit-name`, `notice`. */
  place: string
  region: RegionCode
  at: Instant
}

const grantableSchema = v.picklist(['juror', 'organiser', 'administrator'] as const satisfies readonly GrantedRole[])

/** What organisers do in the domain `people`: give and take roles, read the log of their acts, decide on waiting texts. */
export const granting = {
  /** A code for one person to take a role with, good for seven days, within the caller's own scope. */
  inviteToRole: procedure('people.inviteToRole', {
    kind: 'write',
    role: 'organiser',
    scope: 'region',
    input: v.strictObject({ role: grantableSchema, region: regionSchema }),
    output: returns<RoleInvitation>(),
    errors: ['out-of-scope', 'region-unknown', 'busy'],
    cost: { reads: 4, writes: 4, cold: 0 },
  }),

  /** Takes a granted role back. Nobody takes their own last administration away. */
  revokeRole: procedure('people.revokeRole', {
    kind: 'write',
    role: 'organiser',
    scope: 'region',
    input: v.strictObject({
      handle: v.pipe(v.string(), v.maxLength(64)),
      role: grantableSchema,
      region: regionSchema,
      reason: reasonSchema,
    }),
    output: returns<null>(),
    errors: ['out-of-scope', 'person-unknown', 'grant-unknown', 'last-administrator', 'busy'],
    cost: { reads: 8, writes: 4, cold: 0 },
  }),

  listRoles: procedure('people.listRoles', {
    kind: 'read',
    role: 'organiser',
    scope: 'region',
    input: regionPageSchema,
    output: returns<Paged<RoleHolder>>(),
    errors: ['out-of-scope'],
    cost: { reads: 3, writes: 0, cold: 0 },
  }),

  /** Newest first, of a region and below. */
  listAudit: procedure('people.listAudit', {
    kind: 'read',
    role: 'organiser',
    scope: 'region',
    input: regionPageSchema,
    output: returns<Paged<AuditRecord>>(),
    errors: ['out-of-scope'],
    cost: { reads: 3, writes: 0, cold: 0 },
  }),

  /** Texts that the platform's check left to a person. */
  listTextReviews: procedure('people.listTextReviews', {
    kind: 'read',
    role: 'organiser',
    scope: 'region',
    input: regionPageSchema,
    output: returns<Paged<TextReview>>(),
    errors: ['out-of-scope'],
    cost: { reads: 2, writes: 0, cold: 0 },
  }),

  decideText: procedure('people.decideText', {
    kind: 'write',
    role: 'organiser',
    scope: 'region',
    input: v.strictObject({ id: v.pipe(v.string(), v.maxLength(200)), passes: v.boolean() }),
    output: returns<null>(),
    errors: ['out-of-scope', 'review-unknown', 'already-decided', 'busy'],
    cost: { reads: 6, writes: 5, cold: 0 },
  }),
}
