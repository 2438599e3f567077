import * as v from 'valibot'
import { editions } from '../../../miniprogram/contract/editions'
import { activityNow, edit, startEditions, unitOf } from './activity-stage'

let demo: Awaited<ReturnType<typeof startEditions>>
beforeAll(async () => {
  demo = await startEditions()
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  demo.reset()
  demo.cloud.database.insert('units', [
    unitOf('unit-planetarium', '朔州市天文馆', 'confirmed'),
    unitOf('unit-that-waits', '还在等的单位', 'applied'),
    unitOf('unit-that-closed', '已经关闭的单位', 'closed'),
  ])
})

const save = async (unit: string | null) =>
  demo.ask('ministry', editions.editActivity, await edit(demo, 'student-action', { unit }))
const hostNow = async () => (await activityNow(demo, 'student-action')).unit

test('an organiser names a confirmed unit as the host, and everybody sees its name', async () => {
  await save('unit-planetarium')
  demo.cloud.reload()
  const { activities } = await demo.ask('lin', editions.showSchedule, { year: null })
  expect(activities.find(({ kind }) => kind === 'student-action')?.unit).toEqual({
    id: 'unit-planetarium',
    name: '朔州市天文馆',
  })
  const facts = v.parse(v.array(v.object({ facts: v.unknown() })), demo.cloud.database.find('audit_records'))
  expect(facts).toEqual([{ facts: { version: 2, unit: '朔州市天文馆' } }])
})

test.each(['unit-that-waits', 'unit-that-closed', 'no-such-unit'])('%s hosts nothing', async unit => {
  const change = await edit(demo, 'student-action', { unit, name: '换个名字' })
  expect(await demo.refusal('ministry', editions.editActivity, change)).toBe('unit-unknown')
  expect((await activityNow(demo, 'student-action')).name).toBe('大学生在行动')
})

test('a phone that knows nothing of hosts leaves the host as it is; none is said by saying so', async () => {
  await save('unit-planetarium')
  await demo.ask('ministry', editions.editActivity, await edit(demo, 'student-action', { summary: '三进' }))
  expect(await hostNow()).toEqual({ id: 'unit-planetarium', name: '朔州市天文馆' })
  await save(null)
  expect(await hostNow()).toBeNull()
})

test('a host that was closed since stays the host it was, and the activity can be edited', async () => {
  await save('unit-planetarium')
  demo.cloud.database.clear('units')
  demo.cloud.database.insert('units', [unitOf('unit-planetarium', '朔州市天文馆', 'closed')])
  await save('unit-planetarium')
  expect(await hostNow()).toEqual({ id: 'unit-planetarium', name: '朔州市天文馆' })
})

test('an edition that was stored before there were hosts is shown with none', async () => {
  const activities = v.parse(
    v.array(v.object({ activities: v.array(v.looseObject({ unit: v.optional(v.unknown()) })) })),
    demo.cloud.database.find('editions', { _id: '2020' }),
  )[0]?.activities
  expect(activities?.some(activity => 'unit' in activity)).toBe(false)
  const shown = await demo.ask('lin', editions.showSchedule, { year: 2020 })
  expect(shown.activities.map(({ unit }) => unit)).toEqual(shown.activities.map(() => null))
})

test('the host goes along into the next year', async () => {
  await save('unit-planetarium')
  await demo.ask('admin', editions.openYear, { from: 2026 })
  expect((await activityNow(demo, 'student-action', 2027)).unit?.name).toBe('朔州市天文馆')
})
