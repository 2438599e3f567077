import * as v from 'valibot'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { oneOf } from '../../platform/conditions'
import { collection } from '../../platform/database'
import type { Transaction } from '../../platform/transaction'

export const itemRulingsSpec = defineCollection({
  name: 'quiz_item_rulings',
  purpose: 'The latest ruling that changed how answers to a version are judged, and whether its statistics follow it.',
  schema: v.object({
    /** `<question>@<version>` */
    _id: v.string(),
    number: v.number(),
    /** Option ids; null where every answer counts as right. */
    key: v.nullable(v.array(v.string())),
    at: instantSchema,
    settled: v.boolean(),
  }),
  indexes: [
    {
      name: 'settled_at',
      fields: [
        ['settled', 1],
        ['at', 1],
      ],
      unique: false,
    },
  ],
  personal: [],
  retention: 'Kept with the questions.',
})

export type ItemRuling = v.InferOutput<typeof itemRulingsSpec.schema>

const rulings = collection(itemRulingsSpec)

export const itemRulings = {
  get: (version: string): Promise<ItemRuling | null> => rulings.get(version),

  byIds: (versions: readonly string[]): Promise<ItemRuling[]> =>
    rulings.find({ _id: oneOf(versions) }, { limit: Math.max(1, versions.length) }),

  /** The oldest that statistics do not follow yet. */
  async next(): Promise<ItemRuling | null> {
    const [oldest] = await rulings.find({ settled: false }, { orderBy: ['at', 1], limit: 1 })
    return oldest ?? null
  },

  /** Does nothing where there has been another ruling meanwhile: that one is still to be followed. */
  async settle(version: string, number: number): Promise<void> {
    await rulings.update({ _id: version, number }, { settled: true })
  },

  inside: (transaction: Transaction) => transaction.collection(itemRulingsSpec),
}
