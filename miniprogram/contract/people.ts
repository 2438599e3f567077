import * as v from 'valibot'
import { type DataFile, fileSchema } from './files'
import { granting } from './granting'
import { codeSchema } from './inputs'
import { type RegionCode, regionSchema } from './regions'
import type { Grant } from './roles'
import { domain, procedure, returns } from './rpc'

/** The privacy text that was agreed to; a new text asks again. */
export const CONSENT_VERSION = '2026-11'

/** Bands, not birthdays: no more is needed. Under fourteen a guardian agrees too, and no ranking names the person. */
export const AGE_BANDS = ['under-14', '14-17', '18-59', '60-up'] as const

export type AgeBand = (typeof AGE_BANDS)[number]

export const NICKNAME_LIMIT = 20

const nicknameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(NICKNAME_LIMIT))

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

/** Everything the product keeps about a person, by kind. */
export const DATA_KINDS = [
  'profile',
  'roles',
  'files',
  'text-reviews',
  'quiz-attempts',
  'quiz-scores',
  'practice-cards',
  'quiz-certificates',
  'question-reports',
  'quiz-standings',
  'quiz-counts',
  'question-verifications',
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
    // More than one each only where somebody who was there before is under fourteen now: the rankings drop the name.
    cost: { reads: 8, writes: 8, cold: 0 },
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
    cost: { reads: 19, writes: 1, cold: 0 },
  }),

  /** Ends the consent and erases the person: what must be kept is kept without identity. Can be asked again until it is done. */
  deleteMe: procedure('people.deleteMe', {
    kind: 'write',
    role: 'public',
    scope: 'self',
    input: v.strictObject({}),
    output: returns<Deletion>(),
    errors: ['last-administrator', 'hand-over-first', 'busy'],
    cost: { reads: 30, writes: 61, cold: 0 },
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

  takeRole: procedure('people.takeRole', {
    kind: 'write',
    role: 'contributor',
    scope: 'self',
    input: v.strictObject({ code: codeSchema }),
    output: returns<Me>(),
    errors: ['code-wrong', 'code-expired', 'code-used', 'too-many-tries', 'busy'],
    cost: { reads: 8, writes: 7, cold: 0 },
  }),

  ...granting,
})
