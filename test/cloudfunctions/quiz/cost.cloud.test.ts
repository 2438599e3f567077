import { quiz } from '../../../miniprogram/contract/quiz'
import { MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { bankOf, rightAnswers } from '../../support/answer-key'
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

const start = (first: boolean) => demo.ask('lin', quiz.startAttempt, { first })

async function wholeAttempt(first: boolean, betweenCalls: () => void = () => undefined) {
  const attempt = await start(first)
  betweenCalls()
  await demo.ask('lin', quiz.submitAttempt, { ticket: attempt.ticket, answers: rightAnswers(demo.cloud, attempt) })
}

let bank: ReturnType<typeof bankOf> = []

/** Every question gets a new version, and the warm copies are gone. */
function archiveBank(): void {
  bank = bankOf(demo.cloud)
  demo.cloud.database.clear('quiz_questions')
  demo.cloud.database.insert('quiz_questions', [
    ...bank.map(question => ({ ...question, bank: 'archive' })),
    ...bank.map(question => ({ ...question, _id: `${question.id}@2`, version: 2 })),
  ])
  cool()
}

function restoreBank(): void {
  demo.cloud.database.clear('quiz_questions')
  demo.cloud.database.insert('quiz_questions', bank)
  cool()
}

describe('a whole attempt', () => {
  test('is two calls and two writes on warm instances, and reads nothing', async () => {
    await wholeAttempt(true)
    demo.cloud.database.clear('quiz_attempts')
    expect(await spentBy(() => wholeAttempt(true))).toEqual({ calls: 2, reads: 0, writes: 2 })
  })

  test('reads the bank once on a cold instance, whatever its size', async () => {
    const [sample] = demo.cloud.database.find('quiz_questions')
    const more = Array.from({ length: 600 }, (_, i) => ({ ...sample, _id: `air-${i + 100}@1`, id: `air-${i + 100}` }))
    demo.cloud.database.insert('quiz_questions', more)
    cool()
    expect(await spentBy(() => wholeAttempt(true))).toEqual({ calls: 2, reads: 1, writes: 2 })
  })

  test('is at most two reads and two writes even when start and submission both meet a cold instance', async () => {
    cool()
    expect(await spentBy(() => wholeAttempt(true, cool))).toEqual({ calls: 2, reads: 2, writes: 2 })
  })

  test('reads once more when it is not the first of the day, to see that the one before has ended', async () => {
    await wholeAttempt(true)
    expect(await spentBy(() => wholeAttempt(false))).toEqual({ calls: 2, reads: 1, writes: 2 })
  })

  test('touches the attempt twice and the round with its bank once', async () => {
    cool()
    const before = demo.cloud.counters.snapshot()
    await wholeAttempt(true)
    expect(demo.cloud.counters.since(before).operations).toEqual({
      quiz_rounds: { aggregateDocuments: 1 },
      quiz_attempts: { insertDocument: 1, modifyDocument: 1 },
    })
  })
})

/** Every call in every test is held to its procedure's declared cost; here are the dearest ones there are. */
describe('the dearest calls', () => {
  test('a start on a phone that has forgotten: a vain write, a look, a write', async () => {
    await wholeAttempt(true)
    expect(await spentBy(() => start(true))).toEqual({ calls: 1, reads: 1, writes: 2 })
  })

  test('a resumed start whose bank has changed reads its questions by name', async () => {
    await start(true)
    archiveBank()
    expect(await spentBy(() => start(true))).toEqual({ calls: 1, reads: 3, writes: 1 })
    restoreBank()
  })

  test('a submission whose bank has changed since the start', async () => {
    const attempt = await start(true)
    const answers = attempt.questions.map(() => []) // which fit every paper, so that the first write is tried
    archiveBank()
    const submit = () => demo.ask('lin', quiz.submitAttempt, { ticket: attempt.ticket, answers })
    expect(await spentBy(submit)).toEqual({ calls: 1, reads: 3, writes: 2 })
    restoreBank()
  })

  test('a submission sent again, with its own key and with another', async () => {
    const attempt = await start(true)
    const answers = attempt.questions.map(() => [])
    const key = newKey()
    await demo.ask('lin', quiz.submitAttempt, { ticket: attempt.ticket, answers }, key)
    const again = () => demo.ask('lin', quiz.submitAttempt, { ticket: attempt.ticket, answers }, key)
    const other = () => demo.refusal('lin', quiz.submitAttempt, { ticket: attempt.ticket, answers })
    for (const action of [again, other]) expect(await spentBy(action)).toEqual({ calls: 1, reads: 1, writes: 1 })
  })

  test('a submission too late', async () => {
    const attempt = await start(true)
    demo.cloud.clock.freeze(demoMoment + 6 * MINUTE)
    const late = () => demo.refusal('lin', quiz.submitAttempt, { ticket: attempt.ticket, answers: [] })
    expect(await spentBy(late)).toEqual({ calls: 1, reads: 2, writes: 0 })
  })

  test('a result, cold, and the list', async () => {
    const { ticket, questions } = await start(true)
    await demo.ask('lin', quiz.submitAttempt, { ticket, answers: questions.map(() => []) })
    cool()
    expect(await spentBy(() => demo.ask('lin', quiz.showResult, { ticket }))).toEqual({ calls: 1, reads: 2, writes: 0 })
    expect(await spentBy(() => demo.ask('lin', quiz.listAttempts, {}))).toEqual({ calls: 1, reads: 1, writes: 0 })
  })
})
