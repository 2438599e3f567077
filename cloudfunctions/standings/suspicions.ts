import type { standings as contract } from '../../miniprogram/contract/standings'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { pageOf } from '../platform/paging'
import { mustOrganise } from '../platform/reach'
import { inTransaction } from '../platform/transaction'
import { suspicionReply } from './replies'
import { suspicions } from './repository/suspicions'

const PAGE = 30

export const listSuspicions: Handler<typeof contract.listSuspicions> = async ({ region, after, looked }, context) => {
  mustOrganise(context, region)
  const found = await suspicions.page(looked, { region, after, limit: PAGE + 1 })
  const { items, next } = pageOf(found, PAGE, ({ place }) => place)
  return { items: items.map(suspicionReply), next }
}

/** Nothing but the note: what becomes of an attempt is no machine's decision. */
export const noteSuspicion: Handler<typeof contract.noteSuspicion> = ({ id, note }, context) =>
  inTransaction(context, async tx => {
    const found = await suspicions.inside(tx).get(id)
    if (!found) throw context.refusal('attempt-unknown')
    mustOrganise(context, found.region)
    if (found.looked?.with === context.key) return suspicionReply(found)
    if (found.looked) throw context.refusal('already-decided')
    const change = { looked: { at: context.now, note, with: context.key }, isLooked: true }
    await suspicions.inside(tx).update(id, change)
    const facts = { round: found.round, kind: found.kinds.join(' ') }
    await audit(tx, context, { action: 'standings.noteSuspicion', region: found.region, subject: found.handle, facts })
    return suspicionReply({ ...found, ...change })
  })
