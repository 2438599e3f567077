import type { notices as contract } from '../../miniprogram/contract/notices'
import { isRegion } from '../../miniprogram/contract/region-names'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import { checkText } from '../platform/safety'
import { inTransaction } from '../platform/transaction'
import { announced } from './publish'
import { forwardId, momentOf, notices, noticesSpec, type StoredNotice } from './repository/notices'
import { isAbove, wholeText } from './rules'

type Forward = Handler<typeof contract.forward>
type ForwardContext = Parameters<Forward>[1]

export const forward: Forward = async ({ notice, region, addition }, context) => {
  mustOrganise(context, region)
  if (!isRegion(region)) throw context.refusal('out-of-scope')
  const id = forwardId(notice, region)
  const found = await notices.byIds([notice, id])
  const known = found.find(({ _id }) => _id === id)
  if (known?.changedWith === context.key) return announced(known, context)
  const source = standing(found.find(({ _id }) => _id === notice) ?? null, context)
  if (!isAbove(source.region, region)) throw context.refusal('notice-not-from-above')
  if (known) throw context.refusal('already-forwarded')
  const state = await stateOf(addition, id, region, context)
  const forwarding = forwardingOf(source, { region, addition, state }, context)
  await inTransaction(context, async transaction => {
    const stored = transaction.collection(noticesSpec)
    const { forwarded } = standing(await stored.get(notice), context)
    await stored.update(notice, { forwarded: forwarded + 1 })
    await stored.insert(forwarding, context.refusal('already-forwarded'))
    await audit(transaction, context, { action: 'notices.forward', region, subject: id, facts: { state } })
  })
  return announced(forwarding, context)
}

/** Nobody passes on what was taken back or was never shown. */
function standing(notice: StoredNotice | null, { refusal }: ForwardContext): StoredNotice {
  if (notice?.state !== 'shown' || notice.withdrawn !== '') throw refusal('notice-unknown')
  return notice
}

async function stateOf(addition: string, subject: string, region: string, context: ForwardContext) {
  if (addition === '') return 'shown'
  const verdict = await checkText(context, { text: addition, place: 'notice', subject, region })
  return verdict === 'passes' ? 'shown' : 'waits'
}

/** What a province added to a notice of the country reaches the cities that pass on the province's. */
function forwardingOf(
  source: StoredNotice,
  { region, addition, state }: { region: string; addition: string; state: StoredNotice['state'] },
  { now, key }: ForwardContext,
): StoredNotice {
  const { title, text, at } = source
  const _id = forwardId(source._id, region)
  const passedOn = wholeText(text, source.forwards && source.forwards.text)
  const words = { region, title, text: addition, at: now, moment: momentOf(now, _id) }
  const forwards = { id: source._id, region: source.region, title, text: passedOn, at }
  return { _id, ...words, forwards, state, withdrawn: '', forwarded: 0, changedWith: key }
}
