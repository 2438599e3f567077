import * as v from 'valibot'
import { citiesOf, provinces } from '../../../miniprogram/contract/region-names'
import { covers } from '../../../miniprogram/contract/regions'
import type { LiaisonBoard } from '../../../miniprogram/contract/liaisons'
import { units } from '../../../miniprogram/contract/units'
import { deskCosts } from '../../../bench/units-desk'
import { sowCrowd } from '../../../local/seed/units-many'
import { type DemoCloud, startDemoCloud } from '../../support/demo-cloud'

const UNITS = 10_000
const cities = provinces().flatMap(({ code }) => citiesOf(code).map(city => city.code))

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
  for (const collection of ['units', 'unit_liaisons']) demo.cloud.database.clear(collection)
  await sowCrowd(demo.cloud.database, { units: UNITS, organisers: 2000, cities, year: 2026 })
}, 60_000)
afterAll(() => demo.cloud.stop())

test('every page of the desk costs at most three operations among ten thousand units', async () => {
  const costs = await deskCosts(demo.cloud)
  expect(costs.filter(({ rows }) => rows > 0).map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'applications',
      'units, next',
      'liaisons missing, next',
      'liaisons named, next',
      'roles, next',
    ]),
  )
  expect(costs.filter(({ operations }) => operations > 3)).toEqual([])
}, 60_000)

const storedSchema = v.object({ _id: v.string(), region: v.string(), place: v.string(), liaisonYear: v.number() })

test('the pages of a list hold every unit once, in order', async () => {
  const confirmed = demo.cloud.database.find('units', { state: 'confirmed' }).map(unit => v.parse(storedSchema, unit))
  const missing = confirmed.filter(({ region, liaisonYear }) => covers('140000', region) && liaisonYear < 2026)
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: LiaisonBoard = await demo.ask('shanxi', units.listLiaisons, {
      region: '140000',
      after,
      show: 'missing',
    })
    expect(page.missing).toBe(missing.length)
    seen.push(...page.items.map(({ unit }) => unit))
    after = page.next
  } while (after !== null)
  expect(seen).toEqual(missing.sort((a, b) => (a.place < b.place ? -1 : 1)).map(({ _id }) => _id))
  expect(seen.length).toBeGreaterThan(60)
})

test('a workbook of more than five thousand rows is refused, and a province’s is not', async () => {
  const asked = { reason: '年度汇总' }
  expect(await demo.refusal('ministry', units.exportLiaisons, { region: '000000', ...asked })).toBe('too-many-rows')
  expect(demo.cloud.database.find('audit_records')).toEqual([])
  const file = await demo.ask('shanxi', units.exportLiaisons, { region: '140000', ...asked })
  expect((await fetch(file.url)).status).toBe(200)
})

test('fifty units are reminded of at a time, each once a day', async () => {
  const told = new Set<string>()
  for (let time = 0; time < 2; time++) {
    const { sent, call } = await demo.ask('ministry', units.remindLiaisons, { region: '000000' })
    expect([sent, call.length]).toEqual([0, 50])
    for (const { unitName } of call) told.add(unitName)
  }
  expect(told.size).toBe(100)
})
