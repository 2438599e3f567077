import * as v from 'valibot'
import { unitIdSchema } from './inputs'
import { type RegionCode, regionSchema } from './regions'
import { procedure, returns } from './rpc'
import type { UnitKind } from './unit-kinds'

/** A confirmed unit that another one may belong to. */
export interface UnitAbove {
  id: string
  name: string
  kind: UnitKind
  region: RegionCode
}

const own = { role: 'contributor', scope: 'self' } as const

/** What the domain `units` does for who applies, besides taking the application. */
export const applying = {
  /** Takes back an application that nobody has decided about, with the files that were to prove the unit. */
  withdraw: procedure('units.withdraw', {
    kind: 'write',
    ...own,
    input: v.strictObject({ unit: unitIdSchema }),
    output: returns<null>(),
    errors: ['unit-unknown', 'application-decided', 'busy'],
    cost: { reads: 4, writes: 8, cold: 0 },
  }),
  /** Confirmed units of a region and of those above it, by the beginning of their names; at most twenty. */
  listAbove: procedure('units.listAbove', {
    kind: 'read',
    ...own,
    input: v.strictObject({
      region: regionSchema,
      name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
    }),
    output: returns<UnitAbove[]>(),
    errors: ['region-unknown'],
    cost: { reads: 2, writes: 0, cold: 0 },
  }),
}
