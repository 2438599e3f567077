import * as v from 'valibot'
import type { DataFile } from './files'
import { reasonSchema, unitIdSchema } from './inputs'
import { type Paged, regionPageSchema } from './paging'
import { type RegionCode, regionSchema } from './regions'
import { procedure, returns } from './rpc'
import type { Instant } from './time'
import type { UnitKind } from './unit-kinds'

/** The unit's liaison officer of one edition, as the unit sees it. */
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

/** Whom a reminder reached, and who has to be called because no message may be sent. */
export interface Reminded {
  sent: number
  call: { unitName: string; region: RegionCode }[]
}

const nameSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(30))
const phoneSchema = v.pipe(v.string(), v.trim(), v.regex(/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}(-\d{1,6})?)$/))
const mailSchema = v.pipe(v.string(), v.trim(), v.maxLength(100), v.email())

export const liaisonSchema = v.strictObject({
  name: nameSchema,
  duty: nameSchema,
  phone: phoneSchema,
  mail: mailSchema,
})

const officer = { role: 'unit-officer', scope: 'unit' } as const
const organiser = { role: 'organiser', scope: 'region' } as const

/** What the domain `units` does about liaison officers. */
export const liaisons = {
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

  listLiaisons: procedure('units.listLiaisons', {
    kind: 'read',
    ...organiser,
    input: v.strictObject({ ...regionPageSchema.entries, show: v.picklist(['missing', 'named']) }),
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
    cost: { reads: 15, writes: 4, cold: 1 },
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
}
