import * as v from 'valibot'
import { daySchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { collection } from '../../platform/database'

export const anonymousScoresSpec = defineCollection({
  name: 'quiz_anonymous_scores',
  purpose: 'Scores of somebody who asked for deletion, for statistics alone.',
  schema: v.object({
    /** Says nothing about whose they were. */
    _id: v.string(),
    scores: v.array(v.object({ round: v.string(), day: daySchema, score: v.number() })),
  }),
  indexes: [],
  personal: [],
  retention: 'Kept, without anything that leads to a person.',
})

type AnonymousScores = v.InferOutput<typeof anonymousScoresSpec.schema>

const anonymousScores = collection(anonymousScoresSpec)

/** Kept once, however often the same id is given. */
export async function keepScores(scores: AnonymousScores): Promise<void> {
  await anonymousScores.replace(scores)
}
