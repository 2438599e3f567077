import { quiz } from '../../../miniprogram/contract/quiz'
import { MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { rightAnswers } from '../../support/answer-key'
import { type DemoCloud, newKey, startDemoCloud } from '../../support/demo-cloud'

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  demo.cloud.database.clear('quiz_attempts')
  demo.cloud.clock.freeze(demoMoment)
})

interface Spent {
  calls: number
  reads: number
  writes: number
}

async function spentBy(action: () => Promise<unknown>): Promise<Spent> {
  const before = demo.cloud.counters.snapshot()
  await action()
  const { calls, reads, writes } = demo.cloud.counters.since(before)
  return { calls, reads, writes }
}

/** The next call finds no instance that has read anything yet. */
const cool = () => {
  demo.cloud.reload()
}

const start = (number: number) => demo.ask('lin', quiz.startAttempt, { number })

async function wholeAttempt(number: number, betweenCalls: () => void = () => undefined) {
  const attempt = await start(number)
  betweenCalls()
  await demo.ask('lin', quiz.submitAttempt, { ticket: attempt.ticket, answers: rightAnswers(demo.cloud, attempt) })
}

describe('a whole attempt', () => {
  test('is two calls and two writes on warm instances, and reads nothing', async () => {
    await wholeAttempt(1)
    demo.cloud.database.clear('quiz_attempts')
    expect(await spentBy(() => wholeAttempt(1))).toEqual({ calls: 2, reads: 0, writes: 2 })
  })

  test('reads the bank once on a cold instance, whatever its size', async () => {
    const [sample] = demo.cloud.database.find('quiz_questions')
    const more = Array.from({ length: 600 }, (_, i) => ({ ...sample, _id: `air-${i + 100}@1`, id: `air-${i + 100}` }))
    demo.cloud.database.insert('quiz_questions', more)
    cool()
    expect(await spentBy(() => wholeAttempt(1))).toEqual({ calls: 2, reads: 1, writes: 2 })
  })

  test('is at most two reads and two writes even when start and submission both meet a cold instance', async () => {
    cool()
    expect(await spentBy(() => wholeAttempt(1, cool))).toEqual({ calls: 2, reads: 2, writes: 2 })
  })

  test('reads once more when it is not the first of the day, to see that the one before has ended', async () => {
    await wholeAttempt(1)
    expect(await spentBy(() => wholeAttempt(2))).toEqual({ calls: 2, reads: 1, writes: 2 })
  })

  test('touches the attempt twice and the round with its bank once', async () => {
    cool()
    const before = demo.cloud.counters.snapshot()
    await wholeAttempt(1)
    expect(demo.cloud.counters.since(before).operations).toEqual({
      quiz_rounds: { aggregateDocuments: 1 },
      quiz_attempts: { insertDocument: 1, modifyDocument: 1 },
    })
  })
})

describe('no procedure costs more than the contract says', () => {
  const { startAttempt, submitAttempt, showResult, listAttempts } = quiz

  test.each([
    ['a start on a phone that has forgotten', startAttempt, () => start(1)],
    ['a start with everything spent', startAttempt, () => demo.refusal('lin', startAttempt, { number: 1 })],
  ])('%s', async (_name, { cost }, action) => {
    for (const number of [1, 2, 3]) await wholeAttempt(number)
    cool()
    demo.cloud.clock.freeze(demoMoment)
    const spent = await spentBy(() => action().catch(() => undefined))
    expect(spent.reads).toBeLessThanOrEqual(cost.reads + cost.cold)
    expect(spent.writes).toBeLessThanOrEqual(cost.writes)
    expect(spent.reads + spent.writes).toBeGreaterThan(0)
  })

  test('a submission sent again, too late, or for a changed bank', async () => {
    const { ticket, questions } = await start(1)
    const answers = questions.map(() => [])
    const key = newKey()
    await demo.ask('lin', submitAttempt, { ticket, answers }, key)
    const again = () => demo.ask('lin', submitAttempt, { ticket, answers }, key)
    const other = () => demo.refusal('lin', submitAttempt, { ticket, answers })
    for (const action of [again, other]) {
      cool()
      const spent = await spentBy(action)
      expect(spent.reads).toBeLessThanOrEqual(submitAttempt.cost.reads + submitAttempt.cost.cold)
      expect(spent.writes).toBeLessThanOrEqual(submitAttempt.cost.writes)
    }
  })

  test('a result and the list', async () => {
    const { ticket } = await start(1)
    await demo.ask('lin', submitAttempt, { ticket, answers: Array.from({ length: 10 }, () => []) })
    demo.cloud.clock.freeze(demoMoment + MINUTE)
    cool()
    const { reads: cold, writes } = await spentBy(() => demo.ask('lin', showResult, { ticket }))
    expect([cold, writes]).toEqual([2, 0])
    expect(cold).toBeLessThanOrEqual(showResult.cost.reads + showResult.cost.cold)
    expect(await spentBy(() => demo.ask('lin', listAttempts, {}))).toEqual({ calls: 1, reads: 1, writes: 0 })
  })
})
