import * as v from 'valibot'
import { bank } from '../../../miniprogram/contract/bank'
import { quiz } from '../../../miniprogram/contract/quiz'
import type { RoundInput } from '../../../miniprogram/contract/rounds'
import { DAY, MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type DemoCloud, newKey, startDemoCloud } from '../../support/demo-cloud'
import { attemptsIn } from './stage'

const HOUR = 60 * MINUTE
const MINISTRY = 'ministry'
const opensAt = demoMoment + DAY
const PLAYERS = Array.from({ length: 8 }, (_, i) => `stranger-${i + 1}`)

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
})
afterAll(() => demo.cloud.stop())

const input: RoundInput = {
  ...{ title: '第二轮', opensAt, closesAt: opensAt + DAY, minutes: 5, attemptsPerDay: 3 },
  ...{ mix: [{ category: 'air', count: 2 }], certificates: [], minPlayers: 5 },
}

let at: { id: string; version: number }

/** A round that opens tomorrow, alone and unplayed. */
beforeEach(async () => {
  demo.cloud.clock.freeze(demoMoment)
  for (const name of ['quiz_rounds', 'quiz_attempts']) demo.cloud.database.clear(name)
  const { id } = await demo.ask(MINISTRY, bank.saveRound, { at: null, round: input, reason: '' })
  await demo.ask(MINISTRY, bank.publishRound, { id, version: 1 })
  demo.cloud.reload()
  at = { id, version: 2 }
})

const save = (changes: Partial<RoundInput>, reason = '') =>
  demo.ask(MINISTRY, bank.saveRound, { at, round: { ...input, ...changes }, reason })
const refused = (changes: Partial<RoundInput>, reason = '') =>
  demo.refusal(MINISTRY, bank.saveRound, { at, round: { ...input, ...changes }, reason })
const attempt = (changes: Partial<RoundInput>, reason = '') =>
  demo.send(MINISTRY, 'bank', {
    ...{ procedure: 'bank.saveRound', key: newKey() },
    input: { at, round: { ...input, ...changes }, reason },
  })
const savedSchema = v.object({ id: v.string(), version: v.number() })
const isRunning = async () => (await demo.ask(MINISTRY, bank.getRound, { id: at.id })).running

const storedSchema = v.object({ minutes: v.number() })
const storedMinutes = () => v.parse(storedSchema, demo.cloud.database.find('quiz_rounds')[0]).minutes
const playedMinutes = () => [
  ...new Set(attemptsIn(demo).map(({ startedAt, deadline }) => (deadline - startedAt) / MINUTE)),
]
const start = (persona: string) => demo.ask(persona, quiz.startAttempt, { first: true })

test.each([
  [DAY, true],
  [6 * MINUTE + 1, true],
  [6 * MINUTE, false],
  [1, false],
  [0, false],
  [-HOUR, false],
])('%d ms before it opens its terms may be changed: %s, though nobody has played', async (before, may) => {
  demo.cloud.clock.freeze(opensAt - before)
  expect(await isRunning()).toBe(!may)
  for (const terms of [{ minutes: 6 }, { attemptsPerDay: 4 }, { mix: [{ category: 'air', count: 3 } as const] }]) {
    if (may) at = await save(terms)
    else expect(await refused(terms)).toBe('round-running')
  }
  expect(await save({ ...(may ? { minutes: 7 } : {}), title: '改个名字', minPlayers: 9 })).toMatchObject({ id: at.id })
})

test('an instance that keeps the round begins no attempt by other terms than those that stand', async () => {
  const outcomes: boolean[] = []
  for (const before of [6 * MINUTE + 1, 4 * MINUTE, 1]) {
    demo.cloud.clock.freeze(opensAt - before)
    // The instance reads the round, and keeps it.
    expect(await demo.refusal('lin', quiz.startAttempt, { first: true })).toBe('quiz-closed')
    const outcome = await attempt({ minutes: storedMinutes() + 1 })
    if (outcome.ok) at = v.parse(savedSchema, outcome.value)
    outcomes.push(outcome.ok)
  }
  expect(outcomes).toEqual([true, false, false])
  demo.cloud.clock.freeze(opensAt)
  for (const persona of PLAYERS) await start(persona)
  expect(playedMinutes()).toEqual([storedMinutes()])
})

test('who begins while its terms are being changed has the terms that stand', async () => {
  demo.cloud.clock.freeze(opensAt)
  const change = demo.refusal(MINISTRY, bank.saveRound, { at, round: { ...input, minutes: 9 }, reason: '' })
  await Promise.all(PLAYERS.map(start))
  expect([await change, storedMinutes(), playedMinutes()]).toEqual(['round-running', 5, [5]])
})

test('of a window moved to now and of new terms, at once, one is made', async () => {
  demo.cloud.clock.freeze(opensAt - HOUR)
  const codes = await Promise.all([attempt({ opensAt: opensAt - HOUR }, '提前'), attempt({ minutes: 9 })])
  expect(codes.filter(({ ok }) => ok)).toHaveLength(1)
  demo.cloud.reload()
  if (codes[0].ok) await Promise.all(PLAYERS.map(start))
  expect([...playedMinutes(), storedMinutes()].every(minutes => minutes === storedMinutes())).toBe(true)
})

test('one that has opened keeps its terms when its window moves into the future', async () => {
  demo.cloud.clock.freeze(opensAt)
  await start('lin')
  at = await save({ opensAt: opensAt + HOUR }, '系统维护')
  expect(await refused({ opensAt: opensAt + HOUR, minutes: 9 })).toBe('round-running')
  expect(await isRunning()).toBe(true)
})
