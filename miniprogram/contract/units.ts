import * as v from 'valibot'
import { codeSchema, cursorSchema, type DataFile, fileSchema, type Paged, reasonSchema } from './people'
import { type RegionCode, regionSchema } from './regions'
import { domain, procedure, returns } from './rpc'
import type { Instant } from './time'

/** The ten kinds of unit of the founding notice. */
export const UNIT_KINDS = [
  'ministry-department',
  'provincial-department',
  'science-base',
  'laboratory',
  'university',
  'society',
  'school',
  'protected-area',
  'museum-media',
  'company',
] as const

export type UnitKind = (typeof UNIT_KINDS)[number]

export type UnitState = 'applied' | 'confirmed' | 'closed'

export const UNIT_NAME_LIMITS = { least: 2, most: 60 } as const

export const unitNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(UNIT_NAME_LIMITS.least),
  v.maxLength(UNIT_NAME_LIMITS.most),
)

const unitIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-z-]{8,64}$/))

export interface Unit {
  id: string
  name: string
  kind: UnitKind
  region: RegionCode
  /** The unit it belongs to, if that one is registered too. */
  parent: { id: string; name: string } | null
  state: UnitState
  members: number
  /** Why it was closed or turned down; empty otherwise. */
  reason: string
  appliedAt: Instant
}

/** A unit as its own people and its organisers see it. */
export interface OwnUnit extends Unit {
  isOfficer: boolean
  liaison: Liaison | null
  /** Until when the liaison officer of the current edition is to be named. */
  liaisonDue: Instant
  now: Instant
}

/** The unit's liaison officer (联络员) of one edition, as the unit sees it. */
export interface Liaison {
  name: string
  duty: string
  phone: string
  mail: string
  namedAt: Instant
  /** Named after the day it was due. */
  late: boolean
  /** Counts the changes; a change names the version it was made from. */
  version: number
}

export interface LiaisonChange {
  at: Instant
  name: string
  duty: string
}

/** A unit on the organisers' board; the phone is masked until it is opened. */
export interface LiaisonRow {
  unit: string
  unitName: string
  region: RegionCode
  kind: UnitKind
  name: string | null
  duty: string | null
  maskedPhone: string | null
  late: boolean
}

export interface LiaisonBoard extends Paged<LiaisonRow> {
  /** Of the region and below, in confirmed units. */
  units: number
  missing: number
  year: number
}

export interface Waiting {
  applied: number
  missing: number
}

/** Whom a reminder reached, and who has to be called because no message may be sent. */
export interface Reminded {
  sent: number
  call: { unitName: string; region: RegionCode }[]
}

export interface UnitInvitation {
  code: string
  expiresAt: Instant
}

export interface Member {
  handle: string
  nickname: string
  isOfficer: boolean
  joinedAt: Instant
}

const nameSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(30))
const phoneSchema = v.pipe(v.string(), v.trim(), v.regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/))
const mailSchema = v.pipe(v.string(), v.trim(), v.maxLength(100), v.email())

const regionList = v.strictObject({ region: regionSchema, after: cursorSchema })

export const liaisonSchema = v.strictObject({
  name: nameSchema,
  duty: nameSchema,
  phone: phoneSchema,
  mail: mailSchema,
})

export const applicationSchema = v.strictObject({
  name: unitNameSchema,
  kind: v.picklist(UNIT_KINDS),
  region: regionSchema,
  parent: v.nullable(unitIdSchema),
  /** Pictures of the letter or certificate that proves the unit. */
  proof: v.pipe(v.array(fileSchema), v.minLength(1), v.maxLength(3)),
})

const own = { role: 'contributor', scope: 'self' } as const
const officer = { role: 'unit-officer', scope: 'unit' } as const
const organiser = { role: 'organiser', scope: 'region' } as const

export const units = domain('units', {
  /** The unit one belongs to or has applied for; null for none. */
  mine: procedure('units.mine', {
    kind: 'read',
    ...own,
    input: v.strictObject({}),
    output: returns<OwnUnit | null>(),
    errors: [],
    cost: { reads: 3, writes: 0, cold: 2 },
  }),
  apply: procedure('units.apply', {
    kind: 'write',
    ...own,
    input: applicationSchema,
    output: returns<OwnUnit>(),
    errors: [
      'text-refused',
      'region-unknown',
      'unit-name-taken',
      'already-in-a-unit',
      'file-not-yours',
      'unit-unknown',
      'busy',
    ],
    cost: { reads: 6, writes: 5, cold: 2 },
  }),
  join: procedure('units.join', {
    kind: 'write',
    ...own,
    input: v.strictObject({ code: codeSchema }),
    output: returns<OwnUnit>(),
    errors: ['code-wrong', 'code-expired', 'too-many-tries', 'already-in-a-unit', 'unit-closed', 'busy'],
    cost: { reads: 8, writes: 6, cold: 2 },
  }),
  /** The officer hands over first. */
  leave: procedure('units.leave', {
    kind: 'write',
    ...own,
    input: v.strictObject({}),
    output: returns<null>(),
    errors: ['not-in-a-unit', 'hand-over-first', 'busy'],
    cost: { reads: 4, writes: 4, cold: 0 },
  }),

  /** A code with which up to a hundred people can join, good for fourteen days; a new one ends the old one. */
  invite: procedure('units.invite', {
    kind: 'write',
    ...officer,
    input: v.strictObject({}),
    output: returns<UnitInvitation>(),
    errors: ['unit-closed', 'busy'],
    cost: { reads: 3, writes: 3, cold: 0 },
  }),
  listMembers: procedure('units.listMembers', {
    kind: 'read',
    ...officer,
    input: v.strictObject({ after: cursorSchema }),
    output: returns<Paged<Member>>(),
    errors: [],
    cost: { reads: 3, writes: 0, cold: 0 },
  }),
  handOver: procedure('units.handOver', {
    kind: 'write',
    ...officer,
    input: v.strictObject({ handle: v.pipe(v.string(), v.maxLength(64)) }),
    output: returns<null>(),
    errors: ['person-unknown', 'busy'],
    cost: { reads: 6, writes: 6, cold: 0 },
  }),
  /** Names or changes the liaison officer of the current edition; `version` is the one on the screen, 0 for none. */
  nameLiaison: procedure('units.nameLiaison', {
    kind: 'write',
    ...officer,
    input: v.strictObject({ ...liaisonSchema.entries, version: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
    output: returns<Liaison>(),
    errors: ['liaison-changed', 'unit-not-confirmed', 'text-refused', 'edition-missing', 'busy'],
    cost: { reads: 5, writes: 5, cold: 1 },
  }),
  listLiaisonChanges: procedure('units.listLiaisonChanges', {
    kind: 'read',
    ...officer,
    input: v.strictObject({}),
    output: returns<LiaisonChange[]>(),
    errors: [],
    cost: { reads: 2, writes: 0, cold: 1 },
  }),

  /** What waits for an organiser of a region. */
  countWaiting: procedure('units.countWaiting', {
    kind: 'read',
    ...organiser,
    input: v.strictObject({ region: regionSchema }),
    output: returns<Waiting>(),
    errors: ['out-of-scope', 'edition-missing'],
    cost: { reads: 3, writes: 0, cold: 1 },
  }),
  list: procedure('units.list', {
    kind: 'read',
    ...organiser,
    input: v.strictObject({
      ...regionList.entries,
      state: v.picklist(['applied', 'confirmed', 'closed']),
      /** The beginning of a name; empty for all. */
      name: v.pipe(v.string(), v.trim(), v.maxLength(60)),
    }),
    output: returns<Paged<Unit>>(),
    errors: ['out-of-scope'],
    cost: { reads: 2, writes: 0, cold: 0 },
  }),
  /** With addresses of its proof, good for ten minutes. */
  show: procedure('units.show', {
    kind: 'read',
    ...organiser,
    input: v.strictObject({ unit: unitIdSchema }),
    output: returns<{ unit: Unit; proof: string[] }>(),
    errors: ['unit-unknown', 'out-of-scope'],
    cost: { reads: 2, writes: 0, cold: 0 },
  }),
  confirm: procedure('units.confirm', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({ unit: unitIdSchema }),
    output: returns<Unit>(),
    errors: ['unit-unknown', 'out-of-scope', 'already-decided', 'busy'],
    cost: { reads: 6, writes: 6, cold: 0 },
  }),
  /** Turns an application down or closes a unit; its members are then in none. */
  close: procedure('units.close', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({ unit: unitIdSchema, reason: reasonSchema }),
    output: returns<Unit>(),
    errors: ['unit-unknown', 'out-of-scope', 'already-decided', 'busy'],
    cost: { reads: 6, writes: 6, cold: 0 },
  }),
  listLiaisons: procedure('units.listLiaisons', {
    kind: 'read',
    ...organiser,
    input: v.strictObject({ ...regionList.entries, show: v.picklist(['missing', 'named']) }),
    output: returns<LiaisonBoard>(),
    errors: ['out-of-scope', 'edition-missing'],
    cost: { reads: 3, writes: 0, cold: 1 },
  }),
  /** Shows a liaison officer's phone and mail; every opening is audited. */
  openLiaison: procedure('units.openLiaison', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({ unit: unitIdSchema, reason: reasonSchema }),
    output: returns<Liaison>(),
    errors: ['unit-unknown', 'out-of-scope', 'liaison-missing', 'edition-missing', 'busy'],
    cost: { reads: 5, writes: 3, cold: 1 },
  }),
  /** The list as an .xlsx workbook, phones in full; audited. */
  exportLiaisons: procedure('units.exportLiaisons', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({ region: regionSchema, reason: reasonSchema }),
    output: returns<DataFile>(),
    errors: ['out-of-scope', 'too-many-rows', 'edition-missing', 'busy'],
    cost: { reads: 15, writes: 3, cold: 1 },
  }),
  /** Reminds units that have named nobody: by message where one may be sent, else by telling whom to call. At most fifty a time. */
  remindLiaisons: procedure('units.remindLiaisons', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({ region: regionSchema }),
    output: returns<Reminded>(),
    errors: ['out-of-scope', 'edition-missing', 'busy'],
    cost: { reads: 6, writes: 60, cold: 1 },
  }),
})
