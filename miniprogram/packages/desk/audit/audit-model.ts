import type { AuditRecord } from '../../../contract/granting'
import type { Paged } from '../../../contract/paging'
import { people } from '../../../contract/people'
import type { RegionCode } from '../../../contract/regions'
import { regionName } from '../../../contract/region-names'
import { auditFacts, auditSentence, auditSeal, auditWhen, auditWords } from '../../../copy/desk-audit'
import type { PageModel } from '../../../lib/define-page'
import { type Listing, listing, noListing } from '../../../lib/listing'
import type { View } from '../../../lib/live-view'
import { call } from '../../../services/cloud'

interface AuditItem {
  id: string
  sentence: string
  when: string
  facts: { label: string; text: string }[]
  seal: string
}

interface AuditState extends Listing<AuditItem> {
  region: RegionCode
  place: string
}

/** Numbers begin anew in every province; the hash is a record's own. */
const itemOf = (record: AuditRecord): AuditItem => ({
  id: record.hash,
  sentence: auditSentence(record),
  when: auditWhen(record),
  facts: auditFacts(record.facts),
  seal: auditSeal(record),
})

const reading =
  ({ state: { region } }: View<AuditState>) =>
  async (after: string | null): Promise<Paged<AuditItem>> => {
    const { items, next } = await call(people.listAudit, { region, after })
    return { items: items.map(itemOf), next }
  }

const list = listing(reading)

export const auditModel: PageModel<AuditState> = {
  state: { ...noListing<AuditItem>(), region: '', place: '' },
  words: auditWords,

  opened(view, { region = '' }) {
    view.show({ region, place: regionName(region) })
    return list.begin(view)
  },
  refreshed: list.refresh,

  on: {
    retry: list.begin,
    more: list.readOn,
  },
}
