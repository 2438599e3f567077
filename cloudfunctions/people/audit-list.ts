import type { people as contract } from '../../miniprogram/contract/people'
import type { Handler } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import { nicknamesOf } from './api'
import { auditRecords } from './repository/audit-records'
import { pageOf } from '../platform/paging'

const PAGE = 50

export const listAudit: Handler<typeof contract.listAudit> = async ({ region, after }, context) => {
  mustOrganise(context, region)
  const page = pageOf(await auditRecords.list(region, after, PAGE + 1), PAGE, ({ moment }) => moment)
  const nicknames = await nicknamesOf(page.items.map(({ actor }) => actor))
  const items = page.items.map(({ number, at, actor, action, region: where, subject, facts, hash }) => {
    const actorNickname = nicknames.get(actor) ?? ''
    return { number, at, actor, actorNickname, action, region: where, subject, facts, hash }
  })
  return { items, next: page.next }
}
