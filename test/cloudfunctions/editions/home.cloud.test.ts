import { editions } from '../../../miniprogram/contract/editions'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type DemoCloud, startDemoCloud } from '../../support/demo-cloud'

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
})
afterAll(() => demo.cloud.stop())

const home = () => demo.ask('lin', editions.home, {})

test('one call tells the whole home page by the server’s clock', async () => {
  const { now, edition, activities, quiz } = await home()
  expect(now).toBe(demoMoment)
  expect(edition).toEqual({ year: 2026, title: '生态环境云科普', theme: '人与自然和谐共生' })
  expect(activities.map(({ kind, phase }) => `${kind} ${phase}`)).toEqual([
    'explainers open',
    'biodiversity-works open',
    'showcase open',
    'student-action open',
    'open-days open',
    'quiz open',
    'training upcoming',
    'experts closed',
    'award-works closed',
  ])
  expect(quiz).toEqual({
    round: '2026-main',
    title: '秋季云竞答',
    questions: 10,
    categories: ['air', 'water', 'waste', 'biodiversity', 'epidemic'],
    minutes: 5,
    attemptsPerDay: 3,
    opensAt: Date.parse('2026-08-15T00:00:00+08:00'),
    closesAt: Date.parse('2026-12-01T00:00:00+08:00'),
    certificates: [
      { from: 60, name: '答题达标证书' },
      { from: 80, name: '优秀答题证书' },
      { from: 100, name: '满分答题证书' },
    ],
  })
})

test('costs two reads on a fresh instance and none on a warm one', async () => {
  demo.cloud.reload()
  const before = demo.cloud.counters.snapshot()
  await home()
  const cold = demo.cloud.counters.since(before)
  expect([cold.calls, cold.reads, cold.writes]).toEqual([1, editions.home.cost.cold, 0])

  const between = demo.cloud.counters.snapshot()
  await home()
  const warm = demo.cloud.counters.since(between)
  expect([warm.calls, warm.reads, warm.writes]).toEqual([1, 0, 0])
})

test('an activity closes on the second, without anybody closing it', async () => {
  const closesAt = Date.parse('2026-09-21T00:00:00+08:00')
  const phase = async () => (await home()).activities.find(({ kind }) => kind === 'explainers')?.phase
  demo.cloud.clock.freeze(closesAt - 1)
  expect(await phase()).toBe('open')
  demo.cloud.clock.freeze(closesAt)
  expect(await phase()).toBe('closed')
  demo.cloud.clock.freeze(demoMoment)
})

test('a quiz round opens and closes on the second, on an instance that was warm before', async () => {
  const offer = async (now: string) => {
    demo.cloud.clock.freeze(Date.parse(now))
    return (await home()).quiz?.attemptsPerDay ?? null
  }
  expect(await offer('2026-08-14T23:59:59.999+08:00')).toBeNull()
  expect(await offer('2026-08-15T00:00:00+08:00')).toBe(3)
  expect(await offer('2026-11-30T23:59:59.999+08:00')).toBe(3)
  expect(await offer('2026-12-01T00:00:00+08:00')).toBeNull()
  demo.cloud.clock.freeze(demoMoment)
})

test('without a published edition it says so in its own code', async () => {
  const empty = await startDemoCloud()
  empty.cloud.database.clear('editions')
  expect(await empty.refusal('lin', editions.home, {})).toBe('edition-missing')
  await empty.cloud.stop()
})
