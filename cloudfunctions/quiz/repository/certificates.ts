import * as v from 'valibot'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { collection } from '../../platform/database'

/** More rounds than anybody plays in. */
const ALL = 100

export const certificatesSpec = defineCollection({
  name: 'quiz_certificates',
  purpose:
    'The name that somebody wrote on their certificate of a round, and its code; what it is for, their attempts tell.',
  schema: v.object({
    /** `<round>.<person>` */
    _id: v.string(),
    person: v.string(),
    round: v.string(),
    code: v.string(),
    name: v.string(),
    /** A name that waits for an organiser is shown to its holder only. */
    state: v.picklist(['shown', 'waits']),
    issuedAt: instantSchema,
    /** File of its mini-program code; empty until somebody wants it. */
    picture: v.string(),
  }),
  indexes: [
    { name: 'code', fields: [['code', 1]], unique: true },
    { name: 'person', fields: [['person', 1]], unique: false },
  ],
  personal: ['_id', 'person', 'name', 'code', 'picture'],
  retention:
    'As long as the attempts that it rests on: without one it verifies no more. Or until the person asks for deletion.',
})

export type StoredCertificate = v.InferOutput<typeof certificatesSpec.schema>

const stored = collection(certificatesSpec)

const idOf = (round: string, person: string) => `${round}.${person}`

export const certificates = {
  of: (round: string, person: string): Promise<StoredCertificate | null> => stored.get(idOf(round, person)),

  allOf: (person: string): Promise<StoredCertificate[]> => stored.find({ person }, { limit: ALL }),

  async byCode(code: string): Promise<StoredCertificate | null> {
    const [found] = await stored.find({ code }, { limit: 1 })
    return found ?? null
  },

  /** False where the person has one of this round. */
  insert: (fresh: Omit<StoredCertificate, '_id'>): Promise<boolean> =>
    stored.insert({ _id: idOf(fresh.round, fresh.person), ...fresh }),

  /** False where it is gone. */
  change: async (
    { _id }: Pick<StoredCertificate, '_id'>,
    change: Partial<Pick<StoredCertificate, 'name' | 'state' | 'picture'>>,
  ): Promise<boolean> => (await stored.update({ _id }, change)) === 1,

  /** Only while it still says this name. */
  show: (code: string, name: string): Promise<number> => stored.update({ code, name }, { state: 'shown' }),
  withdraw: (code: string, name: string): Promise<number> => stored.remove({ code, name }),

  removeAllOf: (person: string): Promise<number> => stored.remove({ person }),
}
