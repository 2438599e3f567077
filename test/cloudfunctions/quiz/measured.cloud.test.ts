import { quiz } from '../../../miniprogram/contract/quiz'
import { standings } from '../../../miniprogram/contract/standings'
import { DAY, MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { bankOf, rightAnswers } from '../../support/answer-key'
import { type DemoCloud, startDemoCloud } from '../../support/demo-cloud'
import { attemptOf, clearStandings } from '../standings/stage'

let demo: DemoCloud
let before: ReturnType<typeof bankOf> = []
beforeAll(async () => {
  demo = await startDemoCloud()
  before = bankOf(demo.cloud)
})
afterAll(() => demo.cloud.stop())

/** The bank with difficulties as they proved to be, on instances that have not read it yet. */
function lay(measuredAs: (at: number) => number | null): void {
  demo.cloud.database.clear('quiz_questions')
  demo.cloud.database.insert(
    'quiz_questions',
    before.map((question, at) => ({ ...question, measured: measuredAs(at) })),
  )
  demo.cloud.reload()
}

beforeEach(() => {
  clearStandings(demo.cloud)
  demo.cloud.clock.freeze(demoMoment)
  lay(() => null)
})

const start = () => demo.ask('lin', quiz.startAttempt, { first: true })
const stems = ({ questions }: { questions: { stem: string }[] }) => questions.map(({ stem }) => stem)

/** Turns the order of difficulties about, whatever the authors thought. */
const surprising = (at: number) => 1 + ((at * 7) % 41) / 10

test('a paper is drawn by how hard questions proved to be', async () => {
  const estimated = stems(await start())
  demo.cloud.database.clear('quiz_attempts')
  expect(stems(await start())).toEqual(estimated)
  demo.cloud.database.clear('quiz_attempts')
  lay(surprising)
  expect(stems(await start())).not.toEqual(estimated)
})

test('one drawn before difficulties changed goes on and is handed in as it was', async () => {
  const attempt = await start()
  lay(surprising)
  expect(stems(await start())).toEqual(stems(attempt))
  const answers = rightAnswers(demo.cloud, attempt)
  const result = await demo.ask('lin', quiz.submitAttempt, { ticket: attempt.ticket, answers })
  expect([stems(result), result.score]).toEqual([stems(attempt), 100])
})

const measured = () =>
  new Map(bankOf(demo.cloud).flatMap(({ _id, measured: hard }) => (hard === null ? [] : [[_id, hard] as const])))

/** Forty people play, and a minute after that the timer runs. */
async function played(name: string, right: number, at: number): Promise<void> {
  const made = Array.from({ length: 40 }, (_, i) =>
    attemptOf(demo.cloud, { person: `${name}-${i}`, right, seconds: 60, after: at + i }),
  )
  demo.cloud.database.insert('quiz_attempts', made)
  demo.cloud.clock.freeze(demoMoment + at + MINUTE)
  await demo.cloud.timers.run('standings', 'roll-up')
}

test('questions learn how hard they are once a day, and what the roll-up measured is what they learn', async () => {
  await played('first', 5, 0)
  const first = measured()
  expect(first.size).toBe(10)
  await played('second', 0, 20 * MINUTE)
  expect(measured()).toEqual(first)
  demo.cloud.clock.freeze(demoMoment + DAY)
  await demo.cloud.timers.run('standings', 'roll-up')
  const { items } = await demo.ask('ministry', standings.listItemStatistics, { flag: null, after: null })
  expect(measured()).toEqual(new Map(items.map(item => [`${item.question}@${item.version}`, item.measured])))
  expect(measured()).not.toEqual(first)
})
