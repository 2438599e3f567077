import * as v from 'valibot'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { collection } from '../../platform/database'

export const rollUpsSpec = defineCollection({
  name: 'quiz_roll_ups',
  purpose: 'Where the roll-up of attempts has come to.',
  schema: v.object({
    _id: v.literal('standings'),
    /** The number of the batch that comes next. */
    batch: v.number(),
    /** Everything up to this instant is counted; with an id, of the instant itself only what comes up to it. */
    cursor: v.object({ at: instantSchema, id: v.nullable(v.string()) }),
    /** Until when a run may be at work. */
    busyUntil: instantSchema,
    /** Rounds whose boards are older than what is counted. */
    boards: v.array(v.string()),
  }),
  indexes: [],
  personal: [],
  retention: 'Kept: one document. It names an attempt only while more than a batch of one instant is being counted.',
})

export type RollUp = v.InferOutput<typeof rollUpsSpec.schema>

const rollUpCollection = collection(rollUpsSpec)

const BEGINNING: RollUp = {
  _id: 'standings',
  batch: 1,
  cursor: { at: 0, id: null },
  busyUntil: 0,
  boards: [],
}

export const rollUps = {
  async get(): Promise<RollUp> {
    const found = await rollUpCollection.get('standings')
    if (found) return found
    await rollUpCollection.insert(BEGINNING)
    return BEGINNING
  },

  /** Takes the work for itself until then; false where another run has it. */
  take: async ({ batch, busyUntil }: RollUp, until: number): Promise<boolean> =>
    (await rollUpCollection.update({ _id: 'standings', batch, busyUntil }, { busyUntil: until })) === 1,

  /** False when the work has passed to another run. */
  advance: async ({ batch, busyUntil }: RollUp, change: Partial<RollUp>): Promise<boolean> =>
    (await rollUpCollection.update({ _id: 'standings', batch, busyUntil }, change)) === 1,
}
