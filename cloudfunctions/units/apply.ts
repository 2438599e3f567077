import type { InputOf } from '../../miniprogram/contract/rpc'
import { isRegion } from '../../miniprogram/contract/region-names'
import { covers } from '../../miniprogram/contract/regions'
import type { units as unitsContract } from '../../miniprogram/contract/units'
import { handleOf, setUnitInside } from '../people/api'
import type { Handler } from '../platform/context'
import { isOwnFile } from '../platform/files'
import { checkText } from '../platform/safety'
import { keyedHash } from '../platform/secret'
import { inTransaction, type Transaction } from '../platform/transaction'
import { confirmedInside } from './confirmed'
import { asOwn } from './own-unit'
import { members } from './repository/members'
import { unitNames } from './repository/unit-names'
import { type StoredUnit, units } from './repository/units'
import { nameKeyOf, placeOf, plainName } from './rules'

type Apply = Handler<typeof unitsContract.apply>
type ApplyContext = Parameters<Apply>[1]
type Application = InputOf<typeof unitsContract.apply>

const ID_LENGTH = 24

/** Asked again with the same key it is the same unit. */
const unitIdOf = ({ who, key }: ApplyContext): string =>
  Buffer.from(keyedHash('unit', who.person, key), 'base64url')
    .toString('hex')
    .slice(0, ID_LENGTH)

/** Whoever applies belongs to the unit from then on, and becomes its officer when it is confirmed. */
export const apply: Apply = async (application, context) => {
  const { name, region, proof } = application
  if (!isRegion(region)) throw context.refusal('region-unknown')
  if (!proof.every(file => isOwnFile(file, context.who.person))) throw context.refusal('file-not-yours')
  if (plainName(name) === '') throw context.refusal('text-refused')
  // A name that waits for a second look waits with its application: only organisers see it before it is confirmed.
  await checkText(context, { text: name, place: 'unit-name', subject: unitIdOf(context), region })
  const unit = await inTransaction(context, tx => enter(tx, application, context))
  return asOwn(unit, context)
}

async function enter(tx: Transaction, application: Application, context: ApplyContext): Promise<StoredUnit> {
  const { person } = context.who
  const id = unitIdOf(context)
  const before = await members.inside(tx).get(person)
  const earlier = before?.unit ? await units.inside(tx).get(before.unit) : null
  if (earlier?._id === id) return earlier
  if (earlier && earlier.state !== 'closed') throw context.refusal('already-in-a-unit')
  const unit = { ...freshUnit(id, application, context), parent: await parentIn(tx, application, context) }

  // The person's own document first: of one person's two applications at once the later one starts again and finds it.
  const membership = { unit: id, joinedAt: context.now, leftWith: '' }
  await members.inside(tx).set({ _id: person, handle: handleOf(person), ...membership })
  await unitNames.claim(tx, unit.region, plainName(unit.name), id, context.refusal('unit-name-taken'))
  await units.inside(tx).insert(unit, context.refusal('already-in-a-unit'))
  await setUnitInside(tx, person, { id, name: unit.name })
  return unit
}

async function parentIn(tx: Transaction, { parent, region }: Application, { refusal }: ApplyContext) {
  if (parent === null) return null
  const found = await confirmedInside(tx, parent)
  if (!found || !covers(found.region, region)) throw refusal('unit-unknown')
  return { id: found.id, name: found.name }
}

function freshUnit(id: string, { name, kind, region, proof }: Application, { who, now }: ApplyContext): StoredUnit {
  return {
    _id: id,
    ...{ name, kind, region, proof },
    parent: null,
    state: 'applied',
    reason: '',
    members: 1,
    officer: null,
    appliedBy: who.person,
    appliedAt: now,
    place: placeOf(region, id),
    nameKey: nameKeyOf(name, id),
    liaisonYear: 0,
    liaison: null,
    invitation: '',
    decidedWith: '',
    remindedOn: '',
    remindedWith: '',
    wasMessaged: false,
  }
}
