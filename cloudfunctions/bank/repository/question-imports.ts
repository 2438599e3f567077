import * as v from 'valibot'
import { type Instant, instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { atMost } from '../../platform/conditions'
import { collection } from '../../platform/database'
import type { Transaction } from '../../platform/transaction'

const AT_ONCE = 20

export const questionImportsSpec = defineCollection({
  name: 'question_imports',
  purpose: 'One import of questions: what it puts aside counts for nothing until its state says so.',
  schema: v.object({
    /** Of who imports, the file’s bytes and the choices made with it: the same import again is the same one. */
    _id: v.string(),
    /** `decided` is the one write that brings in all of it; what follows can be cut off and is finished later. */
    state: v.picklist(['writing', 'decided', 'done']),
    /** Handle of who imports. */
    by: v.string(),
    beganAt: instantSchema,
    total: v.number(),
  }),
  indexes: [
    {
      name: 'state_began',
      fields: [
        ['state', 1],
        ['beganAt', 1],
      ],
      unique: false,
    },
  ],
  personal: [],
  retention: 'Kept: it says which questions came together. One that was given up goes after a day.',
})

export type QuestionImport = v.InferOutput<typeof questionImportsSpec.schema>

const store = collection(questionImportsSpec)

export const questionImports = {
  get: (id: string): Promise<QuestionImport | null> => store.get(id),
  begin: (fresh: QuestionImport): Promise<boolean> => store.insert(fresh),
  inside: (transaction: Transaction) => transaction.collection(questionImportsSpec),
  finish: (id: string): Promise<number> => store.update({ _id: id, state: 'decided' }, { state: 'done' }),
  decided: (): Promise<QuestionImport[]> => store.find({ state: 'decided' }, { limit: AT_ONCE }),
  givenUp: (before: Instant): Promise<QuestionImport[]> =>
    store.find({ state: 'writing', beganAt: atMost(before) }, { limit: AT_ONCE }),
  remove: (id: string): Promise<number> => store.remove({ _id: id, state: 'writing' }),
}
