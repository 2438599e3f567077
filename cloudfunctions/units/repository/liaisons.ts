import * as v from 'valibot'
import { type Instant, instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { oneOf } from '../../platform/conditions'
import { collection } from '../../platform/database'
import type { Transaction } from '../../platform/transaction'

const yearSchema = v.pipe(v.number(), v.integer())

export const liaisonsSpec = defineCollection({
  name: 'unit_liaisons',
  purpose: 'The liaison officer whom a unit named for a year.',
  schema: v.object({
    /** `<unit>:<year>`: one for each. */
    _id: v.string(),
    unit: v.string(),
    year: yearSchema,
    name: v.string(),
    duty: v.string(),
    phone: v.string(),
    mail: v.string(),
    /** When one was first named for the year. */
    namedAt: instantSchema,
    late: v.boolean(),
    version: v.pipe(v.number(), v.integer(), v.minValue(1)),
    /** Idempotency key of the last change. */
    changedWith: v.string(),
  }),
  indexes: [],
  personal: ['name', 'duty', 'phone', 'mail'],
  retention: 'Two years after the edition ends.',
})

export const liaisonChangesSpec = defineCollection({
  name: 'unit_liaison_changes',
  purpose: 'Every naming of a liaison officer, the first and each change.',
  schema: v.object({
    /** `<unit>:<year>:<version>` */
    _id: v.string(),
    unit: v.string(),
    year: yearSchema,
    version: v.number(),
    at: instantSchema,
    name: v.string(),
    duty: v.string(),
  }),
  indexes: [
    {
      name: 'unit_year_version',
      fields: [
        ['unit', 1],
        ['year', 1],
        ['version', -1],
      ],
      unique: false,
    },
  ],
  personal: ['name', 'duty'],
  retention: 'Two years after the edition ends.',
})

export type StoredLiaison = v.InferOutput<typeof liaisonsSpec.schema>

const liaisonCollection = collection(liaisonsSpec)
const changeCollection = collection(liaisonChangesSpec)

/** How many changes of a year are shown. */
const MOST_CHANGES = 100

const idOf = (unit: string, year: number): string => `${unit}:${year}`

export const liaisons = {
  idOf,

  get: (unit: string, year: number): Promise<StoredLiaison | null> => liaisonCollection.get(idOf(unit, year)),

  ofUnits: (units: readonly string[], year: number): Promise<StoredLiaison[]> =>
    liaisonCollection.find({ _id: oneOf(units.map(unit => idOf(unit, year))) }, { limit: units.length }),

  getInside: (tx: Transaction, unit: string, year: number): Promise<StoredLiaison | null> =>
    tx.collection(liaisonsSpec).get(idOf(unit, year)),

  /** Puts it in the place of the one before and keeps its name in the history. */
  async put(tx: Transaction, liaison: StoredLiaison, at: Instant): Promise<void> {
    const { _id, unit, year, version, name, duty } = liaison
    await tx.collection(liaisonsSpec).set(liaison)
    await tx.collection(liaisonChangesSpec).set({ _id: `${_id}:${version}`, unit, year, version, at, name, duty })
  },

  changesOf: (unit: string, year: number) =>
    changeCollection.find({ unit, year }, { orderBy: ['version', -1], limit: MOST_CHANGES }),
}
