import { createHash } from 'node:crypto'
import * as v from 'valibot'
import type { RegionCode } from '../../../miniprogram/contract/regions'
import { defineCollection } from '../../platform/collection-spec'
import type { Transaction } from '../../platform/transaction'

export const unitNamesSpec = defineCollection({
  name: 'unit_names',
  purpose: 'A name that an applied or confirmed unit holds in its region: two units of a name cannot be there at once.',
  schema: v.object({ _id: v.string(), unit: v.string() }),
  indexes: [],
  personal: [],
  retention: 'Until the unit is closed.',
})

/** @param plainName the name without what does not tell names apart */
const claimOf = (region: RegionCode, plainName: string): string =>
  `${region}:${createHash('sha256').update(plainName).digest('hex')}`

export const unitNames = {
  claim: (tx: Transaction, region: RegionCode, plainName: string, unit: string, taken: Error): Promise<void> =>
    tx.collection(unitNamesSpec).insert({ _id: claimOf(region, plainName), unit }, taken),

  release: (tx: Transaction, region: RegionCode, plainName: string): Promise<boolean> =>
    tx.collection(unitNamesSpec).remove(claimOf(region, plainName)),
}
