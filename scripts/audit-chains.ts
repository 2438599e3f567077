import * as v from 'valibot'
import {
  type AuditHead,
  auditHash,
  auditHeadSchema,
  auditRecordSchema,
  type StoredAuditRecord,
} from '../cloudfunctions/platform/audit-record'

export type AuditProblem = 'unreadable' | 'altered' | 'missing' | 'out of order' | 'not chained' | 'head differs'

export interface AuditFault {
  chain: string
  /** Of the record; of the line where it could not be read. */
  number: number
  problem: AuditProblem
}

export interface AuditVerdict {
  records: number
  chains: number
  /** How many chains had their end in the export; the end of another may have been cut off unseen. */
  heads: number
  fault: AuditFault | null
}

type Line = { kind: 'record'; record: StoredAuditRecord } | { kind: 'head'; head: AuditHead } | { kind: 'unreadable' }

function readLine(text: string): Line {
  try {
    const value: unknown = JSON.parse(text)
    const record = v.safeParse(auditRecordSchema, value)
    if (record.success) return { kind: 'record', record: record.output }
    const head = v.safeParse(v.strictObject(auditHeadSchema.entries), value)
    return head.success ? { kind: 'head', head: head.output } : { kind: 'unreadable' }
  } catch {
    return { kind: 'unreadable' }
  }
}

function chainsOf(records: readonly StoredAuditRecord[], heads: readonly AuditHead[]) {
  const chains = new Map<string, StoredAuditRecord[]>(heads.map(({ _id }) => [_id, []]))
  for (const record of records) chains.set(record.chain, [...(chains.get(record.chain) ?? []), record])
  return chains
}

/**
 * Judges an export of `audit_records` and `audit_heads`, one JSON document a line, records in the order in which they
 * were written. Tells the first fault of the first chain that has one.
 */
export function judgeAudit(lines: readonly string[]): AuditVerdict {
  const read = lines.map(readLine)
  const records = read.flatMap(line => (line.kind === 'record' ? [line.record] : []))
  const heads = read.flatMap(line => (line.kind === 'head' ? [line.head] : []))
  const chains = chainsOf(records, heads)
  const counts = { records: records.length, chains: chains.size, heads: heads.length }

  const unreadable = read.findIndex(({ kind }) => kind === 'unreadable')
  if (unreadable !== -1) return { ...counts, fault: { chain: '', number: unreadable + 1, problem: 'unreadable' } }
  for (const [chain, own] of chains) {
    const fault = faultIn(own) ?? faultOfEnd(own, heads.length > 0 ? heads.find(({ _id }) => _id === chain) : null)
    if (fault) return { ...counts, fault: { chain, ...fault } }
  }
  return { ...counts, fault: null }
}

type Fault = Pick<AuditFault, 'number' | 'problem'>

function faultIn(chain: readonly StoredAuditRecord[]): Fault | null {
  let hash = ''
  for (const [i, record] of chain.entries()) {
    const number = i + 1
    if (record.number !== number) {
      const comesLater = chain.slice(i).some(later => later.number === number)
      return { number, problem: comesLater || record.number < number ? 'out of order' : 'missing' }
    }
    if (auditHash(record) !== record.hash) return { number, problem: 'altered' }
    if (record.previous !== hash) return { number, problem: 'not chained' }
    hash = record.hash
  }
  return null
}

/** @param head undefined where the export has heads but not this one; null where it has none, so that nothing is said */
function faultOfEnd(chain: readonly StoredAuditRecord[], head: AuditHead | null | undefined): Fault | null {
  if (head === null) return null
  const last = chain.at(-1)
  const number = last?.number ?? 0
  if (head && head.number > number) return { number: number + 1, problem: 'missing' }
  return head?.number === number && head.hash === last?.hash ? null : { number, problem: 'head differs' }
}
