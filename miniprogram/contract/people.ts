import * as v from 'valibot'
import { type RegionCode, regionSchema } from './regions'
import { type Grant, type GrantedRole } from './roles'
import { domain, procedure, returns } from './rpc'
import type { Instant } from './time'

/** The privacy text that was agreed to; a new text asks again. */
export const CONSENT_VERSION = '2026-11'

/** Bands, not birthdays: no more is needed. Under fourteen a guardian agrees too. */
export const AGE_BANDS = ['under-14', '14-17', '18-59', '60-up'] as const

export type AgeBand = (typeof AGE_BANDS)[number]

export const NICKNAME_LIMIT = 20

export const nicknameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NICKNAME_LIMIT))

/** A file of the person's own, as the storage names it. */
export const fileSchema = v.pipe(v.string(), v.startsWith('cloud://'), v.maxLength(500))

/** A person as they see themselves. */
export interface Profile {
  /** Names the person to organisers and nobody else; no identity can be read from it. */
  handle: string
  nickname: string
  /** A nickname that an organiser has yet to look at is shown to nobody else. */
  nicknameWaits: boolean
  /** Empty where none was chosen. */
  avatar: string
  region: RegionCode | null
  ageBand: AgeBand
  unit: { id: string; name: string } | null
}

export interface Me {
  /** Null until the person has consented: before that nothing is stored. */
  profile: Profile | null
  grants: Grant[]
  /** Whether the privacy text has changed since it was agreed to. */
  asksAgain: boolean
  /** The folder of the storage that takes the person's own files, without a slash; empty until the consent. */
  folder: string
}

export interface DataFile {
  /** Address of an .xlsx file, good for ten minutes. */
  url: string
  fileId: string
}

/** Everything the product keeps about a person, by kind. */
export const DATA_KINDS = [
  'profile',
  'roles',
  'files',
  'text-reviews',
  'quiz-attempts',
  'quiz-scores',
  'unit-membership',
  'unit-liaison',
  'reminders',
  'audit-records',
] as const

export type DataKind = (typeof DATA_KINDS)[number]

/** What became of each kind of data. */
export interface Deletion {
  deleted: DataKind[]
  /** Without anything that names the person: statistics, a unit's own records, the log of organisers' acts. */
  kept: DataKind[]
}

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

/** A page of a list, and where the next one begins; null at the end. */
export interface Paged<Item> {
  items: Item[]
  next: string | null
}

export const cursorSchema = v.nullable(v.pipe(v.string(), v.maxLength(200)))
export const codeSchema = v.pipe(v.string(), v.trim(), v.toUpperCase(), v.regex(/^[0-9A-Z]{8}$/))
export const reasonSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(200))

const grantableSchema = v.picklist(['juror', 'organiser', 'administrator'] as const satisfies readonly GrantedRole[])

export const people = domain('people', {
  me: procedure('people.me', {
    kind: 'read',
    role: 'public',
    scope: 'self',
    input: v.strictObject({}),
    output: returns<Me>(),
    errors: [],
    cost: { reads: 1, writes: 0, cold: 0 },
  }),

  /** Creates the person. Under fourteen `guardianAgrees` must be true: a guardian has read their own text and ticked it. */
  giveConsent: procedure('people.giveConsent', {
    kind: 'write',
    role: 'public',
    scope: 'self',
    input: v.strictObject({
      version: v.literal(CONSENT_VERSION),
      ageBand: v.picklist(AGE_BANDS),
      guardianAgrees: v.boolean(),
    }),
    output: returns<Me>(),
    errors: ['guardian-missing', 'busy'],
    cost: { reads: 1, writes: 1, cold: 0 },
  }),

  saveProfile: procedure('people.saveProfile', {
    kind: 'write',
    role: 'contributor',
    scope: 'self',
    input: v.strictObject({
      nickname: nicknameSchema,
      avatar: v.union([v.literal(''), fileSchema]),
      region: v.nullable(regionSchema),
    }),
    output: returns<Me>(),
    errors: ['text-refused', 'region-unknown', 'file-not-yours', 'busy'],
    cost: { reads: 2, writes: 2, cold: 0 },
  }),

  /** Everything stored about the caller, as a workbook with a sheet for each kind of data. */
  showMyData: procedure('people.showMyData', {
    kind: 'write',
    role: 'public',
    scope: 'self',
    input: v.strictObject({}),
    output: returns<DataFile>(),
    errors: ['busy'],
    cost: { reads: 12, writes: 0, cold: 0 },
  }),

  /** Ends the consent and erases the person: what must be kept is kept without identity. Can be asked again until it is done. */
  deleteMe: procedure('people.deleteMe', {
    kind: 'write',
    role: 'public',
    scope: 'self',
    input: v.strictObject({}),
    output: returns<Deletion>(),
    errors: ['last-administrator', 'hand-over-first', 'busy'],
    cost: { reads: 30, writes: 60, cold: 0 },
  }),

  /** The first administrator, by the one-time code set at deployment. It works once, for one person, and then never again. */
  claimAdministration: procedure('people.claimAdministration', {
    kind: 'write',
    role: 'contributor',
    scope: 'none',
    input: v.strictObject({ code: v.pipe(v.string(), v.minLength(1), v.maxLength(200)) }),
    output: returns<Me>(),
    errors: ['code-wrong', 'code-used', 'too-many-tries', 'busy'],
    cost: { reads: 8, writes: 6, cold: 0 },
  }),

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

  takeRole: procedure('people.takeRole', {
    kind: 'write',
    role: 'contributor',
    scope: 'self',
    input: v.strictObject({ code: codeSchema }),
    output: returns<Me>(),
    errors: ['code-wrong', 'code-expired', 'code-used', 'too-many-tries', 'busy'],
    cost: { reads: 8, writes: 7, cold: 0 },
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
    input: v.strictObject({ region: regionSchema, after: cursorSchema }),
    output: returns<Paged<RoleHolder>>(),
    errors: ['out-of-scope'],
    cost: { reads: 3, writes: 0, cold: 0 },
  }),

  /** Newest first, of a region and below. */
  listAudit: procedure('people.listAudit', {
    kind: 'read',
    role: 'organiser',
    scope: 'region',
    input: v.strictObject({ region: regionSchema, after: cursorSchema }),
    output: returns<Paged<AuditRecord>>(),
    errors: ['out-of-scope'],
    cost: { reads: 3, writes: 0, cold: 0 },
  }),

  /** Texts that the platform's check left to a person. */
  listTextReviews: procedure('people.listTextReviews', {
    kind: 'read',
    role: 'organiser',
    scope: 'region',
    input: v.strictObject({ region: regionSchema, after: cursorSchema }),
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
})
