import * as v from 'valibot'
import type { RegionCode } from '../../../miniprogram/contract/regions'
import { prefixOf } from '../../../miniprogram/contract/regions'
import { DECISION_VERDICTS, SUSPICION_KINDS } from '../../../miniprogram/contract/suspicions'
import { daySchema, instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { startingWith } from '../../platform/conditions'
import { collection } from '../../platform/database'
import type { Transaction } from '../../platform/transaction'

export const suspicionsSpec = defineCollection({
  name: 'quiz_suspicions',
  purpose: 'An attempt that an organiser should look at, and what was decided.',
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
    /** The latest one, with the idempotency key of the call that made it. */
    decision: v.nullable(
      v.object({ verdict: v.picklist(DECISION_VERDICTS), at: instantSchema, note: v.string(), with: v.string() }),
    ),
    decisions: v.number(),
    isDecided: v.boolean(),
    /** `<region>:<moment>`, later ones first. */
    place: v.string(),
  }),
  indexes: [
    {
      name: 'place',
      fields: [
        ['isDecided', 1],
        ['place', 1],
      ],
      unique: false,
    },
    { name: 'person', fields: [['person', 1]], unique: false },
  ],
  personal: ['person', 'handle', 'score', 'seconds', 'decision.note'],
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
  /** Kept once, however often it is found: found again it has the score of now. */
  async keep(suspicion: StoredSuspicion): Promise<void> {
    const { _id, score } = suspicion
    if (!(await suspicionCollection.insert(suspicion))) await suspicionCollection.update({ _id }, { score })
  },

  get: (id: string): Promise<StoredSuspicion | null> => suspicionCollection.get(id),

  page: (isDecided: boolean, { region, after, limit }: Slice): Promise<StoredSuspicion[]> =>
    suspicionCollection.find(
      { isDecided, place: startingWith(prefixOf(region), after) },
      { orderBy: ['place', 1], limit },
    ),

  allOf: (person: string): Promise<StoredSuspicion[]> => suspicionCollection.find({ person }, { limit: ALL }),

  removeAllOf: (person: string): Promise<number> => suspicionCollection.remove({ person }),

  inside: (transaction: Transaction) => transaction.collection(suspicionsSpec),
}
