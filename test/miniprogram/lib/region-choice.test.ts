import * as v from 'valibot'
import { regionPath } from '../../../miniprogram/copy/regions'
import { choiceOf, regionChoices, regionChoiceSchema, unitRegionChoices } from '../../../miniprogram/lib/region-choice'

const chosen = (value: unknown): string | null => {
  const parsed = v.safeParse(regionChoiceSchema, value)
  return parsed.success ? parsed.output : null
}

test.each([
  ['a city', { province: '140000', city: '140600' }, '140600'],
  ['a province as such', { province: '140000', city: '140000' }, '140000'],
  ['a municipality, which has no cities', { province: '110000', city: '' }, '110000'],
  ['the country', { province: '000000', city: '' }, '000000'],
  ['a division of the corps', { province: 'BT0000', city: 'BT0100' }, 'BT0100'],
  ['a city that there is not', { province: '140000', city: '149900' }, null],
  ['nothing', {}, null],
])('%s is %j', (_name, value, region) => {
  expect(chosen(value)).toBe(region)
})

test('whatever the field offers is a region, and is shown again as it was chosen', () => {
  const offered = unitRegionChoices().flatMap(({ value: province, children }) =>
    children ? children.map(({ value: city }) => ({ province, city })) : [{ province, city: '' }],
  )
  expect(offered.length).toBeGreaterThan(300)
  expect(offered.filter(value => chosen(value) === null)).toEqual([])
  const back = offered.map(value => choiceOf(chosen(value)))
  expect(back.map(({ province }) => province)).toEqual(offered.map(({ province }) => province))
})

test('people live in a province or a city, not in the whole country', () => {
  expect(regionChoices().map(({ value }) => value)).not.toContain('000000')
  expect(unitRegionChoices()[0]?.value).toBe('000000')
})

test.each([
  ['140600', '山西省 · 朔州市'],
  ['140000', '山西省'],
  ['110100', '北京市'],
  ['000000', '全国'],
])('%s reads %s', (region, path) => {
  expect(regionPath(region)).toBe(path)
})
