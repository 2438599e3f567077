import { levelOf, provinceOf, type RegionCode } from '../contract/regions'
import { regionName } from '../contract/region-names'

export const regionWords = {
  /** A choice beside the cities of a province: the province itself. */
  wholeProvince: '不细分到市',
  /** For units of the ministry, which belong to no province. */
  country: '全国（部机关和直属单位）',
}

/** `山西省 · 朔州市`; a municipality once. */
export function regionPath(region: RegionCode): string {
  const names = levelOf(region) === 'city' ? [regionName(provinceOf(region)), regionName(region)] : [regionName(region)]
  return [...new Set(names)].join(' · ')
}
