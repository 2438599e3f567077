import { editions } from '../../../miniprogram/contract/editions'
import { quiz } from '../../../miniprogram/contract/quiz'
import { newKey } from '../../support/demo-cloud'
import { activityNow, startEditions } from './activity-stage'

let demo: Awaited<ReturnType<typeof startEditions>>
beforeAll(async () => {
  demo = await startEditions()
})
afterAll(() => demo.cloud.stop())
beforeEach(async () => {
  demo.reset()
  await demo.ask('admin', editions.openYear, { from: 2026 })
})

const roundOf = (year: number) => demo.cloud.database.find('quiz_rounds', { _id: `${year}-main` })
const publish = (key = newKey()) => demo.ask('admin', editions.publishYear, { year: 2027 }, key)

async function windowOf2027() {
  const { opensAt, closesAt } = await activityNow(demo, 'quiz', 2027)
  return { opensAt, closesAt }
}

test('publishing a year opens its round with the terms of the year before, in the window of its activity', async () => {
  const [last] = roundOf(2026)
  demo.cloud.database.clear('quiz_rounds')
  demo.cloud.database.insert('quiz_rounds', [{ ...last, minutes: 7, attemptsPerDay: 2 }])
  expect(roundOf(2027)).toEqual([])
  await publish()
  expect(roundOf(2027)).toEqual([
    {
      ...last,
      opened: false,
      title: '',
      changedWith: '',
      minutes: 7,
      attemptsPerDay: 2,
      _id: '2027-main',
      ...(await windowOf2027()),
    },
  ])
})

test('where no year before had one, by the terms of the founding notice', async () => {
  demo.cloud.database.clear('quiz_rounds')
  await publish()
  const blueprint = ['air', 'water', 'waste', 'biodiversity', 'epidemic'].map(category => ({ category, count: 2 }))
  const certificates = [
    { from: 60, name: '答题达标证书' },
    { from: 80, name: '优秀答题证书' },
    { from: 100, name: '满分答题证书' },
  ]
  const terms = { minutes: 5, attemptsPerDay: 3, blueprint, bank: 'contest', certificates, minPlayers: 5 }
  const fresh = { _id: '2027-main', title: '', state: 'published', opened: false, version: 1, changedWith: '' }
  expect(roundOf(2027)).toEqual([{ ...fresh, ...terms, ...(await windowOf2027()) }])
})

test('then it can be played on its first day', async () => {
  await publish()
  demo.cloud.clock.freeze((await windowOf2027()).opensAt + 12 * 60 * 60 * 1000)
  demo.cloud.reload()
  expect((await demo.ask('lin', quiz.startAttempt, { first: true })).questions).toHaveLength(10)
})

test('a round that somebody has prepared stays as it is', async () => {
  const prepared = { ...roundOf(2026)[0], _id: '2027-main', minutes: 9 }
  demo.cloud.database.insert('quiz_rounds', [prepared])
  await publish()
  expect(roundOf(2027)).toEqual([prepared])
})

test('sent twice with one key there is one round', async () => {
  const key = newKey()
  await publish(key)
  const once = roundOf(2027)
  await publish(key)
  expect([once.length, roundOf(2027)]).toEqual([1, once])
})

test('a publication that is refused opens none', async () => {
  expect(await demo.refusal('ministry', editions.publishYear, { year: 2027 })).toBe('forbidden')
  expect(roundOf(2027)).toEqual([])
})

test('a year without a quiz has no round', async () => {
  const [draft] = demo.cloud.database.find('editions', { _id: '2027' })
  demo.cloud.database.clear('editions')
  demo.cloud.database.insert('editions', [{ ...draft, activities: [] }])
  await publish()
  expect(roundOf(2027)).toEqual([])
})
