import { DAY } from '../../miniprogram/contract/time'
import type { units as unitsContract } from '../../miniprogram/contract/units'
import { handleOf, setUnitInside } from '../people/api'
import { codeHash, codeOfCall, forgiveTries, guardTries } from '../platform/codes'
import type { Handler } from '../platform/context'
import { ownUnit } from '../platform/reach'
import { inTransaction, type Transaction } from '../platform/transaction'
import { asOwn } from './own-unit'
import { members } from './repository/members'
import { unitInvitations } from './repository/unit-invitations'
import { type StoredUnit, units } from './repository/units'
import { INVITATION } from './rules'

type Join = Handler<typeof unitsContract.join>
type JoinContext = Parameters<Join>[1]

const PURPOSE = 'unit'

/** The code is made of the call's key: asked again it is the same one. A new one ends the one before. */
export const invite: Handler<typeof unitsContract.invite> = async (_input, context) => {
  const id = ownUnit(context)
  const code = codeOfCall(context, PURPOSE)
  const _id = codeHash(PURPOSE, code)
  const expiresAt = context.now + INVITATION.days * DAY
  return inTransaction(context, async tx => {
    const unit = await units.inside(tx).get(id)
    if (unit?.state !== 'confirmed') throw context.refusal('unit-closed')
    const invitations = unitInvitations.inside(tx)
    const same = unit.invitation === _id ? await invitations.get(_id) : null
    if (same) return { code, expiresAt: same.expiresAt }
    if (unit.invitation !== '') await invitations.remove(unit.invitation)
    await invitations.set({ _id, unit: id, expiresAt, uses: 0 })
    await units.inside(tx).update(id, { invitation: _id })
    return { code, expiresAt }
  })
}

export const join: Join = async ({ code }, context) => {
  await guardTries(context, PURPOSE)
  const unit = await inTransaction(context, tx => enter(tx, codeHash(PURPOSE, code), context))
  await forgiveTries(context, PURPOSE)
  return asOwn(unit, context)
}

async function enter(tx: Transaction, invitationId: string, context: JoinContext): Promise<StoredUnit> {
  const { person } = context.who
  const invitation = await unitInvitations.inside(tx).get(invitationId)
  const unit = invitation && (await units.inside(tx).get(invitation.unit))
  if (!unit) throw context.refusal('code-wrong')
  if (unit.state !== 'confirmed') throw context.refusal('unit-closed')
  const before = await members.inside(tx).get(person)
  if (before?.unit === unit._id) return unit
  await refuseSecondUnit(tx, before?.unit ?? null, context)
  const isUsedUp = invitation.uses >= INVITATION.uses || context.now >= invitation.expiresAt
  if (isUsedUp) throw context.refusal('code-expired')

  const joined = { ...unit, members: unit.members + 1 }
  await units.inside(tx).update(unit._id, { members: joined.members })
  await unitInvitations.inside(tx).update(invitationId, { uses: invitation.uses + 1 })
  const membership = { unit: unit._id, joinedAt: context.now, leftWith: '' }
  await members.inside(tx).set({ _id: person, handle: handleOf(person), ...membership })
  await setUnitInside(tx, person, { id: unit._id, name: unit.name })
  return joined
}

/** A unit that was closed is none. */
async function refuseSecondUnit(tx: Transaction, earlier: string | null, { refusal }: JoinContext): Promise<void> {
  const unit = earlier === null ? null : await units.inside(tx).get(earlier)
  if (unit && unit.state !== 'closed') throw refusal('already-in-a-unit')
}
