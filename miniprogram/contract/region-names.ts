import { REGION_LINES } from './region-table'
import { COUNTRY, type RegionCode } from './regions'

export interface Region {
  code: RegionCode
  name: string
}

export interface Province extends Region {
  /** Empty where the table names none. */
  cities: readonly Region[]
}

const CODE_LENGTH = 6

const regionIn = (text: string): Region => ({ code: text.slice(0, CODE_LENGTH), name: text.slice(CODE_LENGTH) })

function provinceIn(line: string): Province {
  const [own = '', ...cities] = line.split(' ')
  return { ...regionIn(own), cities: cities.map(regionIn) }
}

const PROVINCES: readonly Province[] = REGION_LINES.map(provinceIn)

const NAMES: ReadonlyMap<RegionCode, string> = new Map([
  [COUNTRY, '全国'],
  ...PROVINCES.flatMap(province => [province, ...province.cities]).map(({ code, name }) => [code, name] as const),
])

/** The provinces of the series in the order of their codes, the production and construction corps last. */
export const provinces = (): readonly Province[] => PROVINCES

/** Cities of a province, divisions of the corps; none for anything else. */
export const citiesOf = (province: RegionCode): readonly Region[] =>
  PROVINCES.find(({ code }) => code === province)?.cities ?? []

/** Whether there is such a place; the country is one. */
export const isRegion = (code: RegionCode): boolean => NAMES.has(code)

/** A place's name; its code where the table does not know it (any more). */
export const regionName = (code: RegionCode): string => NAMES.get(code) ?? code
