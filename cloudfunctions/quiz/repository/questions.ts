import { defineCollection } from '../../platform/collection-spec'
import { oneOf, startingWith } from '../../platform/conditions'
import { collection } from '../../platform/database'
import { type Question, questionSchema } from '../question'

export const questionsSpec = defineCollection({
  name: 'quiz_questions',
  purpose: 'One version of one question, with its key, explanation and source.',
  schema: questionSchema,
  indexes: [
    // Each ends in the order of a page, so that a page of any filter is read from where the last one ended.
    {
      name: 'bank_id',
      fields: [
        ['bank', 1],
        ['_id', 1],
      ],
      unique: false,
    },
    {
      name: 'bank_category_id',
      fields: [
        ['bank', 1],
        ['category', 1],
        ['_id', 1],
      ],
      unique: false,
    },
    {
      name: 'bank_verified_id',
      fields: [
        ['bank', 1],
        ['verifiedAt', 1],
        ['_id', 1],
      ],
      unique: false,
    },
    {
      name: 'bank_retired_id',
      fields: [
        ['bank', 1],
        ['retired', 1],
        ['_id', 1],
      ],
      unique: false,
    },
    {
      name: 'bank_ends',
      fields: [
        ['bank', 1],
        ['validTo', 1],
      ],
      unique: false,
    },
    { name: 'batch', fields: [['batch', 1]], unique: false },
    { name: 'replaced', fields: [['replacedIn', 1]], unique: false },
    { name: 'verifier', fields: [['verifier', 1]], unique: false },
  ],
  personal: ['verifiedBy'],
  retention: 'Kept: attempts refer to the version they were drawn with.',
})

/** More than anybody edits one question. */
const MOST_VERSIONS = 1000

const questionCollection = collection(questionsSpec)

export const questions = {
  /** In the order asked for; versions are never deleted, so a missing one is an error of ours. */
  async byRefs(refs: readonly string[]): Promise<Question[]> {
    const found = await questionCollection.find({ _id: oneOf(refs) }, { limit: refs.length })
    return refs.map(ref => {
      const question = found.find(({ _id }) => _id === ref)
      if (!question) throw new Error(`question ${ref} is missing`)
      return question
    })
  },

  versionsOf: (id: string): Promise<Question[]> =>
    questionCollection.find({ _id: startingWith(`${id}@`) }, { limit: MOST_VERSIONS }),

  get: (ref: string): Promise<Question | null> => questionCollection.get(ref),
  /** Those that are there; at most a hundred. */
  known: (refs: readonly string[]): Promise<Question[]> =>
    questionCollection.find({ _id: oneOf(refs) }, { limit: refs.length }),

  /** Puts down how hard a version proved to be. */
  async measure(ref: string, measured: number | null): Promise<void> {
    await questionCollection.update({ _id: ref }, { measured })
  },
}

/** The most that one read answers. */
const MOST_PRACTICE = 1000

/** Every question that is open to everybody, whatever the day. One read; nothing of the contest's bank. */
export const practiceQuestions = (): Promise<Question[]> =>
  questionCollection.find({ bank: 'practice' }, { limit: MOST_PRACTICE })
