import type { Category } from '../../../miniprogram/contract/questions'
import type { Day } from '../../../miniprogram/contract/time'
import { after, atMost, oneOf, startingWith } from '../../platform/conditions'
import { collection } from '../../platform/database'
import type { Transaction } from '../../platform/transaction'
import type { Question } from '../question'
import { questionsSpec } from './questions'

const store = collection(questionsSpec)

/** The most that one read of the database answers. */
const PORTION = 1000
const MOST_VERSIONS = 200
const AT_ONCE = 100
const LANDINGS = ['contest', 'practice', 'archive']

export interface QuestionFilter {
  /** `retired` are newest versions that lie in no bank. */
  bank: 'contest' | 'practice' | 'retired'
  category: Category | null
  unverified: boolean
  /** Only those that end on or before this day. */
  endsBy: Day | null
}

const queryOf = ({ bank, category, unverified, endsBy }: QuestionFilter, last: string | null) => ({
  ...(bank === 'retired' ? { bank: 'archive', retired: true } : { bank }),
  ...(category === null ? {} : { category }),
  ...(unverified ? { verifiedAt: null } : {}),
  ...(endsBy === null ? {} : { validTo: atMost(endsBy) }),
  ...(last === null ? {} : { _id: after(last) }),
})

/** `<id>@<version>` */
export const versionId = (id: string, version: number): string => `${id}@${version}`

/** The bank as its organisers handle it: version by version, and import by import. */
export const organisedQuestions = {
  portion: PORTION,

  /** In the order of ids. */
  list: (filter: QuestionFilter, last: string | null, limit = PORTION): Promise<Question[]> =>
    store.find(queryOf(filter, last), { orderBy: ['_id', 1], limit }),

  /** The version of this question that the filter lets through; null for none. */
  async one(filter: QuestionFilter, id: string): Promise<Question | null> {
    const [found] = await store.find({ ...queryOf(filter, null), _id: startingWith(`${id}@`) }, { limit: 1 })
    return found ?? null
  },

  /** Those of these versions that the filter lets through, in the order of ids; at most a hundred. */
  among: (filter: QuestionFilter, ids: readonly string[]): Promise<Question[]> =>
    store.find({ ...queryOf(filter, null), _id: oneOf(ids) }, { orderBy: ['_id', 1], limit: ids.length }),

  /** Whatever is stored, superseded versions too. */
  all: (last: string | null): Promise<Question[]> =>
    store.find(last === null ? {} : { _id: after(last) }, { orderBy: ['_id', 1], limit: PORTION }),

  /** Of one question, in no particular order. */
  versions: (id: string): Promise<Question[]> => store.find({ _id: startingWith(`${id}@`) }, { limit: MOST_VERSIONS }),

  inside: (transaction: Transaction) => transaction.collection(questionsSpec),

  /** Puts a version of an import aside; false where it is there. */
  stage: (question: Question): Promise<boolean> => store.insert(question),

  /** Ids of what an import has put aside. */
  async aside(batch: string): Promise<string[]> {
    const ids: string[] = []
    let portion: Question[] = []
    do {
      const from = ids.at(-1)
      const rest = from === undefined ? {} : { _id: after(from) }
      portion = await store.find({ batch, arrives: oneOf(LANDINGS), ...rest }, { orderBy: ['_id', 1], limit: PORTION })
      ids.push(...portion.map(({ _id }) => _id))
    } while (portion.length === PORTION)
    return ids
  },

  /** Takes away what an import put aside; nothing that was ever in a bank. */
  unstage: (batch: string, ids: readonly string[]): Promise<number> =>
    store.remove({ batch, arrives: oneOf(LANDINGS), _id: oneOf(ids) }),
  unstageAll: (batch: string): Promise<number> => store.remove({ batch, arrives: oneOf(LANDINGS) }),

  /** Notes which versions an import will replace, as long as nobody has changed them; answers how many it noted. */
  async markReplaced(batch: string, ids: readonly string[]): Promise<number> {
    let marked = 0
    for (let from = 0; from < ids.length; from += AT_ONCE) {
      const query = { _id: oneOf(ids.slice(from, from + AT_ONCE)), bank: oneOf(['contest', 'practice']) }
      marked += await store.update(query, { replacedIn: batch })
    }
    return marked
  },

  /** What an import replaces leaves its bank, then what it brings comes into its own: four writes, each for all of them. */
  async arrive(batch: string): Promise<void> {
    await store.update({ replacedIn: batch }, { bank: 'archive', retired: false, replacedIn: '' })
    await store.update({ batch, arrives: 'contest' }, { bank: 'contest', arrives: null })
    await store.update({ batch, arrives: 'practice' }, { bank: 'practice', arrives: null })
    await store.update({ batch, arrives: 'archive' }, { retired: true, arrives: null })
  },

  /** Versions that a person verified. */
  verifiedBy: (verifier: string): Promise<Question[]> => store.find({ verifier }, { limit: PORTION }),
  forgetVerifier: (verifier: string): Promise<number> => store.update({ verifier }, { verifiedBy: '', verifier: '' }),
}
