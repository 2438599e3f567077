import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { contract } from '../../../miniprogram/contract'
import type { PaperQuestion } from '../../../miniprogram/contract/quiz'
import type { Domain, Reply } from '../../../miniprogram/contract/rpc'
import { DAY, MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { personas } from '../../../local/seed/personas'
import { bankOf } from '../../support/answer-key'
import { type DemoCloud, newKey, startDemoCloud } from '../../support/demo-cloud'
import { leaksIn, settledKeys } from '../../support/leaks'

const { quiz, editions } = contract

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
})
afterAll(() => demo.cloud.stop())

/** Everything a phone can be told about a running attempt, procedure by procedure. */
async function repliesBeforeSubmission({ ask, send, cloud }: DemoCloud): Promise<Map<string, Reply<unknown>[]>> {
  cloud.clock.freeze(demoMoment)
  const { ticket } = await ask('lin', quiz.startAttempt, { number: 1 })
  const tell = (procedure: string, input: unknown, persona = 'lin') =>
    send(persona, procedure.split('.')[0] ?? '', { procedure, input, key: newKey() })
  const offPaper = { ticket, answers: [[9]] }
  const replies = new Map([
    ['editions.home', [await tell('editions.home', {})]],
    [
      'quiz.startAttempt',
      [await tell('quiz.startAttempt', { number: 1 }), await tell('quiz.startAttempt', { number: 'x' })],
    ],
    ['quiz.listAttempts', [await tell('quiz.listAttempts', {})]],
    ['quiz.showResult', [await tell('quiz.showResult', { ticket }), await tell('quiz.showResult', { ticket }, 'zhou')]],
    [
      'quiz.submitAttempt',
      [await tell('quiz.submitAttempt', offPaper), await tell('quiz.submitAttempt', offPaper, 'zhou')],
    ],
  ])
  cloud.clock.freeze(demoMoment + 10 * MINUTE)
  replies
    .get('quiz.submitAttempt')
    ?.push(await tell('quiz.submitAttempt', { ticket, answers: Array.from({ length: 10 }, () => [0]) }))
  cloud.clock.freeze(demoMoment)
  return replies
}

test('the look-out covers every procedure of the contract', async () => {
  const domains: Record<string, Domain> = contract
  const names = Object.values(domains).flatMap(table => Object.values(table).map(({ name }) => name))
  expect([...(await repliesBeforeSubmission(demo)).keys()].sort()).toEqual(names.sort())
})

test('nothing told before the submission is recorded helps to answer', async () => {
  const bank = bankOf(demo.cloud)
  expect(bank).toHaveLength(30)
  for (const [procedure, replies] of await repliesBeforeSubmission(demo))
    for (const reply of replies)
      // Only the list may hold the name `score`: it is null until then, and null is not looked at.
      expect({ procedure, leaks: leaksIn(reply, bank) }).toEqual({ procedure, leaks: [] })
})

async function papersOfManyDays({ ask, cloud }: DemoCloud, days: number): Promise<PaperQuestion[][]> {
  cloud.database.clear('quiz_attempts')
  const papers: PaperQuestion[][] = []
  for (let day = 0; day < days; day++) {
    for (const number of [1, 2, 3]) {
      cloud.clock.freeze(demoMoment + day * DAY + number * 10 * MINUTE)
      for (const { id } of personas) papers.push((await ask(id, quiz.startAttempt, { number })).questions)
    }
  }
  cloud.clock.freeze(demoMoment)
  return papers
}

test('no option keeps its place from attempt to attempt', async () => {
  const papers = await papersOfManyDays(demo, 6)
  expect(papers).toHaveLength(108)
  expect(settledKeys(papers, bankOf(demo.cloud))).toEqual([])
})

describe('a handler that leaks', () => {
  let leaking: DemoCloud
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leaking-'))
    const entry = join(__dirname, 'leaking', 'index.ts')
    buildSync({ entryPoints: [entry], outfile: join(folder, 'quiz', 'index.js'), bundle: true, platform: 'node' })
    leaking = await startDemoCloud({ functionsRoot: folder })
  })
  afterAll(async () => {
    await leaking.cloud.stop()
    rmSync(folder, { recursive: true })
  })

  const attempt = (number: number) => {
    leaking.cloud.clock.freeze(demoMoment + number * 10 * MINUTE)
    return leaking.ask('lin', quiz.startAttempt, { number })
  }

  test('is found when it sends the key', async () => {
    expect(leaksIn(await attempt(1), bankOf(leaking.cloud))).toEqual(Array(10).fill('a property "key"'))
  })

  test('is found when it sends an explanation', async () => {
    expect(leaksIn(await attempt(2), bankOf(leaking.cloud))).toHaveLength(10)
  })

  test('is found when it sends the options in the bank’s own order', async () => {
    const third = (await papersOfManyDays(leaking, 12)).filter((_, i) => i % 18 >= 12)
    expect(settledKeys(third, bankOf(leaking.cloud)).length).toBeGreaterThan(0)
  })
})

test('the home page says nothing of the bank either', async () => {
  expect(leaksIn(await demo.ask('lin', editions.home, {}), bankOf(demo.cloud))).toEqual([])
})
