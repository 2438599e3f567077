import { levelOf, type RegionCode } from '../../../miniprogram/contract/regions'
import { auditRecordsSpec } from '../../platform/audit'
import type { StoredAuditRecord } from '../../platform/audit-record'
import { atLeast, before } from '../../platform/conditions'
import { collection } from '../../platform/database'

const records = collection(auditRecordsSpec)

const MOST_OF_ONE_PERSON = 1000

/** The country sees all chains, a province its own, a city what was done in it. */
function within(region: RegionCode) {
  const level = levelOf(region)
  if (level === 'country') return {}
  return level === 'province' ? { chain: region } : { region }
}

export const auditRecords = {
  /** Newest first, from before the moment `last`. */
  list: (region: RegionCode, last: string | null, limit: number): Promise<StoredAuditRecord[]> =>
    records.find(
      { ...within(region), moment: last === null ? atLeast('') : before(last) },
      { orderBy: ['moment', -1], limit },
    ),

  of: (actor: string): Promise<StoredAuditRecord[]> => records.find({ actor }, { limit: MOST_OF_ONE_PERSON }),

  hasAny: async (actor: string): Promise<boolean> => (await records.count({ actor })) > 0,
}
