import type { InputOf } from '../../miniprogram/contract/rpc'
import type { units as unitsContract } from '../../miniprogram/contract/units'
import type { Handler } from '../platform/context'
import { ownUnit } from '../platform/reach'
import { checkText } from '../platform/safety'
import { inTransaction, type Transaction } from '../platform/transaction'
import { liaisonReply } from './replies'
import { liaisons, type StoredLiaison } from './repository/liaisons'
import { type StoredUnit, units } from './repository/units'
import { isLate, maskPhone } from './rules'
import { currentYear, yearShown } from './year'

type NameLiaison = Handler<typeof unitsContract.nameLiaison>
type NamingContext = Parameters<NameLiaison>[1]

interface Naming {
  unit: string
  year: number
  input: InputOf<typeof unitsContract.nameLiaison>
}

export const nameLiaison: NameLiaison = async (input, context) => {
  const unit = ownUnit(context)
  const year = await currentYear(context)
  const { region } = confirmed(await units.get(unit), context)
  const text = `${input.name} ${input.duty}`
  await checkText(context, { text, place: 'unit-name', subject: `${unit}:${year}`, region })
  const liaison = await inTransaction(context, tx => put(tx, { unit, year, input }, context))
  return liaisonReply(liaison)
}

function confirmed(unit: StoredUnit | null, { refusal }: NamingContext): StoredUnit {
  if (unit?.state !== 'confirmed') throw refusal('unit-not-confirmed')
  return unit
}

async function put(tx: Transaction, { unit: id, year, input }: Naming, context: NamingContext) {
  confirmed(await units.inside(tx).get(id), context)
  const before = await liaisons.getInside(tx, id, year)
  if (before?.changedWith === context.key) return before
  const version = before?.version ?? 0
  if (version !== input.version) throw context.refusal('liaison-changed')
  const liaison = named({ unit: id, year, input }, before, context)
  await liaisons.put(tx, liaison, context.now)
  const { name, duty, phone, late } = liaison
  const shown = { name, duty, maskedPhone: maskPhone(phone), late }
  await units.inside(tx).update(id, { liaisonYear: year, liaison: shown })
  return liaison
}

/** Who was named in time is not late for a later change. */
function named({ unit, year, input }: Naming, before: StoredLiaison | null, { now, key }: NamingContext) {
  const { name, duty, phone, mail, version } = input
  const namedAt = before?.namedAt ?? now
  return {
    _id: liaisons.idOf(unit, year),
    ...{ unit, year, name, duty, phone, mail, namedAt },
    late: isLate(namedAt, year),
    version: version + 1,
    changedWith: key,
  }
}

export const listLiaisonChanges: Handler<typeof unitsContract.listLiaisonChanges> = async (_input, context) => {
  const year = await yearShown(context.now)
  const changes = await liaisons.changesOf(ownUnit(context), year)
  return changes.map(({ at, name, duty }) => ({ at, name, duty }))
}
