import type { Notice, notices as contract } from '../../miniprogram/contract/notices'
import { isRegion } from '../../miniprogram/contract/region-names'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import type { Refusal } from '../platform/refusal'
import { checkText } from '../platform/safety'
import { keyedHash } from '../platform/secret'
import { inTransaction } from '../platform/transaction'
import { noticeOf } from './replies'
import { momentOf, notices, noticesSpec, type StoredNotice } from './repository/notices'

type Publish = Handler<typeof contract.publish>

const ID_LENGTH = 32

/** One call is one notice, however often it is sent: its id comes from who asks and the call's own key. */
const idOf = (person: string, key: string): string =>
  Buffer.from(keyedHash('notice', person, key), 'base64url')
    .toString('hex')
    .slice(0, ID_LENGTH)

/** What waits or was refused is told as the refusal that the first sending got. */
export function announced(
  notice: StoredNotice,
  { refusal }: { readonly refusal: (code: 'text-waits' | 'text-refused') => Refusal },
): Notice {
  if (notice.state === 'waits') throw refusal('text-waits')
  if (notice.state === 'refused') throw refusal('text-refused')
  return noticeOf(notice)
}

export const publish: Publish = async ({ region, title, text }, context) => {
  mustOrganise(context, region)
  if (!isRegion(region)) throw context.refusal('region-unknown')
  const { who, now, key } = context
  const _id = idOf(who.person, key)
  const known = await notices.get(_id)
  if (known) return announced(known, context)
  const verdict = await checkText(context, { text: `${title}\n${text}`, place: 'notice', subject: _id, region })
  const state = verdict === 'passes' ? 'shown' : 'waits'
  const words = { region, title, text, at: now, forwards: null, moment: momentOf(now, _id) }
  const notice: StoredNotice = { _id, ...words, state, withdrawn: '', forwarded: 0, changedWith: key }
  await inTransaction(context, async transaction => {
    await transaction.collection(noticesSpec).insert(notice, context.refusal('busy'))
    await audit(transaction, context, { action: 'notices.publish', region, subject: _id, facts: { state } })
  })
  return announced(notice, context)
}
