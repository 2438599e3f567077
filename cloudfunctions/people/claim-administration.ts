import { createHash, timingSafeEqual } from 'node:crypto'
import type { people as contract } from '../../miniprogram/contract/people'
import { COUNTRY } from '../../miniprogram/contract/regions'
import { audit } from '../platform/audit'
import { guardTries } from '../platform/codes'
import type { Handler } from '../platform/context'
import { keyedHash } from '../platform/secret'
import { inTransaction } from '../platform/transaction'
import { grantInside, handleOf } from './api'
import { storedMe } from './replies'
import { administrationClaimsSpec, FIRST_CLAIM } from './repository/administration-claims'

/** Set at deployment: the SHA-256 of the one-time code in hexadecimal. Without it no code is right. */
const VARIABLE = 'YUNKEPU_FIRST_ADMINISTRATOR'

function isRight(code: string): boolean {
  const expected = Buffer.from(process.env[VARIABLE] ?? '', 'hex')
  const given = createHash('sha256').update(code).digest()
  return expected.length === given.length && timingSafeEqual(expected, given)
}

/** Makes the caller the first administrator. The document that it leaves can be inserted once, ever. */
export const claimAdministration: Handler<typeof contract.claimAdministration> = async ({ code }, context) => {
  const { who, now, key, refusal } = context
  await guardTries(context, 'administration')
  if (!isRight(code)) throw refusal('code-wrong')
  const claimedWith = keyedHash('administration claim', who.person, key)

  await inTransaction(context, async transaction => {
    const claims = transaction.collection(administrationClaimsSpec)
    const claimed = await claims.get(FIRST_CLAIM)
    if (claimed?.claimedWith === claimedWith) return // the answer to the first sending was lost on its way
    if (claimed) throw refusal('code-used')
    await claims.insert({ _id: FIRST_CLAIM, at: now, claimedWith }, refusal('code-used'))
    const granted = await grantInside(transaction, who.person, {
      role: 'administrator',
      region: COUNTRY,
      unit: null,
      since: now,
    })
    if (!granted) throw refusal('busy') // erased since the door looked
    await audit(transaction, context, {
      action: 'people.claimAdministration',
      region: COUNTRY,
      subject: handleOf(who.person),
      facts: { role: 'administrator' },
    })
  })
  return storedMe(who.person)
}
