import type { standings as contract } from '../../miniprogram/contract/standings'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { pageOf } from '../platform/paging'
import { mustOrganise } from '../platform/reach'
import { inTransaction } from '../platform/transaction'
import { decideInside, evidenceOf } from '../quiz/api'
import { suspicionReply } from './replies'
import { suspicions } from './repository/suspicions'

const PAGE = 30

export const listSuspicions: Handler<typeof contract.listSuspicions> = async ({ region, after, decided }, context) => {
  mustOrganise(context, region)
  const found = await suspicions.page(decided, { region, after, limit: PAGE + 1 })
  const { items, next } = pageOf(found, PAGE, ({ place }) => place)
  return { items: items.map(suspicionReply), next }
}

export const showSuspicion: Handler<typeof contract.showSuspicion> = async ({ id }, context) => {
  const found = await suspicions.get(id)
  if (!found) throw context.refusal('suspicion-unknown')
  mustOrganise(context, found.region)
  const evidence = await evidenceOf(found)
  if (!evidence) throw context.refusal('suspicion-unknown')
  return { ...suspicionReply(found), ...evidence }
}

/** A suspicion does nothing by itself: somebody decides, and may decide otherwise later. */
export const decideSuspicion: Handler<typeof contract.decideSuspicion> = ({ id, after, verdict, note }, context) =>
  inTransaction(context, async tx => {
    const stored = suspicions.inside(tx)
    const found = await stored.get(id)
    if (!found) throw context.refusal('suspicion-unknown')
    mustOrganise(context, found.region)
    if (found.decision?.with === context.key) return suspicionReply(found)
    if (found.decisions !== after) throw context.refusal('already-decided')
    const { now: at, key } = context
    const decision = { verdict, note, at, with: key }
    const change = { decision, decisions: after + 1, isDecided: true }
    await stored.update(id, change)
    const isThere = await decideInside(tx, found, { verdict, note, at })
    if (!isThere) throw context.refusal('suspicion-unknown')
    const facts = { round: found.round, kind: found.kinds.join(' '), verdict }
    await audit(tx, context, {
      action: 'standings.decideSuspicion',
      region: found.region,
      subject: found.handle,
      facts,
    })
    return suspicionReply({ ...found, ...change })
  })
