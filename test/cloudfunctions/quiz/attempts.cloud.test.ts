import { editions } from '../../../miniprogram/contract/editions'
import { type AttemptResult, type OpenAttempt, quiz } from '../../../miniprogram/contract/quiz'
import { DAY, MINUTE, SECOND } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { bankOf, rightAnswers, spoil } from '../../support/answer-key'
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

const start = (persona = 'lin', first = true) => demo.ask(persona, quiz.startAttempt, { first })
const submit = (attempt: OpenAttempt, answers: number[][], key = newKey(), persona = 'lin') =>
  demo.ask(persona, quiz.submitAttempt, { ticket: attempt.ticket, answers }, key)
const refusedSubmit = (ticket: string, answers: number[][], persona = 'lin', key = newKey()) =>
  demo.refusal(persona, quiz.submitAttempt, { ticket, answers }, key)
const blank = Array.from({ length: 10 }, () => [])
const later = (milliseconds: number) => {
  demo.cloud.clock.freeze(demoMoment + milliseconds)
}

describe('starting', () => {
  test('gives ten questions over five categories, and five minutes by the server’s clock', async () => {
    const attempt = await start()
    expect(attempt.questions).toHaveLength(10)
    for (const category of ['air', 'water', 'waste', 'biodiversity', 'epidemic'])
      expect(attempt.questions.filter(question => question.category === category)).toHaveLength(2)
    expect(attempt).toMatchObject({ number: 1, startedAt: demoMoment, now: demoMoment })
    expect(attempt.deadline).toBe(demoMoment + 5 * MINUTE)
  })

  test('again gives the same paper with the same deadline, whatever the phone believes', async () => {
    const first = await start()
    later(90 * SECOND)
    for (const belief of [true, false])
      expect(await start('lin', belief)).toEqual({ ...first, now: demoMoment + 90 * SECOND })
  })

  test('differs between people in questions and in the order of options', async () => {
    const [lin, zhou] = [await start('lin'), await start('zhou')]
    expect(zhou.questions).not.toEqual(lin.questions)
    expect(zhou.ticket).not.toBe(lin.ticket)
  })

  test('asks no question twice on one day', async () => {
    const stems: string[] = []
    for (const number of [1, 2, 3]) {
      const attempt = await start('lin', number === 1)
      stems.push(...attempt.questions.map(({ stem }) => stem))
      await submit(attempt, blank)
    }
    expect(new Set(stems).size).toBe(30)
  })

  test('is refused after the third attempt of a day, and free again after midnight in Beijing', async () => {
    for (const first of [true, false, true]) await submit(await start('lin', first), blank)
    expect(await demo.refusal('lin', quiz.startAttempt, { first: true })).toBe('no-attempts-left')
    expect(await demo.refusal('lin', quiz.startAttempt, { first: false })).toBe('no-attempts-left')
    demo.cloud.clock.freeze(Date.parse('2026-09-19T00:00:00+08:00'))
    expect((await start()).number).toBe(1)
  })

  test('counts an attempt that was let lapse', async () => {
    await start()
    later(5 * MINUTE + 21 * SECOND)
    expect((await start()).number).toBe(2)
  })

  test('is refused outside the window', async () => {
    demo.cloud.clock.freeze(Date.parse('2026-08-14T23:59:59+08:00'))
    expect(await demo.refusal('lin', quiz.startAttempt, { first: true })).toBe('quiz-closed')
    demo.cloud.clock.freeze(Date.parse('2026-12-01T00:00:00+08:00'))
    expect(await demo.refusal('lin', quiz.startAttempt, { first: true })).toBe('quiz-closed')
  })

  test('from two phones at the same moment begins one attempt', async () => {
    const both = await Promise.all([start(), start(), start(), start()])
    expect(new Set(both.map(({ ticket }) => ticket)).size).toBe(1)
    expect(demo.cloud.database.find('quiz_attempts')).toHaveLength(1)
  })

  test('the second attempt from many phones at once begins one; who was slower is told to ask again', async () => {
    await submit(await start(), blank)
    const send = () =>
      demo.send('lin', 'quiz', { procedure: 'quiz.startAttempt', input: { first: false }, key: newKey() })
    const replies = await Promise.all(Array.from({ length: 8 }, send))
    const codes = new Set(replies.map(reply => (reply.ok ? 'begun' : reply.error.code)))
    codes.delete('busy')
    expect([...codes]).toEqual(['begun'])
    expect(demo.cloud.database.find('quiz_attempts', { state: 'open' })).toHaveLength(1)
    expect((await start('lin', false)).number).toBe(2)
  })

  test('goes on after midnight in Beijing with the attempt begun before it', async () => {
    demo.cloud.clock.freeze(Date.parse('2026-09-18T23:58:00+08:00'))
    const evening = await start()
    demo.cloud.clock.freeze(Date.parse('2026-09-19T00:00:30+08:00'))
    expect((await start()).ticket).toBe(evening.ticket)
    expect((await submit(evening, rightAnswers(demo.cloud, evening))).day).toBe('2026-09-18')
    expect(await start()).toMatchObject({ number: 1, startedAt: Date.parse('2026-09-19T00:00:30+08:00') })
  })

  test('goes on after the round has closed with the attempt begun before it', async () => {
    const closesAt = Date.parse('2026-12-01T00:00:00+08:00')
    demo.cloud.clock.freeze(closesAt - MINUTE)
    const last = await start()
    demo.cloud.clock.freeze(closesAt + MINUTE)
    expect((await start()).questions).toEqual(last.questions)
    expect(await demo.refusal('zhou', quiz.startAttempt, { first: true })).toBe('quiz-closed')
    expect((await submit(last, rightAnswers(demo.cloud, last))).score).toBe(100)
  })
})

describe('submitting', () => {
  test('scores by the key and tells key, explanation and source of every question', async () => {
    const attempt = await start()
    later(138 * SECOND)
    const answers = spoil(rightAnswers(demo.cloud, attempt), 2)
    const result = await submit(attempt, answers)
    expect(result).toMatchObject({ score: 80, right: 8, seconds: 138, number: 1, day: '2026-09-18' })
    expect(result.questions.map(({ right }) => right)).toEqual([false, false, ...Array<boolean>(8).fill(true)])
    expect(result.questions.map(({ key }) => key)).toEqual(
      rightAnswers(demo.cloud, attempt).map(key => [...key].sort()),
    )
    for (const { explanation, source } of result.questions) {
      expect(explanation.why.length).toBeGreaterThan(0)
      expect(source.title.length).toBeGreaterThan(0)
    }
  })

  test('twice with the same key answers the same and records once', async () => {
    const attempt = await start()
    const key = newKey()
    const first = await submit(attempt, rightAnswers(demo.cloud, attempt), key)
    later(6 * MINUTE)
    expect(await submit(attempt, blank, key)).toEqual(first)
    expect(demo.cloud.database.find('quiz_attempts', { score: 100 })).toHaveLength(1)
  })

  test('at the same moment from many sides is counted once', async () => {
    const attempt = await start()
    const answers = rightAnswers(demo.cloud, attempt)
    const send = (key: string) =>
      demo.send('lin', 'quiz', { procedure: 'quiz.submitAttempt', input: { ticket: attempt.ticket, answers }, key })
    const replies = await Promise.all(Array.from({ length: 20 }, () => send(newKey())))
    const codes = replies.map(reply => (reply.ok ? 'counted' : reply.error.code)).sort()
    expect(codes).toEqual([...Array<string>(19).fill('attempt-already-submitted'), 'counted'])
  })

  test('repeated with another key is refused, and the first score stands', async () => {
    const attempt = await start()
    await submit(attempt, blank)
    expect(await refusedSubmit(attempt.ticket, rightAnswers(demo.cloud, attempt))).toBe('attempt-already-submitted')
    const [latest] = await demo.ask('lin', quiz.listAttempts, {})
    expect(latest?.score).toBe(0)
  })

  test.each([
    ['in the last moment of the grace', 5 * MINUTE + 20 * SECOND, 300],
    ['on the deadline', 5 * MINUTE, 300],
  ])('%s counts', async (_name, elapsed, seconds) => {
    const attempt = await start()
    later(elapsed)
    expect((await submit(attempt, blank)).seconds).toBe(seconds)
  })

  test('too late is refused in its own code', async () => {
    const attempt = await start()
    later(5 * MINUTE + 20 * SECOND + 1)
    expect(await refusedSubmit(attempt.ticket, rightAnswers(demo.cloud, attempt))).toBe('attempt-expired')
  })

  test('somebody else’s attempt is refused in its own code', async () => {
    const attempt = await start('zhou')
    expect(await refusedSubmit(attempt.ticket, blank, 'lin')).toBe('attempt-not-yours')
  })

  test.each([
    ['made up', () => 'whatever'],
    ['empty of sense', () => '2026-main.2026-09-18.1.0.9999999999999.abcdefghijkl.abcdefghijklmnopqrstuv'],
    ['with a later deadline', (ticket: string) => ticket.replace(/\.(\d{13})\.(\d{13})\./, '.$1.9999999999999.')],
    ['with an earlier start', (ticket: string) => ticket.replace(/\.(\d{13})\./, '.1000000000000.')],
    ['of another attempt number', (ticket: string) => ticket.replace('.1.', '.2.')],
  ])('a ticket %s is refused in its own code', async (_name, forge) => {
    const attempt = await start()
    expect(await refusedSubmit(forge(attempt.ticket), blank)).toBe('attempt-unknown')
  })

  test.each([
    ['too few', blank.slice(1)],
    ['too many', [...blank, []]],
    ['off the options', [[7], ...blank.slice(1)]],
    ['doubled', [[0, 0], ...blank.slice(1)]],
  ])('answers that are %s are refused in their own code and use nothing up', async (_name, answers) => {
    const attempt = await start()
    expect(await refusedSubmit(attempt.ticket, answers)).toBe('answers-off-paper')
    expect((await submit(attempt, rightAnswers(demo.cloud, attempt))).score).toBe(100)
  })
})

describe('the bank changes while an attempt runs', () => {
  test('the attempt keeps the paper it was started with, on instances old and new', async () => {
    const attempt = await start()
    const answers = rightAnswers(demo.cloud, attempt)
    const questions = bankOf(demo.cloud)
    demo.cloud.database.clear('quiz_questions')
    demo.cloud.database.insert('quiz_questions', [
      ...questions.map(question => ({ ...question, bank: 'archive' })),
      ...questions.map(question => ({ ...question, _id: `${question.id}@2`, version: 2, key: ['a'] })),
    ])
    demo.cloud.reload()
    expect((await start()).questions).toEqual(attempt.questions)
    expect((await submit(attempt, answers)).score).toBe(100)
    demo.cloud.database.clear('quiz_questions')
    demo.cloud.database.insert('quiz_questions', questions)
    demo.cloud.reload()
  })
})

describe('results', () => {
  test('are shown again as they were, to their owner alone', async () => {
    const attempt = await start()
    const result: AttemptResult = await submit(attempt, rightAnswers(demo.cloud, attempt))
    expect(await demo.ask('lin', quiz.showResult, { ticket: attempt.ticket })).toEqual(result)
    expect(await demo.refusal('zhou', quiz.showResult, { ticket: attempt.ticket })).toBe('attempt-not-yours')
  })

  test('of an open attempt stay sealed, of a lapsed one there are none', async () => {
    const attempt = await start()
    expect(await demo.refusal('lin', quiz.showResult, { ticket: attempt.ticket })).toBe('attempt-still-open')
    later(6 * MINUTE)
    expect(await demo.refusal('lin', quiz.showResult, { ticket: attempt.ticket })).toBe('attempt-expired')
    expect(await demo.refusal('lin', quiz.showResult, { ticket: 'made-up' })).toBe('attempt-unknown')
  })

  test('are listed newest first, one’s own alone', async () => {
    await submit(await start(), blank)
    later(MINUTE)
    const second = await start('lin', false)
    await start('zhou')
    const listed = await demo.ask('lin', quiz.listAttempts, {})
    expect(listed.map(({ number, state, score }) => [number, state, score])).toEqual([
      [2, 'open', null],
      [1, 'submitted', 0],
    ])
    expect(listed[0]?.ticket).toBe(second.ticket)
  })
})

describe('the deployment’s secret changes', () => {
  test('recorded results stay what they were', async () => {
    const attempt = await start()
    const before = await submit(attempt, spoil(rightAnswers(demo.cloud, attempt), 3))
    const recorded = demo.cloud.database.find('quiz_attempts')
    const moved = await startDemoCloud({ secret: 'another secret for tests, as long as the first one' })
    moved.cloud.database.insert('quiz_attempts', recorded)
    const [summary] = await moved.ask('lin', quiz.listAttempts, {})
    const after = await moved.ask('lin', quiz.showResult, { ticket: summary?.ticket ?? '' })
    const told = ({ score, right, questions }: AttemptResult) => ({
      score,
      right,
      chosen: questions.map(question => question.chosen.map(position => question.options[position]).sort()),
    })
    expect(told(after)).toEqual(told(before))
    expect(await moved.refusal('lin', quiz.showResult, { ticket: attempt.ticket })).toBe('attempt-unknown')
    await moved.cloud.stop()
  })
})

describe('what an organiser should look at', () => {
  const stored = () => demo.cloud.database.find('quiz_attempts').map(({ score, suspicions }) => ({ score, suspicions }))

  test('is written down, changes no score, and is told to no player', async () => {
    const attempt = await start()
    const result = await submit(attempt, rightAnswers(demo.cloud, attempt))
    expect(stored()).toEqual([{ score: 100, suspicions: ['too-fast'] }])
    const told = [
      result,
      await demo.ask('lin', quiz.listAttempts, {}),
      await demo.ask('lin', quiz.listCertificates, {}),
    ]
    expect(JSON.stringify(told)).not.toMatch(/suspicio|too-fast/)
  })

  test('is nothing where somebody took their time', async () => {
    const attempt = await start()
    later(4 * MINUTE)
    await submit(attempt, rightAnswers(demo.cloud, attempt))
    expect(stored()).toEqual([{ score: 100, suspicions: [] }])
  })
})

describe('a draft of a round', () => {
  const draft = (change: object) => {
    const [round] = demo.cloud.database.find('quiz_rounds')
    demo.cloud.database.insert('quiz_rounds', [{ ...round, _id: 'drafted', state: 'draft', ...change }])
    demo.cloud.reload()
    return round
  }
  let before: object[]
  beforeEach(() => {
    before = demo.cloud.database.find('quiz_rounds')
  })
  afterEach(() => {
    demo.cloud.database.clear('quiz_rounds')
    demo.cloud.database.insert('quiz_rounds', before)
    demo.cloud.reload()
  })

  test('that would open earlier is passed over', async () => {
    draft({ opensAt: demoMoment - 100 * DAY, title: '草稿', minutes: 90 })
    expect((await start()).deadline).toBe(demoMoment + 5 * MINUTE)
    expect((await demo.ask('lin', editions.home, {})).quiz).toMatchObject({ title: '秋季云竞答', minutes: 5 })
  })

  test('alone is no round at all', async () => {
    const round = draft({})
    demo.cloud.database.clear('quiz_rounds')
    demo.cloud.database.insert('quiz_rounds', [{ ...round, state: 'draft' }])
    demo.cloud.reload()
    expect(await demo.refusal('lin', quiz.startAttempt, { first: true })).toBe('quiz-closed')
    expect((await demo.ask('lin', editions.home, {})).quiz).toBeNull()
  })
})
