import { provinceOf, type RegionCode } from '../../miniprogram/contract/regions'
import { auditHash, auditHeadSchema, auditRecordSchema, type StoredAuditRecord } from './audit-record'
import { defineCollection } from './collection-spec'
import type { Context } from './context'
import { handleOf } from './handle'
import type { Transaction } from './transaction'

export const auditRecordsSpec = defineCollection({
  name: 'audit_records',
  purpose: 'One act of an organiser, chained by hash to the one before in its province.',
  schema: auditRecordSchema,
  indexes: [
    { name: 'actor', fields: [['actor', 1]], unique: false },
    { name: 'moment', fields: [['moment', -1]], unique: false },
    {
      name: 'chain_moment',
      fields: [
        ['chain', 1],
        ['moment', -1],
      ],
      unique: false,
    },
    {
      name: 'region_moment',
      fields: [
        ['region', 1],
        ['moment', -1],
      ],
      unique: false,
    },
  ],
  personal: [],
  retention: 'Kept: whoever had rights answers for their use. It names people by handle only.',
})

export const auditHeadsSpec = defineCollection({
  name: 'audit_heads',
  purpose: 'The end of one province’s audit chain: number and hash of its last record.',
  schema: auditHeadSchema,
  indexes: [],
  personal: [],
  retention: 'Kept, as the records are.',
})

interface Act {
  /** `domain.verbNoun` of the procedure. */
  action: string
  region: RegionCode
  /** What was acted on: an id or a handle. */
  subject: string
  /** Never personal data: the log outlives the people in it. */
  facts: StoredAuditRecord['facts']
}

const DIGITS = 8
const INSTANT_DIGITS = 15

/**
 * Writes an act down in the transaction that does it: one read and two writes. Acts in one province meet at the head of
 * its chain, so one of two at once is run again.
 */
export async function audit(
  transaction: Transaction,
  { who, now }: Pick<Context, 'who' | 'now'>,
  act: Act,
): Promise<void> {
  const chain = provinceOf(act.region)
  const heads = transaction.collection(auditHeadsSpec)
  const head = (await heads.get(chain)) ?? { number: 0, hash: '' }
  const number = head.number + 1
  const id = `${chain}:${String(number).padStart(DIGITS, '0')}`
  const said = { ...act, actor: handleOf(who.person), at: now, moment: momentOf(now, id) }
  const record = { _id: id, chain, number, ...said, previous: head.hash }
  const hash = auditHash(record)
  await transaction.collection(auditRecordsSpec).insert({ ...record, hash }, new Error(`audit record ${id} is there`))
  await heads.set({ _id: chain, number, hash })
}

const momentOf = (at: number, id: string): string => `${String(at).padStart(INSTANT_DIGITS, '0')}:${id}`
