import { citiesOf, provinces } from '../../../miniprogram/contract/region-names'
import { hasChoice, leadsDown, regionRows } from '../../../miniprogram/lib/region-rows'

const values = (roots: string[], within: string) => regionRows(roots, within).map(({ value }) => value)

test('an organiser of the country chooses all of it, a province, or a city in it', () => {
  expect(values(['000000'], '')).toEqual(['000000', ...provinces().map(({ code }) => code)])
  expect(leadsDown(['000000'], '', '140000')).toBe(true)
  expect(values(['000000'], '140000')).toEqual(['140000', ...citiesOf('140000').map(({ code }) => code)])
  expect(leadsDown(['000000'], '140000', '140000')).toBe(false)
  expect(leadsDown(['000000'], '140000', '140600')).toBe(false)
})

test('one of a province begins inside it, one of a city has nothing to choose', () => {
  expect(values(['140000'], '')).toEqual(['140000', ...citiesOf('140000').map(({ code }) => code)])
  expect(leadsDown(['140000'], '', '140000')).toBe(false)
  expect(hasChoice(['140000'])).toBe(true)
  expect(hasChoice(['140600'])).toBe(false)
})

test('several regions are offered side by side, each with what is below', () => {
  expect(values(['140600', '530000'], '')).toEqual(['140600', '530000'])
  expect(leadsDown(['140600', '530000'], '', '140600')).toBe(false)
  expect(leadsDown(['140600', '530000'], '', '530000')).toBe(true)
})
