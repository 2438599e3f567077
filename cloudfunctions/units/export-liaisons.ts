import { randomUUID } from 'node:crypto'
import type { RegionCode } from '../../miniprogram/contract/regions'
import type { units as unitsContract } from '../../miniprogram/contract/units'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { passOn } from '../platform/passing-files'
import { mustOrganise } from '../platform/reach'
import { inTransaction } from '../platform/transaction'
import { workbook } from '../platform/workbook'
import { liaisons } from './repository/liaisons'
import { units } from './repository/units'
import { exportRow, EXPORT_HEAD, EXPORT_SHEET, type NamedUnit } from './words'
import { currentYear } from './year'

const MOST_ROWS = 5000

/** The most that one read of the database answers. */
const PORTION = 1000

/** The audit record comes before the file: no phone leaves without it. */
export const exportLiaisons: Handler<typeof unitsContract.exportLiaisons> = async ({ region, reason }, context) => {
  mustOrganise(context, region)
  const year = await currentYear(context)
  const count = await units.countNamed(year, region)
  if (count > MOST_ROWS) throw context.refusal('too-many-rows', { rows: count, most: MOST_ROWS })
  const rows = await namedIn(region, year)
  const act = { action: 'units.exportLiaisons', region, subject: region, facts: { year, rows: rows.length, reason } }
  await inTransaction(context, tx => audit(tx, context, act))
  const bytes = await workbook([{ name: EXPORT_SHEET, head: EXPORT_HEAD, rows: rows.map(exportRow) }])
  return passOn(`exports/${randomUUID()}/liaisons-${region}-${year}.xlsx`, bytes, context.now)
}

async function namedIn(region: RegionCode, year: number): Promise<NamedUnit[]> {
  const rows: NamedUnit[] = []
  let after: string | null = null
  do {
    const portion = await units.named(year, { region, after, limit: PORTION })
    rows.push(...(await withLiaisons(portion, year)))
    after = portion.length === PORTION ? (portion.at(-1)?.place ?? null) : null
  } while (after !== null && rows.length < MOST_ROWS)
  return rows
}

async function withLiaisons(portion: Awaited<ReturnType<typeof units.named>>, year: number): Promise<NamedUnit[]> {
  if (portion.length === 0) return []
  const found = await liaisons.ofUnits(
    portion.map(({ _id }) => _id),
    year,
  )
  const byUnit = new Map(found.map(liaison => [liaison.unit, liaison]))
  return portion.flatMap(unit => {
    const liaison = byUnit.get(unit._id)
    return liaison ? [{ unit, liaison }] : []
  })
}
