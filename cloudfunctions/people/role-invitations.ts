import type { people as contract } from '../../miniprogram/contract/people'
import { isRegion } from '../../miniprogram/contract/region-names'
import { audit } from '../platform/audit'
import { codeHash, codeOfCall, forgiveTries, guardTries } from '../platform/codes'
import type { Handler } from '../platform/context'
import { inTransaction, type Transaction } from '../platform/transaction'
import { grantInside, handleOf, standingInside } from './api'
import { storedMe } from './replies'
import { INVITATION_LIFETIME, roleInvitationsSpec } from './repository/role-invitations'
import { mayGrant } from './rules'

type InviteToRole = Handler<typeof contract.inviteToRole>
type TakeRole = Handler<typeof contract.takeRole>
type TakeContext = Parameters<TakeRole>[1]

const PURPOSE = 'role'

/** The code is shown once, here, and again to the same call asked again; what is stored is its hash. */
export const inviteToRole: InviteToRole = async ({ role, region }, context) => {
  const { who, now, key, standing, refusal } = context
  if (!isRegion(region)) throw refusal('region-unknown')
  if (!mayGrant(standing, role, region)) throw refusal('out-of-scope')
  const code = codeOfCall(context, PURPOSE)
  const _id = codeHash(PURPOSE, code)

  return inTransaction(context, async transaction => {
    const invitations = transaction.collection(roleInvitationsSpec)
    const asked = await invitations.get(_id)
    if (asked) {
      if (asked.inviter !== who.person || asked.invitedWith !== key) throw refusal('busy')
      return { code, expiresAt: asked.expiresAt }
    }
    const expiresAt = now + INVITATION_LIFETIME
    const terms = { role, region, inviter: who.person, invitedWith: key, expiresAt }
    await invitations.insert({ _id, ...terms, taker: '', takenWith: '' }, refusal('busy'))
    await audit(transaction, context, { action: 'people.inviteToRole', region, subject: '', facts: { role } })
    return { code, expiresAt }
  })
}

export const takeRole: TakeRole = async ({ code }, context) => {
  await guardTries(context, PURPOSE)
  await inTransaction(context, transaction => take(transaction, codeHash(PURPOSE, code), context))
  await forgiveTries(context, PURPOSE)
  return storedMe(context.who.person)
}

async function take(transaction: Transaction, id: string, context: TakeContext): Promise<void> {
  const { who, now, key, refusal } = context
  const invitations = transaction.collection(roleInvitationsSpec)
  const invitation = await invitations.get(id)
  if (!invitation) throw refusal('code-wrong')
  const { role, region, inviter, taker, takenWith, expiresAt } = invitation
  if (taker === who.person && takenWith === key) return // the answer to the first sending was lost on its way
  if (taker !== '') throw refusal('code-used')
  if (now >= expiresAt) throw refusal('code-expired')
  // Whoever has lost the right to give a role has not given it by a code from before.
  if (!mayGrant(await standingInside(transaction, inviter), role, region)) throw refusal('code-expired')

  await invitations.update(id, { taker: who.person, takenWith: key })
  const granted = await grantInside(transaction, who.person, { role, region, unit: null, since: now })
  if (!granted) throw refusal('busy') // erased since the door looked
  await audit(transaction, context, {
    action: 'people.takeRole',
    region,
    subject: handleOf(who.person),
    facts: { role, inviter: handleOf(inviter) },
  })
}
