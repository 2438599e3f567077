import * as v from 'valibot'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { startingWith } from '../../platform/conditions'
import { collection } from '../../platform/database'
import type { Transaction } from '../../platform/transaction'
import { unitsSpec } from './units'

export const membersSpec = defineCollection({
  name: 'unit_members',
  purpose: 'The one unit that a person belongs to or has applied for.',
  schema: v.object({
    /** The person: nobody is in two units. */
    _id: v.string(),
    handle: v.string(),
    /** Null after leaving. */
    unit: v.nullable(v.string()),
    joinedAt: instantSchema,
    /** Idempotency key of the leaving. */
    leftWith: v.string(),
  }),
  indexes: [
    {
      name: 'unit_handle',
      fields: [
        ['unit', 1],
        ['handle', 1],
      ],
      unique: false,
    },
  ],
  personal: ['_id', 'handle', 'unit', 'joinedAt'],
  retention: 'Until the person leaves for another unit or asks for deletion.',
})

export type StoredMember = v.InferOutput<typeof membersSpec.schema>

const memberCollection = collection(membersSpec)

const joinedSchema = v.object({ ...membersSpec.schema.entries, units: v.array(unitsSpec.schema) })

export const members = {
  inside: (tx: Transaction) => tx.collection(membersSpec),

  get: (person: string): Promise<StoredMember | null> => memberCollection.get(person),

  /** The person's unit, in one operation. */
  async unitOf(person: string) {
    const join = { from: unitsSpec.name, localField: 'unit', foreignField: '_id', as: 'units' }
    const found = await memberCollection.firstJoined({ _id: person }, ['_id', 1], join)
    return found === null ? null : (v.parse(joinedSchema, found).units[0] ?? null)
  },

  page: (unit: string, cursor: string | null, limit: number): Promise<StoredMember[]> =>
    memberCollection.find({ unit, handle: startingWith('', cursor) }, { orderBy: ['handle', 1], limit }),

  async byHandle(unit: string, handle: string): Promise<StoredMember | null> {
    const [member] = await memberCollection.find({ unit, handle }, { limit: 1 })
    return member ?? null
  },
}
