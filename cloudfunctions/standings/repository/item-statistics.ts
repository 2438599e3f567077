import * as v from 'valibot'
import { ITEM_FLAGS, type ItemFlag } from '../../../miniprogram/contract/standings'
import { defineCollection } from '../../platform/collection-spec'
import { after, oneOf } from '../../platform/conditions'
import { collection } from '../../platform/database'

const sumsSchema = v.object({
  answers: v.number(),
  right: v.number(),
  rest: v.number(),
  restSquares: v.number(),
  restOfRight: v.number(),
  blank: v.number(),
  chosen: v.record(v.string(), v.number()),
  difficulty: v.number(),
})

/** A ruling on how answers are judged: option ids, null where every answer counts as right. */
export const ruledSchema = v.object({ number: v.number(), key: v.nullable(v.array(v.string())) })

export type Ruled = v.InferOutput<typeof ruledSchema>

export const itemStatisticsSpec = defineCollection({
  name: 'quiz_item_statistics',
  purpose: 'How one version of a question did in people’s first attempts.',
  schema: v.object({
    /** `<question>@<version>` */
    _id: v.string(),
    /** Option ids in the order of the bank. */
    options: v.array(v.string()),
    /** The ruling that the answers are judged by; null where it is the version’s own key. */
    ruled: v.optional(v.nullable(ruledSchema), null),
    value: sumsSchema,
    batch: v.number(),
    before: v.nullable(sumsSchema),
    flags: v.array(v.picklist(ITEM_FLAGS)),
    /** What the difficulty is now, and what the question's own document says of it. */
    measured: v.nullable(v.number()),
    told: v.nullable(v.number()),
    /** Whether the two differ. */
    untold: v.boolean(),
  }),
  indexes: [{ name: 'untold', fields: [['untold', 1]], unique: false }],
  personal: [],
  retention: 'Kept with the questions.',
})

export type StoredItem = v.InferOutput<typeof itemStatisticsSpec.schema>

const itemCollection = collection(itemStatisticsSpec)

export const items = {
  byIds: (ids: readonly string[]): Promise<StoredItem[]> =>
    itemCollection.find({ _id: oneOf(ids) }, { limit: ids.length }),

  insert: (item: StoredItem): Promise<boolean> => itemCollection.insert(item),

  change: async ({ _id, ...change }: StoredItem, lastBatch: number): Promise<boolean> =>
    (await itemCollection.update({ _id, batch: lastBatch }, change)) === 1,

  page: (flag: ItemFlag | null, last: string | null, limit: number): Promise<StoredItem[]> =>
    itemCollection.find(
      { ...(flag === null ? {} : { flags: flag }), ...(last === null ? {} : { _id: after(last) }) },
      { orderBy: ['_id', 1], limit },
    ),

  /** With any flag at all, in the order of ids. */
  flagged: (last: string | null, limit: number): Promise<StoredItem[]> =>
    itemCollection.find(
      { flags: oneOf(ITEM_FLAGS), ...(last === null ? {} : { _id: after(last) }) },
      { orderBy: ['_id', 1], limit },
    ),

  untold: (limit: number): Promise<StoredItem[]> => itemCollection.find({ untold: true }, { limit }),

  async tell({ _id, measured }: StoredItem): Promise<void> {
    await itemCollection.update({ _id, measured }, { told: measured, untold: false })
  },
}
