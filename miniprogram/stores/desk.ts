import * as v from 'valibot'
import { COUNTRY, covers, type RegionCode, regionSchema } from '../contract/regions'
import { keptStore } from '../lib/keep'
import { deskRegions, refreshMe } from './me'

/** What an organiser may do, as far as the desk shows it; the server decides anew at every call. */
export interface Desk {
  /** The regions that the person organises, without those that another one of them covers; empty for nobody's organiser. */
  regions: RegionCode[]
  /** The one that the desk is about now. */
  region: RegionCode
  isMinistry: boolean
  isAdministrator: boolean
}

const chosen = keptStore('desk-region', v.union([v.literal(''), regionSchema]), '')

const withoutCovered = (regions: readonly RegionCode[]): RegionCode[] => {
  const different = [...new Set(regions)]
  return different.filter(region => !different.some(other => other !== region && covers(other, region)))
}

/** The region chosen last where it is still the person's, else their first. */
function deskRegion(regions: readonly RegionCode[], last: RegionCode): RegionCode {
  return last !== '' && regions.some(region => covers(region, last)) ? last : (regions[0] ?? '')
}

/** Asks who the person is. Throws CallError. */
export async function askDesk(): Promise<Desk> {
  const me = await refreshMe()
  const regions = withoutCovered(deskRegions(me))
  return {
    regions,
    region: deskRegion(regions, chosen.get()),
    isMinistry: regions.includes(COUNTRY),
    isAdministrator: me.grants.some(({ role }) => role === 'administrator'),
  }
}

export const chooseDeskRegion = (region: RegionCode): void => {
  chosen.set(region)
}
