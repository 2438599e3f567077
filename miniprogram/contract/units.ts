import * as v from 'valibot'
import { applying } from './applying'
import { fileSchema } from './files'
import { codeSchema, reasonSchema, unitIdSchema } from './inputs'
import { type Liaison, liaisons } from './liaisons'
import { cursorSchema, type Paged, regionPageSchema } from './paging'
import { type RegionCode, regionSchema } from './regions'
import { domain, procedure, returns } from './rpc'
import type { Instant } from './time'
import { UNIT_KINDS, type UnitKind } from './unit-kinds'

export type UnitState = 'applied' | 'confirmed' | 'closed'

export const UNIT_NAME_LIMITS = { least: 2, most: 60 } as const

const unitNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(UNIT_NAME_LIMITS.least),
  v.maxLength(UNIT_NAME_LIMITS.most),
)

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

export interface Waiting {
  applied: number
  missing: number
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
      ...regionPageSchema.entries,
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

  ...applying,
  ...liaisons,
})
