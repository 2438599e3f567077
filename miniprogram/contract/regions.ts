import * as v from 'valibot'

/**
 * A place of the series: six characters as in GB/T 2260, `140000` a province, `140600` a city, `000000` the country. The
 * production and construction corps has codes of its own (`BT0000`, its divisions `BT0100` to `BT1400`): it is no province.
 */
export type RegionCode = string

export const COUNTRY: RegionCode = '000000'

const REGION = /^(\d{2}|BT)\d{2}00$/

export const regionSchema = v.pipe(v.string(), v.regex(REGION))

export type RegionLevel = 'country' | 'province' | 'city'

export function levelOf(region: RegionCode): RegionLevel {
  if (region === COUNTRY) return 'country'
  return region.endsWith('0000') ? 'province' : 'city'
}

const DIGITS: Record<RegionLevel, number> = { country: 0, province: 2, city: 4 }

/** What every code below a region begins with; empty for the country. */
export const prefixOf = (region: RegionCode): string => region.slice(0, DIGITS[levelOf(region)])

/** Whether a region is the other one or holds it. */
export const covers = (region: RegionCode, other: RegionCode): boolean => other.startsWith(prefixOf(region))

/** The province of a city; a province and the country are their own. */
export const provinceOf = (region: RegionCode): RegionCode => `${region.slice(0, 2)}0000`

/** From the country down to the region itself: whose notices reach a person there. */
export const chainTo = (region: RegionCode): RegionCode[] => [...new Set([COUNTRY, provinceOf(region), region])]

/** The organisers' region above: of a city its province, of a province the country. */
export const above = (region: RegionCode): RegionCode => (levelOf(region) === 'city' ? provinceOf(region) : COUNTRY)
