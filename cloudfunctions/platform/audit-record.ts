import { createHash } from 'node:crypto'
import * as v from 'valibot'
import { instantSchema } from '../../miniprogram/contract/time'

/** One act of an organiser as it is stored, chained by `previous` to the one before in its chain. */
export const auditRecordSchema = v.object({
  /** `<chain>:<number>`, so that a number is taken once. */
  _id: v.string(),
  /** The province whose chain it is in; the country's own acts have a chain too. */
  chain: v.string(),
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  at: instantSchema,
  /** Orders records of all chains by time: `<at>:<_id>`. */
  moment: v.string(),
  /** Handle of who acted. */
  actor: v.string(),
  action: v.string(),
  region: v.string(),
  subject: v.string(),
  facts: v.record(v.string(), v.union([v.string(), v.number(), v.boolean()])),
  /** Hash of the record before; empty for the first. */
  previous: v.string(),
  hash: v.string(),
})

export type StoredAuditRecord = v.InferOutput<typeof auditRecordSchema>

/** Where a chain ends. */
export const auditHeadSchema = v.object({ _id: v.string(), number: v.number(), hash: v.string() })

export type AuditHead = v.InferOutput<typeof auditHeadSchema>

/** SHA-256 over everything a record says and over the hash before it; facts in the order of their names. */
export function auditHash(record: Omit<StoredAuditRecord, 'hash'>): string {
  const { _id, chain, number, at, moment, actor, action, region, subject, facts, previous } = record
  const sorted = Object.entries(facts).sort(([a], [b]) => (a < b ? -1 : 1))
  const text = JSON.stringify([_id, chain, number, at, moment, actor, action, region, subject, sorted, previous])
  return createHash('sha256').update(text).digest('hex')
}
