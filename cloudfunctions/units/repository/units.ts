import * as v from 'valibot'
import { chainTo, prefixOf, type RegionCode, regionSchema } from '../../../miniprogram/contract/regions'
import { type Day, instantSchema } from '../../../miniprogram/contract/time'
import { UNIT_KINDS } from '../../../miniprogram/contract/unit-kinds'
import type { UnitState } from '../../../miniprogram/contract/units'
import { defineCollection } from '../../platform/collection-spec'
import { atLeast, before, oneOf, startingWith } from '../../platform/conditions'
import { collection } from '../../platform/database'
import type { Transaction } from '../../platform/transaction'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))

export const unitsSpec = defineCollection({
  name: 'units',
  purpose: 'A unit that takes part: who it is, whether it is confirmed, and what of it the organisers’ lists show.',
  schema: v.object({
    _id: v.string(),
    name: v.string(),
    kind: v.picklist(UNIT_KINDS),
    region: regionSchema,
    parent: v.nullable(v.object({ id: v.string(), name: v.string() })),
    state: v.picklist(['applied', 'confirmed', 'closed']),
    /** Why it was closed or turned down. */
    reason: v.string(),
    members: count,
    /** The person who acts for it; null unless it is confirmed. */
    officer: v.nullable(v.string()),
    /** The person who applied; null when that person has left for good. */
    appliedBy: v.nullable(v.string()),
    appliedAt: instantSchema,
    /** Files of the applicant that prove the unit. */
    proof: v.array(v.string()),
    /** `<region>:<id>`: a region and below are one stretch of it. */
    place: v.string(),
    nameKey: v.string(),
    /** The last year for which a liaison officer was named; 0 for never. */
    liaisonYear: count,
    /** Of that year, as lists show it. */
    liaison: v.nullable(v.object({ name: v.string(), duty: v.string(), maskedPhone: v.string(), late: v.boolean() })),
    /** Id of the invitation that holds; empty for none. */
    invitation: v.string(),
    /** Idempotency key of the decision that counted. */
    decidedWith: v.string(),
    /** The last day and the idempotency key of a reminder, and whether a message went out. */
    remindedOn: v.string(),
    remindedWith: v.string(),
    wasMessaged: v.boolean(),
  }),
  indexes: [
    {
      name: 'state_place_liaison',
      fields: [
        ['state', 1],
        ['place', 1],
        ['liaisonYear', 1],
      ],
      unique: false,
    },
    {
      name: 'state_name',
      fields: [
        ['state', 1],
        ['nameKey', 1],
        ['place', 1],
      ],
      unique: false,
    },
    { name: 'reminded_with', fields: [['remindedWith', 1]], unique: false },
    { name: 'applied_by', fields: [['appliedBy', 1]], unique: false },
  ],
  personal: ['officer', 'appliedBy', 'proof', 'liaison.name', 'liaison.duty', 'liaison.maskedPhone'],
  retention: 'Kept: the record of who took part. Identities go when the person asks for deletion.',
})

export type StoredUnit = v.InferOutput<typeof unitsSpec.schema>

/** More than one person applies for. */
const MOST_APPLICATIONS = 100

const unitCollection = collection(unitsSpec)

const CONFIRMED = 'confirmed'

/** A page of a list: of which region and below, after which one, how many. */
export interface Slice {
  region: RegionCode
  after: string | null
  limit: number
}

const below = (region: RegionCode, after: string | null = null) => startingWith(prefixOf(region), after)

const byPlace = { orderBy: ['place', 1] } as const

export const units = {
  inside: (tx: Transaction) => tx.collection(unitsSpec),

  get: (id: string): Promise<StoredUnit | null> => unitCollection.get(id),

  byPlace: (state: UnitState, { region, after, limit }: Slice): Promise<StoredUnit[]> =>
    unitCollection.find({ state, place: below(region, after) }, { ...byPlace, limit }),

  /** @param beginning of the plain name */
  byName: (state: UnitState, beginning: string, { region, after, limit }: Slice): Promise<StoredUnit[]> =>
    unitCollection.find(
      { state, nameKey: startingWith(beginning, after), place: below(region) },
      { orderBy: ['nameKey', 1], limit },
    ),

  /** Confirmed ones of a region or one above it. @param beginning of the plain name */
  above: (region: RegionCode, beginning: string, limit: number): Promise<StoredUnit[]> =>
    unitCollection.find(
      { state: CONFIRMED, nameKey: startingWith(beginning), region: oneOf(chainTo(region)) },
      { orderBy: ['nameKey', 1], limit },
    ),

  /** Confirmed units that named a liaison officer for the year. */
  named: (year: number, { region, after, limit }: Slice): Promise<StoredUnit[]> =>
    unitCollection.find(
      { state: CONFIRMED, place: below(region, after), liaisonYear: atLeast(year) },
      { ...byPlace, limit },
    ),

  /** Confirmed units that have named none for the year. */
  missing: (year: number, { region, after, limit }: Slice): Promise<StoredUnit[]> =>
    unitCollection.find(
      { state: CONFIRMED, place: below(region, after), liaisonYear: before(year) },
      { ...byPlace, limit },
    ),

  countApplied: (region: RegionCode): Promise<number> =>
    unitCollection.count({ state: 'applied', place: below(region) }),

  countMissing: (year: number, region: RegionCode): Promise<number> =>
    unitCollection.count({ state: CONFIRMED, place: below(region), liaisonYear: before(year) }),

  countNamed: (year: number, region: RegionCode): Promise<number> =>
    unitCollection.count({ state: CONFIRMED, place: below(region), liaisonYear: atLeast(year) }),

  /** All confirmed units, and those of them that have named nobody for the year. One operation. */
  async board(year: number, region: RegionCode): Promise<{ units: number; missing: number }> {
    const years = await unitCollection.countBy({ state: CONFIRMED, place: below(region) }, 'liaisonYear')
    const sum = (counted: typeof years) => counted.reduce((total, { count: more }) => total + more, 0)
    return { units: sum(years), missing: sum(years.filter(({ value }) => Number(value) < year)) }
  },

  /** Missing ones that nobody was reminded of on this day. */
  toRemind: (year: number, day: Day, { region, limit }: Omit<Slice, 'after'>): Promise<StoredUnit[]> =>
    unitCollection.find(
      { state: CONFIRMED, place: below(region), liaisonYear: before(year), remindedOn: before(day) },
      { ...byPlace, limit },
    ),

  /** Takes the reminding of these units for this key; those that another key took meanwhile stay with it. */
  claimReminders: (ids: readonly string[], day: Day, key: string): Promise<number> =>
    unitCollection.update(
      { _id: oneOf(ids), remindedOn: before(day) },
      { remindedOn: day, remindedWith: key, wasMessaged: false },
    ),

  claimedWith: (key: string, region: RegionCode, limit: number): Promise<StoredUnit[]> =>
    unitCollection.find({ remindedWith: key, place: below(region) }, { ...byPlace, limit }),

  noteMessaged: (ids: readonly string[], key: string): Promise<number> =>
    unitCollection.update({ _id: oneOf(ids), remindedWith: key }, { wasMessaged: true }),

  /** The files of everything the person applied for. */
  proofOf: async (person: string): Promise<string[]> =>
    (await unitCollection.find({ appliedBy: person }, { limit: MOST_APPLICATIONS })).flatMap(({ proof }) => proof),

  /** Removes what its applicant took back with this key. */
  removeWithdrawn: (id: string, key: string): Promise<number> =>
    unitCollection.remove({ _id: id, state: 'closed', decidedWith: key }),

  /** Takes the person's name and files off what they applied for. */
  forgetApplicant: (person: string): Promise<number> =>
    unitCollection.update({ appliedBy: person }, { appliedBy: null, proof: [] }),
}
