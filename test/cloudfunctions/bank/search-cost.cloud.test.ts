import * as v from 'valibot'
import { bank } from '../../../miniprogram/contract/bank'
import type { QuestionState } from '../../../miniprogram/contract/bank-questions'
import { type DemoCloud, startDemoCloud } from '../../support/demo-cloud'
import { wholeList } from '../../support/whole-list'

const MINISTRY = 'ministry'
const FEW = 450
const MANY = 1500

let demo: DemoCloud
let pattern: object
beforeAll(async () => {
  demo = await startDemoCloud()
  ;[pattern = {}] = demo.cloud.database.find('quiz_questions', { bank: 'contest' })
})
afterAll(() => demo.cloud.stop())

/** The first ones are what is looked at; all the others lie behind them in every filter. */
function fill(count: number): void {
  demo.cloud.database.clear('quiz_questions')
  const questions = ['contest', 'retired'].flatMap(where =>
    Array.from({ length: count }, (_, i) => {
      const id = `${where === 'contest' ? 'air' : 'soil'}-${String(i).padStart(4, '0')}`
      return {
        ...{ ...pattern, _id: `${id}@1`, id, version: 1, category: i % 2 === 0 ? 'air' : 'water' },
        ...(where === 'contest' ? { bank: 'contest' } : { bank: 'archive', retired: true, home: 'contest' }),
        stem: i === 40 || i === 240 ? `白鹭在哪里过冬？（${i}）` : `题目 ${i}`,
        verifiedAt: i % 3 === 0 ? null : '2026-01-01',
        validTo: i < 30 ? '2026-10-01' : null,
      }
    }),
  )
  demo.cloud.database.insert('quiz_questions', questions)
}

interface Asked {
  bank?: 'contest' | 'retired'
  state?: QuestionState
  category?: 'air'
  search?: string
  after?: string
}

const EVERYTHING = { bank: 'contest', category: null, state: 'all', search: '', after: null } as const

async function costOf(asked: Asked) {
  const before = demo.cloud.database.rowsRead
  const page = await demo.ask(MINISTRY, bank.listQuestions, { ...EVERYTHING, ...asked })
  return { rows: demo.cloud.database.rowsRead - before, page }
}

const PAGES: [name: string, asked: Asked, most: number][] = [
  ['the first page', {}, 40],
  ['a page after another', { after: 'air-0100@1' }, 40],
  ['a category', { category: 'air' }, 40],
  ['what nobody has verified', { state: 'unverified' }, 40],
  ['what ends soon', { state: 'expiring' }, 50],
  ['what is retired', { bank: 'retired' }, 40],
  ['a search', { search: '白鹭' }, 240],
  ['a search that goes on', { search: '白鹭', after: 'air-0020@1' }, 240],
  ['a search in a category', { search: '白鹭', category: 'air' }, 240],
  ['a question’s own name', { search: 'air-0007' }, 40],
]

test('a page costs about what it shows, however large the bank is', async () => {
  const seen: { rows: number[]; pages: unknown[] }[] = PAGES.map(() => ({ rows: [], pages: [] }))
  for (const count of [FEW, MANY]) {
    fill(count)
    await costOf({})
    for (const [i, [, asked]] of PAGES.entries()) {
      const { rows, page } = await costOf(asked)
      seen[i]?.rows.push(rows)
      seen[i]?.pages.push(page.items)
    }
  }
  for (const [i, [name, , most]] of PAGES.entries()) {
    const { rows = [], pages = [] } = seen[i] ?? {}
    expect([name, rows[0], Number(rows[0]) <= most]).toEqual([name, rows[1], true])
    expect(pages[0]).toEqual(pages[1])
  }
}, 60_000)

const stemsSchema = v.array(v.object({ stem: v.string() }))
const stemsOf = (items: unknown) => v.parse(stemsSchema, items).map(({ stem }) => stem)

test('a search looks through a stretch at a time, says where it goes on, and ends', async () => {
  fill(FEW)
  const first = await costOf({ search: '白鹭' })
  expect([stemsOf(first.page.items), first.page.next]).toEqual([['白鹭在哪里过冬？（40）'], 'air-0199@1'])
  const second = await costOf({ search: '白鹭', after: 'air-0199@1' })
  expect([stemsOf(second.page.items), second.page.next]).toEqual([['白鹭在哪里过冬？（240）'], 'air-0399@1'])
  const last = await costOf({ search: '白鹭', after: 'air-0399@1' })
  expect([last.page.items, last.page.next]).toEqual([[], null])
  const none = await costOf({ search: '穿山甲' })
  expect([none.page.items, none.page.next]).toEqual([[], 'air-0199@1'])
})

test('a search with more finds than a page holds loses none', async () => {
  fill(FEW)
  const rows = await wholeList(after =>
    demo.ask(MINISTRY, bank.listQuestions, { ...EVERYTHING, search: '题目', after }),
  )
  const ids = rows.map(({ id }) => id)
  expect([ids.length, new Set(ids).size]).toEqual([FEW - 2, FEW - 2])
})

test('a question’s own name is found wherever it lies, and nothing else with it', async () => {
  fill(MANY)
  const { page } = await costOf({ search: 'air-1400' })
  expect([page.items.map(({ id }) => id), page.next]).toEqual([['air-1400'], null])
  expect((await costOf({ search: 'soil-1400' })).page.items).toEqual([])
})

test('a question costs what its procedure says: who asks, its versions, their writers, its statistics', async () => {
  fill(FEW)
  const { question } = await demo.ask(MINISTRY, bank.getQuestion, { id: 'air-0000' })
  const at = { id: 'air-0000', version: 1 }
  await demo.ask(MINISTRY, bank.saveQuestion, { at, bank: 'contest', question: { ...question, stem: '换了个问法？' } })
  await demo.ask(MINISTRY, bank.getQuestion, { id: 'air-0000' })
  const reads = demo.cloud.log.entries().at(-1)?.reads
  expect(reads).toBe(bank.getQuestion.cost.reads)
})
