import * as v from 'valibot'
import { categorySchema, pictureSchema, QUESTION_KINDS, SOURCE_STATES } from '../contract/questions'

/** A question with its key as this phone keeps it, whether of practice or of a contest that is over for the person. */
export const keptQuestionEntries = {
  category: categorySchema,
  kind: v.picklist(QUESTION_KINDS),
  stem: v.string(),
  options: v.array(v.string()),
  picture: v.nullable(pictureSchema),
  key: v.array(v.number()),
  explanation: v.object({ why: v.string(), trap: v.string() }),
  source: v.object({
    title: v.string(),
    clause: v.string(),
    url: v.string(),
    asOf: v.string(),
    status: v.picklist(SOURCE_STATES),
  }),
}
