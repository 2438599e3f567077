import * as v from 'valibot'
import { defineCollection } from '../../../../cloudfunctions/platform/collection-spec'

// A bank in the collections that the tests' manifest has.

export const accountsSpec = defineCollection({
  name: 'notes',
  purpose: 'An account.',
  schema: v.object({ _id: v.string(), balance: v.number() }),
  indexes: [],
  personal: [],
  retention: 'None.',
})

export const entriesSpec = defineCollection({
  name: 'scores',
  purpose: 'A transfer that was made.',
  schema: v.object({ _id: v.string(), uid: v.string(), level: v.number(), from: v.string(), to: v.string() }),
  indexes: [],
  personal: [],
  retention: 'None.',
})

export interface Transfer {
  id: string
  from: string
  to: string
  amount: number
}

export interface Made {
  id: string
  outcome: 'made' | 'too-poor'
  /** how often it was given up as busy and asked again */
  busy: number
}
