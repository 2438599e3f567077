import * as v from 'valibot'
import type { RegionCode } from '../../../miniprogram/contract/regions'
import { prefixOf } from '../../../miniprogram/contract/regions'
import { SUSPICION_KINDS } from '../../../miniprogram/contract/standings'
import { daySchema, instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { startingWith } from '../../platform/conditions'
import { collection } from '../../platform/database'
import type { Transaction } from '../../platform/transaction'

export const suspicionsSpec = defineCollection({
  name: 'quiz_suspicions',
  purpose: 'An attempt that an organiser should look at, and what was found.',
  schema: v.object({
    /** A keyed hash of the attempt's name. */
    _id: v.string(),
    person: v.string(),
    handle: v.string(),
    kinds: v.array(v.picklist(SUSPICION_KINDS)),
    round: v.string(),
    day: daySchema,
    number: v.number(),
    region: v.string(),
    score: v.number(),
    seconds: v.number(),
    at: instantSchema,
    looked: v.nullable(v.object({ at: instantSchema, note: v.string(), with: v.string() })),
    isLooked: v.boolean(),
    /** `<region>:<moment>`, later ones first. */
    place: v.string(),
  }),
  indexes: [
    {
      name: 'place',
      fields: [
        ['isLooked', 1],
        ['place', 1],
      ],
      unique: false,
    },
    { name: 'person', fields: [['person', 1]], unique: false },
  ],
  personal: ['person', 'handle', 'score', 'seconds', 'looked.note'],
  retention: 'Two years after the edition ends, or until the person asks for deletion.',
})

export type StoredSuspicion = v.InferOutput<typeof suspicionsSpec.schema>

const suspicionCollection = collection(suspicionsSpec)

/** More than anybody can have. */
const ALL = 1000

const LATEST = 10 ** 15

export const placeOfSuspicion = (region: RegionCode, at: number, id: string): string =>
  `${region}:${String(LATEST - at).padStart(16, '0')}:${id}`

interface Slice {
  region: RegionCode
  after: string | null
  limit: number
}

export const suspicions = {
  /** Kept once, however often it is found. */
  keep: (suspicion: StoredSuspicion): Promise<boolean> => suspicionCollection.insert(suspicion),

  page: (isLooked: boolean, { region, after, limit }: Slice): Promise<StoredSuspicion[]> =>
    suspicionCollection.find(
      { isLooked, place: startingWith(prefixOf(region), after) },
      { orderBy: ['place', 1], limit },
    ),

  allOf: (person: string): Promise<StoredSuspicion[]> => suspicionCollection.find({ person }, { limit: ALL }),

  removeAllOf: (person: string): Promise<number> => suspicionCollection.remove({ person }),

  inside: (transaction: Transaction) => transaction.collection(suspicionsSpec),
}
