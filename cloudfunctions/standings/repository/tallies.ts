import * as v from 'valibot'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { oneOf } from '../../platform/conditions'
import { collection } from '../../platform/database'

export const TALLY_KINDS = ['round', 'province', 'city', 'unit'] as const

export type TallyKind = (typeof TALLY_KINDS)[number]

const tallySchema = v.object({
  /** A unit's, as it was called last; regions are named by their codes. */
  name: v.string(),
  players: v.number(),
  attempts: v.number(),
  /** Of the players' best scores. */
  sum: v.number(),
  /** Only of a round: players by score and ten seconds. */
  cells: v.record(v.string(), v.number()),
  /** Attempts by day. */
  days: v.record(v.string(), v.number()),
  /** Attempts by the hour of the latest day. */
  latest: v.nullable(v.object({ day: v.string(), hours: v.array(v.number()) })),
})

export type Tally = v.InferOutput<typeof tallySchema>

export const talliesSpec = defineCollection({
  name: 'quiz_tallies',
  purpose: 'What a round, a region or a unit comes to: players, attempts, scores, kept by the roll-up.',
  schema: v.object({
    /** `<round>:<kind>:<code>` */
    _id: v.string(),
    round: v.string(),
    kind: v.picklist(TALLY_KINDS),
    code: v.string(),
    value: tallySchema,
    /** The batch that changed it last, and what it was before that batch: null when it was not there. */
    batch: v.number(),
    before: v.nullable(tallySchema),
    /** The average that places it, -1 while it has too few players. */
    order: v.number(),
    at: instantSchema,
  }),
  indexes: [
    {
      name: 'order',
      fields: [
        ['round', 1],
        ['kind', 1],
        ['order', -1],
      ],
      unique: false,
    },
    { name: 'batch', fields: [['batch', 1]], unique: false },
  ],
  personal: [],
  retention: 'Kept: they count people and name none.',
})

export type StoredTally = v.InferOutput<typeof talliesSpec.schema>

const tallyCollection = collection(talliesSpec)

export const tallyId = (round: string, kind: TallyKind, code: string): string => `${round}:${kind}:${code}`

/** Of these the first fifty are chosen anew whenever the average of everybody has moved. */
const CANDIDATES = 200

/** More than a batch of attempts can touch. */
const MOST_OF_A_BATCH = 1000

/** More than there are provinces and cities. */
const MOST_REGIONS = 1000

export const tallies = {
  byIds: (ids: readonly string[]): Promise<StoredTally[]> =>
    tallyCollection.find({ _id: oneOf(ids) }, { limit: ids.length }),

  /** What this batch has changed last: more than nothing only where a run of it died. */
  ofBatch: (batch: number): Promise<StoredTally[]> => tallyCollection.find({ batch }, { limit: MOST_OF_A_BATCH }),

  bestUnits: (round: string): Promise<StoredTally[]> =>
    tallyCollection.find({ round, kind: 'unit' }, { orderBy: ['order', -1], limit: CANDIDATES }),

  regions: (round: string): Promise<StoredTally[]> =>
    tallyCollection.find({ round, kind: oneOf(['province', 'city']) }, { limit: MOST_REGIONS }),

  insert: (tally: StoredTally): Promise<boolean> => tallyCollection.insert(tally),

  change: async ({ _id, ...change }: StoredTally, lastBatch: number): Promise<boolean> =>
    (await tallyCollection.update({ _id, batch: lastBatch }, change)) === 1,
}
