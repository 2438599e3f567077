import { units } from '../../../miniprogram/contract/units'
import type { DemoCloud } from '../../support/demo-cloud'
import { apply, confirmedUnit, startStage, UNKNOWN } from './stage'

let demo: DemoCloud & { reset: () => void }
beforeAll(async () => {
  demo = await startStage()
  await confirmedUnit(demo, 'stranger-1', { name: '环境科学学会', region: '000000', kind: 'society' })
  await confirmedUnit(demo, 'stranger-2', { name: '环境监测中心', region: '140000' })
  await confirmedUnit(demo, 'stranger-3', { name: '环境监测站', region: '140600' })
  await confirmedUnit(demo, 'stranger-4', { name: '环境教育馆', region: '140100' })
  await confirmedUnit(demo, 'stranger-5', { name: '环境展览馆', region: '310000' })
  await apply(demo, 'stranger-6', { name: '环境协会', region: '140600' })
  const closed = await confirmedUnit(demo, 'stranger-7', { name: '环境公司', region: '140600' })
  await demo.ask('shuozhou', units.close, { unit: closed, reason: '注销' })
})
afterAll(() => demo.cloud.stop())

const namesFor = async (region: string, name: string) =>
  (await demo.ask('stranger-8', units.listAbove, { region, name })).map(unit => unit.name).sort()

test.each([
  ['140600', ['环境监测中心', '环境监测站', '环境科学学会']],
  ['140000', ['环境监测中心', '环境科学学会']],
  ['000000', ['环境科学学会']],
])('for a unit of %s there are the confirmed ones of its region and above', async (region, names) => {
  expect(await namesFor(region, '环境')).toEqual(names.sort())
})

test('they are found by the beginning of the name, whatever its width and spacing', async () => {
  expect(await namesFor('140600', ' 环境监测 ')).toEqual(['环境监测中心', '环境监测站'].sort())
  expect(await namesFor('140600', '监测')).toEqual([])
})

test('nothing is told of a unit but what it is and where', async () => {
  const [first] = await demo.ask('stranger-8', units.listAbove, { region: '140600', name: '环境监测站' })
  expect(first).toEqual({ id: first?.id, name: '环境监测站', kind: 'museum-media', region: '140600' })
})

test('whoever applies with one of them is shown to the organiser as belonging to it', async () => {
  const [above] = await demo.ask('stranger-8', units.listAbove, { region: '140600', name: '环境监测站' })
  const { id } = await apply(demo, 'stranger-8', { name: '下属科普馆', parent: above?.id ?? null })
  const { unit } = await demo.ask('shuozhou', units.show, { unit: id })
  expect(unit.parent).toEqual({ id: above?.id, name: '环境监测站' })
})

test('it is for who has consented, of a region that there is, by at least a letter', async () => {
  expect(await demo.refusal(UNKNOWN, units.listAbove, { region: '140600', name: '环境' })).toBe('consent-missing')
  expect(await demo.refusal('stranger-9', units.listAbove, { region: '999900', name: '环境' })).toBe('region-unknown')
  expect(await demo.refusal('stranger-9', units.listAbove, { region: '140600', name: '  ' })).toBe('invalid-input')
})
