import { bank } from '../../../miniprogram/contract/bank'
import type { RulingInput } from '../../../miniprogram/contract/question-reports'
import { quiz } from '../../../miniprogram/contract/quiz'
import { MINUTE, SECOND } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { pointSdkAt } from '../../local/cloud/support/sdk-here'
import { bankOf, thinBank } from '../../support/answer-key'
import { type DemoCloud, openIdOf, startDemoCloud } from '../../support/demo-cloud'
import { attemptsIn, handIn, play, type StoredAttempt } from './stage'

let demo: DemoCloud
let played: readonly object[]
let sown: readonly object[]
let scoreDue: typeof import('../../../cloudfunctions/bank/reports/score-due').scoreDue

const PLAYERS = Array.from({ length: 9 }, (_, i) => `stranger-${i + 1}`)

beforeAll(async () => {
  demo = await startDemoCloud()
  thinBank(demo.cloud)
  pointSdkAt(demo.cloud.url)
  ;({ scoreDue } = await import('../../../cloudfunctions/bank/reports/score-due'))
  for (const [i, persona] of PLAYERS.entries()) await play(demo, persona, i % 2 === 0 ? 10 : 3)
  played = demo.cloud.database.find('quiz_attempts')
  sown = demo.cloud.database.find('quiz_questions')
})
afterAll(() => demo.cloud.stop())

beforeEach(() => {
  const { database, clock } = demo.cloud
  clock.freeze(demoMoment)
  put('quiz_attempts', played)
  put('quiz_questions', sown)
  database.clear('question_reports')
  complainAboutAll()
})

/** Somebody has complained about every question, and nobody has ruled. */
function complainAboutAll(): void {
  demo.cloud.database.clear('question_rulings')
  put(
    'reported_questions',
    bankOf(demo.cloud).map(({ _id }) => ({
      ...{ _id, state: 'waiting', kinds: { typo: 1 }, place: `0000001:${_id}`, lastAt: 1, rulings: 0 },
    })),
  )
}

function put(name: string, documents: readonly object[]): void {
  demo.cloud.database.clear(name)
  demo.cloud.database.insert(name, documents)
}

const rule = (question: string, ruling: Partial<RulingInput>, persona = 'ministry') =>
  demo.ask(persona, bank.rule, {
    ...{ question, after: 0, verdict: 'retired', scoring: 'all-right', newKey: null, correction: null },
    note: '两个选项都说得通',
    ...ruling,
  })
const runTimer = () => demo.cloud.timers.run('bank', 'upkeep').then(({ result }) => result)
const holding = (ref: string, attempts = attemptsIn(demo)) => attempts.filter(({ paper }) => paper.includes(ref))

/** The questions that most papers hold, most held first. */
function mostHeld(): [string, string] {
  const refs = attemptsIn(demo).flatMap(({ paper }) => paper.split(' '))
  const count = (ref: string) => refs.filter(other => other === ref).length
  const [first = '', second = ''] = [...new Set(refs)].sort((a, b) => count(b) - count(a))
  return [first, second]
}

/** Whether an attempt’s answer to the question was right by the key it was drawn with. */
function wasRight({ paper, answers }: StoredAttempt, ref: string): boolean {
  const key = bankOf(demo.cloud).find(({ _id }) => _id === ref)?.key ?? []
  return [...(answers[paper.split(' ').indexOf(ref)] ?? [])].sort().join() === [...key].sort().join()
}

const gained = (attempt: StoredAttempt, ...refs: string[]): number =>
  (attempt.score ?? 0) + 10 * refs.filter(ref => attempt.paper.includes(ref) && !wasRight(attempt, ref)).length

test('everybody who was asked gets the question, each once; a second run changes nothing', async () => {
  const [question] = mostHeld()
  const before = attemptsIn(demo)
  await rule(question, {})
  expect(attemptsIn(demo)).toEqual(before)
  demo.cloud.clock.freeze(demoMoment + MINUTE)
  expect(await runTimer()).toEqual({ looked: holding(question).length, finished: 0 })
  const after = attemptsIn(demo)
  expect(after.map(({ score }) => score)).toEqual(before.map(attempt => gained(attempt, question)))
  const changed = after.filter(({ score }, i) => score !== before[i]?.score)
  expect(changed.length).toBeGreaterThan(0)
  expect(changed.map(({ rescored, countedAt, score }) => [rescored, countedAt, score])).toEqual(
    changed.map(({ score }) => [
      { from: (score ?? 0) - 10, at: demoMoment + MINUTE, ruling: `${question}#1` },
      // When it is surely written.
      demoMoment + MINUTE + 45 * SECOND,
      score,
    ]),
  )
  const untouched = after.filter(({ paper }) => !paper.includes(question))
  expect(untouched).toEqual(before.filter(({ paper }) => !paper.includes(question)))
  demo.cloud.clock.freeze(demoMoment + 2 * MINUTE)
  expect(await runTimer()).toEqual({ looked: 0, finished: 0 })
  expect(attemptsIn(demo)).toEqual(after)
})

test('cut off after every single write it ends where it would have ended uncut', async () => {
  const [question, other] = mostHeld()
  await rule(question, {})
  await rule(other, {})
  const rulings = demo.cloud.database.find('question_rulings')
  await scoreDue(demoMoment)
  const uncut = attemptsIn(demo)
  put('quiz_attempts', played)
  put('question_rulings', rulings)
  let looked = 0
  for (let run = await scoreDue(demoMoment, 1); run.looked > 0; run = await scoreDue(demoMoment, 1))
    looked += run.looked
  expect(attemptsIn(demo)).toEqual(uncut)
  expect(looked).toBe(holding(question).length + holding(other).length)
})

test('run several times at once it scores nothing twice and misses nothing', async () => {
  const [one, other] = mostHeld()
  const expected = attemptsIn(demo).map(attempt => gained(attempt, one, other))
  for (const ref of [one, other]) await rule(ref, {})
  await Promise.all([runTimer(), scoreDue(demoMoment), scoreDue(demoMoment, 2), scoreDue(demoMoment, 3)])
  await runTimer()
  expect(attemptsIn(demo).map(({ score }) => score)).toEqual(expected)
  expect(attemptsIn(demo).map(({ overrides }) => overrides.length)).toEqual(
    attemptsIn(demo).map(({ paper }) => [one, other].filter(ref => paper.includes(ref)).length),
  )
})

test('who plays on with the old version while it runs is caught, and only then it is done', async () => {
  demo.cloud.database.clear('quiz_attempts')
  const open = await demo.ask('stranger-1', quiz.startAttempt, { first: true })
  const [ref = ''] = attemptsIn(demo)[0]?.paper.split(' ') ?? []
  await rule(ref, {})
  expect(await runTimer()).toEqual({ looked: 0, finished: 0 })
  expect((await handIn(demo, 'stranger-1', open, 10)).score).toBe(0)
  expect(await runTimer()).toEqual({ looked: 1, finished: 0 })
  const result = await demo.ask('stranger-1', quiz.showResult, { ticket: open.ticket })
  expect([result.score, result.rescored]).toEqual([10, { from: 0, at: demoMoment }])
  demo.cloud.clock.freeze(demoMoment + 11 * MINUTE)
  expect(await runTimer()).toEqual({ looked: 0, finished: 1 })
  expect(await runTimer()).toEqual({ looked: 0, finished: 0 })
})

test('a paper that is still open keeps the ruling at work, however late', async () => {
  demo.cloud.database.clear('quiz_attempts')
  await demo.ask('stranger-1', quiz.startAttempt, { first: true })
  const [ref = ''] = attemptsIn(demo)[0]?.paper.split(' ') ?? []
  await rule(ref, {})
  const [document] = demo.cloud.database.find('quiz_attempts')
  put('quiz_attempts', [{ ...document, deadline: demoMoment + 60 * MINUTE }])
  demo.cloud.clock.freeze(demoMoment + 60 * MINUTE)
  expect(await runTimer()).toEqual({ looked: 0, finished: 0 })
  demo.cloud.clock.freeze(demoMoment + 61 * MINUTE)
  expect(await runTimer()).toEqual({ looked: 0, finished: 1 })
})

test('rulings on several questions of one paper add up, in whatever order they are scored', async () => {
  const [one, other] = mostHeld()
  const expected = attemptsIn(demo).map(attempt => gained(attempt, one, other))
  for (const order of [
    [one, other],
    [other, one],
  ]) {
    put('quiz_attempts', played)
    complainAboutAll()
    for (const ref of order) {
      await rule(ref, { verdict: 'retired' })
      await runTimer()
    }
    expect(attemptsIn(demo).map(({ score }) => score)).toEqual(expected)
  }
})

test('a later ruling on the same version takes the place of the one before', async () => {
  const [question] = mostHeld()
  const version = bankOf(demo.cloud).find(({ _id }) => _id === question)
  const before = attemptsIn(demo)
  await rule(question, {})
  await runTimer()
  await rule(question, { after: 1, scoring: 'new-key', newKey: version?.key ?? [] })
  await runTimer()
  expect(attemptsIn(demo).map(({ score }) => score)).toEqual(before.map(({ score }) => score))
  await rule(question, { after: 2, scoring: 'keep' })
  await runTimer()
  expect(attemptsIn(demo).map(({ score }) => score)).toEqual(before.map(({ score }) => score))
})

/** A question with one right answer, and an attempt that had it right. */
function rightlyAnswered() {
  for (const question of bankOf(demo.cloud).filter(({ kind }) => kind === 'single')) {
    const attempt = holding(question._id).find(candidate => wasRight(candidate, question._id))
    if (attempt) return { question, attempt, at: attempt.paper.split(' ').indexOf(question._id) }
  }
  throw new Error('nobody was right on a question with one answer')
}

const personaOf = ({ person }: StoredAttempt): string => PLAYERS.find(name => openIdOf(name) === person) ?? ''

test('another key: what was right is wrong, the result says so with the new key and the reason', async () => {
  const { question, attempt, at } = rightlyAnswered()
  const [other = { id: '', text: '' }] = question.options.filter(({ id }) => !question.key.includes(id))
  const note = '标准已更新，应为另一项'
  await rule(question._id, { verdict: 'corrected', scoring: 'new-key', newKey: [other.id], note })
  await runTimer()
  const persona = personaOf(attempt)
  const [summary] = await demo.ask(persona, quiz.listAttempts, {})
  const from = Number(attempt.score)
  expect(summary).toMatchObject({ score: from - 10, rescored: { from, at: demoMoment } })
  const result = await demo.ask(persona, quiz.showResult, { ticket: String(summary?.ticket) })
  expect([result.score, result.ruled]).toEqual([from - 10, [{ number: at + 1, allRight: false, note }]])
  const shown = result.questions[at]
  expect(shown?.right).toBe(false)
  expect(shown?.key.map(position => shown.options[position])).toEqual([other.text])
})

test('the desk sees how far it has come', async () => {
  const [question] = mostHeld()
  const all = holding(question).length
  await rule(question, {})
  const progress = async () => {
    const { ruling } = await demo.ask('ministry', bank.getReportedQuestion, { question })
    return [ruling?.scored, ruling?.left, ruling?.done]
  }
  expect(await progress()).toEqual([0, all, false])
  await scoreDue(demoMoment, 1)
  expect(await progress()).toEqual([1, all - 1, false])
  await runTimer()
  demo.cloud.clock.freeze(demoMoment + 11 * MINUTE)
  await runTimer()
  expect(await progress()).toEqual([all, 0, true])
})
