import { citiesOf, isRegion, provinces, regionName } from '../../miniprogram/contract/region-names'
import { REGION_LINES } from '../../miniprogram/contract/region-table'
import { above, chainTo, covers, levelOf, provinceOf, regionSchema } from '../../miniprogram/contract/regions'
import * as v from 'valibot'

const everyCity = provinces().flatMap(({ cities }) => cities)

test('the table has the thirty-four provinces and the corps, which is none of them', () => {
  expect(provinces()).toHaveLength(35)
  expect(provinces().at(-1)).toMatchObject({ code: 'BT0000', name: '新疆生产建设兵团' })
})

test('every code is one the contract takes, stands once, and lies below its province', () => {
  const codes = [...provinces(), ...everyCity].map(({ code }) => code)
  expect(codes.filter(code => !v.is(regionSchema, code))).toEqual([])
  expect(new Set(codes).size).toBe(codes.length)
  const strays = provinces().flatMap(({ code, cities }) => cities.filter(city => provinceOf(city.code) !== code))
  expect(strays).toEqual([])
  expect(everyCity.filter(({ code }) => levelOf(code) !== 'city')).toEqual([])
})

test('no name is empty, has a blank or is that of another city', () => {
  const names = everyCity.map(({ name }) => name)
  expect(names.filter(name => name.length < 2 || /[\s\da-z]/i.test(name))).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test.each([
  ['000000', '全国'],
  ['140000', '山西省'],
  ['140600', '朔州市'],
  ['110100', '北京市'],
  ['500200', '重庆市所辖县'],
  ['710000', '台湾省'],
  ['BT0000', '新疆生产建设兵团'],
])('%s is %s', (code, name) => {
  expect(regionName(code)).toBe(name)
  expect(isRegion(code)).toBe(true)
})

test.each(['990000', '140100x', '659000', 'BT1500', '', '__proto__', 'constructor'])('%s is no region', code => {
  expect(isRegion(code)).toBe(false)
  expect(regionName(code)).toBe(code)
  expect(citiesOf(code)).toEqual([])
})

test('the corps has fourteen divisions, twelve of them with a city of their own', () => {
  expect(citiesOf('BT0000').map(({ code, name }) => `${code} ${name}`)).toEqual([
    'BT0100 第一师阿拉尔市',
    'BT0200 第二师铁门关市',
    'BT0300 第三师图木舒克市',
    'BT0400 第四师可克达拉市',
    'BT0500 第五师双河市',
    'BT0600 第六师五家渠市',
    'BT0700 第七师胡杨河市',
    'BT0800 第八师石河子市',
    'BT0900 第九师白杨市',
    'BT1000 第十师北屯市',
    'BT1100 第十一师',
    'BT1200 第十二师',
    'BT1300 第十三师新星市',
    'BT1400 第十四师昆玉市',
  ])
})

test('Shanxi has its eleven cities', () => {
  expect(citiesOf('140000').map(({ name }) => name)).toEqual(
    '太原市 大同市 阳泉市 长治市 晋城市 朔州市 晋中市 运城市 忻州市 临汾市 吕梁市'.split(' '),
  )
})

test('who stands above whom holds for the corps as for a province, and Xinjiang does not reach into it', () => {
  expect(chainTo('BT0800')).toEqual(['000000', 'BT0000', 'BT0800'])
  expect(chainTo('140600')).toEqual(['000000', '140000', '140600'])
  expect([above('BT0800'), above('BT0000'), above('140600')]).toEqual(['BT0000', '000000', '140000'])
  expect([covers('650000', 'BT0800'), covers('BT0000', 'BT0800'), covers('000000', 'BT0800')]).toEqual([
    false,
    true,
    true,
  ])
})

test('the table weighs less than 20 KB in the main package', () => {
  expect(Buffer.byteLength(REGION_LINES.join('\n'))).toBeLessThan(20 * 1024)
})
