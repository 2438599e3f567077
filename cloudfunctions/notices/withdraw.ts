import type { notices as contract } from '../../miniprogram/contract/notices'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import { inTransaction } from '../platform/transaction'
import { noticeOf } from './replies'
import { notices, noticesSpec } from './repository/notices'

/** What others have passed on of it is taken back with it; asked again after a cut it is finished. */
export const withdraw: Handler<typeof contract.withdraw> = async ({ notice: id, reason }, context) => {
  const { refusal, key } = context
  const found = await notices.get(id)
  if (!found || found.state === 'refused') throw refusal('notice-unknown')
  mustOrganise(context, found.region)
  const withdrawn = await inTransaction(context, async transaction => {
    const stored = transaction.collection(noticesSpec)
    const notice = await stored.get(id)
    if (!notice) throw refusal('notice-unknown')
    if (notice.withdrawn !== '' && notice.changedWith === key) return notice
    if (notice.withdrawn !== '') throw refusal('already-decided')
    const change = { withdrawn: reason, changedWith: key }
    await stored.update(id, change)
    const { region } = notice
    await audit(transaction, context, { action: 'notices.withdraw', region, subject: id, facts: { reason } })
    return { ...notice, ...change }
  })
  await notices.withdrawForwards(id, withdrawn.withdrawn)
  return noticeOf(withdrawn)
}
