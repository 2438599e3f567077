import * as v from 'valibot'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { collection } from '../../platform/database'

export const practiceCardsSpec = defineCollection({
  name: 'practice_cards',
  purpose: 'Everything a person has answered and marked in practice, a line for each question.',
  schema: v.object({
    /** The person. */
    _id: v.string(),
    /** Counts the changes. */
    version: v.number(),
    /** Lines of `logLineSchema`, by question. */
    cards: v.array(v.string()),
    /** Lines of `starLineSchema`, by question. */
    stars: v.array(v.string()),
    changedAt: instantSchema,
  }),
  indexes: [],
  personal: ['_id', 'cards', 'stars'],
  retention: 'Until the person asks for deletion.',
})

export type StoredCards = v.InferOutput<typeof practiceCardsSpec.schema>

const cardCollection = collection(practiceCardsSpec)

export const practiceCards = {
  of: (person: string): Promise<StoredCards | null> => cardCollection.get(person),

  forget: (person: string): Promise<number> => cardCollection.remove({ _id: person }),
}
