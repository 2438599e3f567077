import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import type * as v from 'valibot'
import { contract } from '../../../miniprogram/contract'
import type { PaperQuestion } from '../../../miniprogram/contract/questions'
import type { Reply } from '../../../miniprogram/contract/rpc'
import { DAY, MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { personas } from '../../../local/seed/personas'
import { bankOf } from '../../support/answer-key'
import { type DemoCloud, newKey, startDemoCloud } from '../../support/demo-cloud'
import { leaksIn, SEALED_REPLIES, settledKeys } from '../../support/leaks'

const { quiz } = contract

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
})
afterAll(() => demo.cloud.stop())

interface Told {
  procedure: string
  /** What is expected to come back: the value's shape, or the code of a refusal. */
  expected: string
  reply: Reply<unknown>
  shape: v.GenericSchema
}

/** Everything a phone can be told about an attempt whose submission is not recorded, procedure by procedure. */
async function toldBeforeSubmission({ ask, send, cloud }: DemoCloud): Promise<Told[]> {
  cloud.clock.freeze(demoMoment)
  cloud.database.clear('quiz_attempts')
  const { ticket, questions } = await ask('lin', quiz.startAttempt, { first: true })
  const answers = questions.map(() => [0])
  const told: Told[] = []
  const tell = async (procedure: string, input: unknown, expected: string, persona = 'lin') => {
    const reply = await send(persona, procedure.split('.')[0] ?? '', { procedure, input, key: newKey() })
    const shapes: Record<string, v.GenericSchema> = SEALED_REPLIES
    told.push({ procedure, expected, reply, shape: shapes[expected] ?? SEALED_REPLIES.refusal })
  }
  await tell('editions.home', {}, 'home')
  await tell('quiz.startAttempt', { first: true }, 'opening')
  await tell('quiz.startAttempt', { first: 'x' }, 'invalid-input')
  await tell('quiz.listAttempts', {}, 'list')
  await tell('quiz.showResult', { ticket }, 'attempt-still-open')
  await tell('quiz.showResult', { ticket }, 'attempt-not-yours', 'zhou')
  await tell('quiz.submitAttempt', { ticket, answers: answers.slice(1) }, 'answers-off-paper')
  await tell('quiz.submitAttempt', { ticket, answers }, 'attempt-not-yours', 'zhou')
  await tell('quiz.submitAttempt', { ticket: `${ticket}x`, answers }, 'attempt-unknown')
  cloud.clock.freeze(demoMoment + 10 * MINUTE)
  await tell('quiz.submitAttempt', { ticket, answers }, 'attempt-expired')
  await tell('quiz.showResult', { ticket }, 'attempt-expired')
  await tell('quiz.listAttempts', {}, 'list')
  cloud.clock.freeze(demoMoment)
  await tell('quiz.listCertificates', {}, 'noCertificates')
  await tell('quiz.issueCertificate', { round: '2026-main', name: '周小舟' }, 'certificate-unknown', 'zhou')
  await tell('quiz.verifyCertificate', { code: 'ABCDEFGHJKLM' }, 'certificate-unknown')
  await tell('quiz.posterCode', { round: null }, 'code')
  await tell('quiz.posterCode', { round: '2026-main' }, 'certificate-unknown')
  return told
}

test('the look-out covers home and every procedure of the quiz, and gets the replies it means to look at', async () => {
  const told = await toldBeforeSubmission(demo)
  const names = ['editions.home', ...Object.values(contract.quiz).map(({ name }) => name)]
  expect([...new Set(told.map(({ procedure }) => procedure))].sort()).toEqual(names.sort())
  for (const { expected, reply } of told) {
    const came = reply.ok ? 'a value' : reply.error.code
    expect(came).toBe(expected in SEALED_REPLIES ? 'a value' : expected)
  }
})

test('nothing told before the submission is recorded helps to answer', async () => {
  const bank = bankOf(demo.cloud).filter(question => question.bank === 'contest')
  expect(bank.length).toBeGreaterThan(200)
  for (const { procedure, expected, reply, shape } of await toldBeforeSubmission(demo))
    expect({ procedure, expected, leaks: leaksIn(reply, shape, bank) }).toEqual({ procedure, expected, leaks: [] })
})

async function papersOfManyDays({ ask, cloud }: DemoCloud, days: number): Promise<PaperQuestion[][]> {
  cloud.database.clear('quiz_attempts')
  const papers: PaperQuestion[][] = []
  for (let day = 0; day < days; day++) {
    for (const number of [1, 2, 3]) {
      cloud.clock.freeze(demoMoment + day * DAY + number * 10 * MINUTE)
      for (const { id } of personas) papers.push((await ask(id, quiz.startAttempt, { first: number === 1 })).questions)
    }
  }
  cloud.clock.freeze(demoMoment)
  return papers
}

test('no option keeps its place from attempt to attempt', async () => {
  const papers = await papersOfManyDays(demo, 6)
  expect(papers).toHaveLength(6 * 3 * personas.length)
  expect(settledKeys(papers, bankOf(demo.cloud))).toEqual([])
})

describe('a handler that leaks is found', () => {
  let leaking: DemoCloud
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leaking-'))
    const entry = join(__dirname, 'leaking', 'index.ts')
    buildSync({ entryPoints: [entry], outfile: join(folder, 'quiz', 'index.js'), bundle: true, platform: 'node' })
    leaking = await startDemoCloud({ functionsRoot: folder })
    const [round] = leaking.cloud.database.find('quiz_rounds')
    leaking.cloud.database.clear('quiz_rounds')
    leaking.cloud.database.insert('quiz_rounds', [{ ...round, attemptsPerDay: 5 }])
  })
  afterAll(async () => {
    await leaking.cloud.stop()
    rmSync(folder, { recursive: true })
  })

  test.each([
    [1, 'the key'],
    [2, 'the right position under a name nobody thought of'],
    [3, 'an explanation'],
    [4, 'a question’s id'],
  ])('attempt %d: %s', async number => {
    leaking.cloud.clock.freeze(demoMoment + number * 10 * MINUTE)
    const input = { first: number === 1 }
    const reply = await leaking.send('lin', 'quiz', { procedure: 'quiz.startAttempt', input, key: newKey() })
    expect(reply.ok).toBe(true)
    expect(leaksIn(reply, SEALED_REPLIES.opening, bankOf(leaking.cloud)).length).toBeGreaterThanOrEqual(10)
  })

  test('attempt 5: the options in the bank’s own order', async () => {
    leaking.cloud.database.clear('quiz_attempts')
    const papers: PaperQuestion[][] = []
    for (let day = 0; day < 12; day++) {
      for (let number = 1; number <= 5; number++) {
        leaking.cloud.clock.freeze(demoMoment + day * DAY + number * 10 * MINUTE)
        for (const { id } of personas) {
          const { questions } = await leaking.ask(id, quiz.startAttempt, { first: number === 1 })
          if (number === 5) papers.push(questions)
        }
      }
    }
    expect(papers).toHaveLength(4 * 3 * personas.length)
    expect(settledKeys(papers, bankOf(leaking.cloud)).length).toBeGreaterThan(0)
  }, 60_000)
})
