import * as v from 'valibot'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { collection } from '../../platform/database'
import { ruledSchema } from './item-statistics'

/** Up to this instant; with an id, of the instant itself only what comes up to it. */
const cursorSchema = v.object({ at: instantSchema, id: v.nullable(v.string()) })

const recountSchema = v.object({
  version: v.string(),
  ruled: ruledSchema,
  /** What its answers were judged by before. */
  formerly: v.nullable(ruledSchema),
  /** Where it has come to. */
  cursor: cursorSchema,
})

export type Recount = v.InferOutput<typeof recountSchema>

export const itemCountsSpec = defineCollection({
  name: 'quiz_item_counts',
  purpose: 'Where the counting of the questions’ statistics has come to.',
  schema: v.object({
    _id: v.literal('items'),
    /** The number of the batch that comes next. */
    batch: v.number(),
    /** How far attempts are counted, in the order in which they were handed in. */
    cursor: cursorSchema,
    /** Until when a run may be at work. */
    busyUntil: instantSchema,
    /** When difficulties were last told to the questions. */
    toldAt: instantSchema,
    /** The version that is being counted again after a ruling. */
    recount: v.nullable(recountSchema),
  }),
  indexes: [],
  personal: [],
  retention: 'Kept: one document. It names an attempt only while more than a batch of them is being counted.',
})

export type ItemCounts = v.InferOutput<typeof itemCountsSpec.schema>

const counts = collection(itemCountsSpec)

const NOTHING_YET = { at: 0, id: null }

const BEGINNING: ItemCounts = {
  ...{ _id: 'items', batch: 1, cursor: NOTHING_YET, busyUntil: 0, toldAt: 0, recount: null },
}

export const itemCounts = {
  beginning: NOTHING_YET,

  async get(): Promise<ItemCounts> {
    const found = await counts.get('items')
    if (found) return found
    await counts.insert(BEGINNING)
    return BEGINNING
  },

  /** False when the work has passed to another run. */
  advance: async ({ batch, busyUntil }: ItemCounts, change: Partial<ItemCounts>): Promise<boolean> =>
    (await counts.update({ _id: 'items', batch, busyUntil }, change)) === 1,
}
