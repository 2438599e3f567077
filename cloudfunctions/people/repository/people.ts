import * as v from 'valibot'
import { AGE_BANDS } from '../../../miniprogram/contract/people'
import { GRANTED_ROLES } from '../../../miniprogram/contract/roles'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { having, oneOf } from '../../platform/conditions'
import { collection } from '../../platform/database'

const grantSchema = v.object({
  role: v.picklist(GRANTED_ROLES),
  region: v.string(),
  unit: v.nullable(v.string()),
  since: instantSchema,
})

export const peopleSpec = defineCollection({
  name: 'people',
  purpose: 'A person who has consented to be known: how they show themselves, and what they may do.',
  schema: v.object({
    /** The platform's name for the person. */
    _id: v.string(),
    handle: v.string(),
    nickname: v.string(),
    nicknameState: v.picklist(['shown', 'waits']),
    /** File id; empty where none was chosen. */
    avatar: v.string(),
    region: v.nullable(v.string()),
    ageBand: v.picklist(AGE_BANDS),
    unit: v.nullable(v.object({ id: v.string(), name: v.string() })),
    /** Null from the moment at which the person asked to be deleted. */
    consent: v.nullable(v.object({ version: v.string(), at: instantSchema })),
    guardian: v.nullable(v.object({ agreedAt: instantSchema })),
    grants: v.array(grantSchema),
    /** Idempotency key of the last taking back of a role. */
    revokedWith: v.optional(v.string(), ''),
  }),
  indexes: [
    { name: 'handle', fields: [['handle', 1]], unique: true },
    { name: 'unit', fields: [['unit.id', 1]], unique: false },
  ],
  personal: ['_id', 'handle', 'nickname', 'avatar', 'region', 'ageBand', 'unit', 'consent', 'guardian', 'grants'],
  retention: 'Until the person withdraws the consent.',
})

export type Person = v.InferOutput<typeof peopleSpec.schema>

const peopleCollection = collection(peopleSpec)

/** As many as a page of any list has. */
const MOST_AT_ONCE = 100

export const people = {
  get: (person: string): Promise<Person | null> => peopleCollection.get(person),

  async byHandle(handle: string): Promise<Person | null> {
    const [found] = await peopleCollection.find({ handle }, { limit: 1 })
    return found ?? null
  },

  /** One read, at most a hundred; those who are gone are left out. */
  byIds: (persons: readonly string[]): Promise<Person[]> =>
    persons.length === 0
      ? Promise.resolve([])
      : peopleCollection.find({ _id: oneOf(persons) }, { limit: MOST_AT_ONCE }),

  /** One read; those who are gone are left out. */
  byHandles: (handles: readonly string[]): Promise<Person[]> =>
    handles.length === 0
      ? Promise.resolve([])
      : peopleCollection.find({ handle: oneOf(handles) }, { limit: MOST_AT_ONCE }),

  /** False when the person is there already. */
  create: (person: Person): Promise<boolean> => peopleCollection.insert(person),

  /** False when there is no such person. */
  change: async (person: string, change: Partial<Omit<Person, '_id' | 'handle'>>): Promise<boolean> =>
    (await peopleCollection.update({ _id: person }, change)) === 1,

  /** One write, however many there are. */
  leaveUnit: (id: string): Promise<number> => peopleCollection.update({ unit: having({ id }) }, { unit: null }),

  async erase(person: string): Promise<void> {
    await peopleCollection.remove({ _id: person })
  },
}
