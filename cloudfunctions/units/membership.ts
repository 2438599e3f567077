import type { units as unitsContract } from '../../miniprogram/contract/units'
import { grantInside, handleOf, nicknamesOf, setUnitInside, withdrawGrantInside } from '../people/api'
import type { Handler } from '../platform/context'
import { ownUnit } from '../platform/reach'
import { inTransaction } from '../platform/transaction'
import { depart } from './depart'
import { pageOf } from '../platform/paging'
import { members } from './repository/members'
import { units } from './repository/units'

const PAGE = 50

export const leave: Handler<typeof unitsContract.leave> = async (_input, context) => {
  const { person } = context.who
  return inTransaction(context, async tx => {
    const member = await members.inside(tx).get(person)
    if (member?.leftWith === context.key) return null
    const unit = member?.unit ? await units.inside(tx).get(member.unit) : null
    if (!member || !unit) throw context.refusal('not-in-a-unit')
    if (unit.officer === person) throw context.refusal('hand-over-first')
    await members.inside(tx).set({ ...member, unit: null, leftWith: context.key })
    await depart(tx, unit)
    await setUnitInside(tx, person, null)
    return null
  })
}

export const listMembers: Handler<typeof unitsContract.listMembers> = async ({ after }, context) => {
  const found = await members.page(ownUnit(context), after, PAGE + 1)
  const { items, next } = pageOf(found, PAGE, ({ handle }) => handle)
  const nicknames = await nicknamesOf(items.map(({ handle }) => handle))
  const officer = handleOf(context.who.person)
  const shown = items.map(({ handle, joinedAt }) => ({
    handle,
    nickname: nicknames.get(handle) ?? '',
    isOfficer: handle === officer,
    joinedAt,
  }))
  return { items: shown, next }
}

/** The unit's document is written, so that a hand-over and the leaving of the new officer cannot both happen. */
export const handOver: Handler<typeof unitsContract.handOver> = async ({ handle }, context) => {
  const id = ownUnit(context)
  const { person } = context.who
  const successor = await members.byHandle(id, handle)
  if (!successor) throw context.refusal('person-unknown')
  if (successor._id === person) return null
  return inTransaction(context, async tx => {
    const unit = await units.inside(tx).get(id)
    const member = await members.inside(tx).get(successor._id)
    if (unit?.officer !== person || member?.unit !== id) throw context.refusal('person-unknown')
    const grant = { role: 'unit-officer', region: unit.region, unit: id } as const
    await units.inside(tx).update(id, { officer: successor._id })
    await withdrawGrantInside(tx, person, grant)
    const isGranted = await grantInside(tx, successor._id, { ...grant, since: context.now })
    if (!isGranted) throw context.refusal('person-unknown')
    return null
  })
}
