import { begin, countAll, openFor, rank, ROUND, spentBy, submit } from '../../../bench/quiz-contest'
import { demoMoment } from '../../../local/seed/edition-2026'
import { sowManyPlayers } from '../../../local/seed/players-many'
import { type DemoCloud, openIdOf, startDemoCloud } from '../../support/demo-cloud'

const PLAYERS = 1000

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
  sowManyPlayers(demo.cloud.database, { players: PLAYERS, round: ROUND, now: demoMoment })
  await countAll(demo.cloud)
})
afterAll(() => demo.cloud.stop())

test('among many players a ranking is one operation and a submission one write', async () => {
  await rank(demo.cloud, 'lin')
  expect(await spentBy(demo.cloud, () => rank(demo.cloud, 'lin'))).toMatchObject({ operations: 1 })
  const answers = await begin(demo.cloud, 'lin')
  expect(await spentBy(demo.cloud, () => submit(demo.cloud, 'lin', answers))).toMatchObject({ operations: 1 })
})

test('an opening loses no attempt and counts none twice', async () => {
  const people = Array.from({ length: 20 }, (_, i) => `stranger-${i + 1}`)
  const opening = await openFor(
    demo.cloud,
    people.map(id => ({ id, openId: openIdOf(id) })),
  )
  expect(opening).toMatchObject({ errors: 0, recorded: 20, counted: 20 })
  const { players, own } = await rank(demo.cloud, 'stranger-1')
  expect(players).toBe(PLAYERS + 21)
  expect(own === null ? 0 : own.from).toBeGreaterThan(0)
})
