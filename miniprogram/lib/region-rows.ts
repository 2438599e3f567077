import { COUNTRY, type RegionCode } from '../contract/regions'
import { citiesOf, provinces, type Region, regionName } from '../contract/region-names'
import { wholeRegion } from '../copy/desk'

export interface RegionRow {
  value: RegionCode
  text: string
}

const childrenOf = (region: RegionCode): readonly Region[] => (region === COUNTRY ? provinces() : citiesOf(region))

/** The region whose rows are on the screen; empty while several roots are. */
const shownRegion = (roots: readonly RegionCode[], within: RegionCode): RegionCode => {
  const [only = ''] = roots
  return within === '' && roots.length === 1 ? only : within
}

/** What can be chosen within a region: all of it, or one below. With nothing chosen yet the roots themselves. */
export function regionRows(roots: readonly RegionCode[], within: RegionCode): RegionRow[] {
  const shown = shownRegion(roots, within)
  if (shown === '') return roots.map(root => ({ value: root, text: regionName(root) }))
  const below = childrenOf(shown)
  const whole = { value: shown, text: below.length === 0 ? regionName(shown) : wholeRegion(shown) }
  return [whole, ...below.map(({ code, name }) => ({ value: code, text: name }))]
}

/** Whether choosing a row shows what is below it instead of ending the choice. */
export const leadsDown = (roots: readonly RegionCode[], within: RegionCode, value: RegionCode): boolean =>
  value !== shownRegion(roots, within) && childrenOf(value).length > 0

/** Whether there is anything to choose at all. */
export const hasChoice = (roots: readonly RegionCode[]): boolean => regionRows(roots, '').length > 1
