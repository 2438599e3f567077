import * as v from 'valibot'
import { isRegion, provinces } from '../contract/region-names'
import { COUNTRY, levelOf, provinceOf, type RegionCode } from '../contract/regions'
import { regionWords } from '../copy/regions'

interface Choice {
  value: string
  text: string
}

interface ProvinceChoice extends Choice {
  children?: Choice[]
}

interface RegionChoice {
  province: string
  city: string
}

/** What the region field offers: a municipality has no cities to choose among, a province can be chosen without one. */
export const regionChoices = (): ProvinceChoice[] =>
  provinces().map(({ code, name, cities }) => {
    const below = cities.filter(city => city.name !== name)
    const choice = { value: code, text: name }
    if (below.length === 0) return choice
    const children = below.map(city => ({ value: city.code, text: city.name }))
    return { ...choice, children: [{ value: code, text: regionWords.wholeProvince }, ...children] }
  })

/** Likewise, and the country: for units that belong to no province. */
export const unitRegionChoices = (): ProvinceChoice[] => [
  { value: COUNTRY, text: regionWords.country },
  ...regionChoices(),
]

/** A region as the region field holds it; nothing chosen for none. */
export function choiceOf(region: RegionCode | null): Partial<RegionChoice> {
  if (region === null) return {}
  return levelOf(region) === 'country' ? { province: region, city: '' } : { province: provinceOf(region), city: region }
}

/** What the region field holds, as a region that there is. */
export const regionChoiceSchema = v.pipe(
  v.object({ province: v.string(), city: v.string() }),
  v.transform(({ province, city }): RegionCode => city || province),
  v.check(isRegion),
)
