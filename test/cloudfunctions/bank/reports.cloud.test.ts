import { bank } from '../../../miniprogram/contract/bank'
import { people } from '../../../miniprogram/contract/people'
import { quiz } from '../../../miniprogram/contract/quiz'
import { MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { bankOf, thinBank } from '../../support/answer-key'
import { type DemoCloud, newKey, startDemoCloud } from '../../support/demo-cloud'
import { play, playWith, versionOf } from './stage'

let demo: DemoCloud
let sown: readonly object[]
beforeAll(async () => {
  demo = await startDemoCloud()
  thinBank(demo.cloud)
  sown = demo.cloud.database.find('quiz_questions')
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  const { database, clock } = demo.cloud
  for (const name of ['quiz_attempts', 'question_reports', 'reported_questions', 'question_rulings', 'text_reviews'])
    database.clear(name)
  database.clear('quiz_questions')
  database.insert('quiz_questions', sown)
  clock.freeze(demoMoment)
})

const report = (persona: string, ticket: string, number = 1, text = '', key = newKey()) =>
  demo.ask(persona, bank.reportQuestion, { which: { ticket, number }, kind: 'key-wrong', text }, key)
const refused = (persona: string, ticket: string, number = 1) =>
  demo.refusal(persona, bank.reportQuestion, { which: { ticket, number }, kind: 'typo', text: '' })
const waiting = (persona = 'ministry') => demo.ask(persona, bank.listReports, { show: 'waiting', after: null })
const stands = { verdict: 'stands', scoring: 'keep', newKey: null, correction: null } as const
const stored = () => demo.cloud.database.find('question_reports')

describe('reporting', () => {
  test('a question of an own attempt is noted and counted once, however often it is sent', async () => {
    const result = await play(demo, 'lin')
    const key = newKey()
    await report('lin', result.ticket, 1, '选项乙也对', key)
    await report('lin', result.ticket, 1, '选项乙也对', key)
    expect(await refused('lin', result.ticket)).toBe('already-reported')
    const [first = { stem: '' }] = result.questions
    const question = versionOf(demo, first)._id
    expect(stored()).toHaveLength(1)
    expect(await waiting()).toEqual({
      items: [
        {
          ...{ question, category: versionOf(demo, first).category, stem: first.stem, count: 1, lastAt: demoMoment },
          kinds: { 'key-wrong': 1, 'out-of-date': 0, 'unclear-stem': 0, typo: 0, other: 0 },
        },
      ],
      next: null,
    })
    expect(await demo.ask('lin', bank.listOwnReports, {})).toEqual([
      { question, stem: first.stem, kind: 'key-wrong', text: '选项乙也对', at: demoMoment, ruling: null },
    ])
    expect(await demo.ask('zhou', bank.listOwnReports, {})).toEqual([])
  })

  test('at the same moment from many sides is counted once', async () => {
    const { ticket } = await play(demo, 'lin')
    const send = () =>
      demo.send('lin', 'bank', {
        procedure: 'bank.reportQuestion',
        input: { which: { ticket, number: 1 }, kind: 'typo', text: '' },
        key: newKey(),
      })
    const replies = await Promise.all(Array.from({ length: 8 }, send))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect([stored().length, (await waiting()).items.map(({ count }) => count)]).toEqual([1, [1]])
  })

  test('of an attempt that is open, foreign, lapsed or made up is refused, and tells nothing', async () => {
    const open = await demo.ask('lin', quiz.startAttempt, { first: true })
    expect(await refused('lin', open.ticket)).toBe('attempt-still-open')
    expect(await refused('zhou', open.ticket)).toBe('attempt-not-yours')
    expect(await refused('lin', 'made-up')).toBe('attempt-unknown')
    demo.cloud.clock.freeze(demoMoment + 6 * MINUTE)
    expect(await refused('lin', open.ticket)).toBe('attempt-expired')
    const done = await play(demo, 'zhou')
    expect(await refused('zhou', done.ticket, 11)).toBe('question-unknown')
    expect(stored()).toEqual([])
  })

  test('a contest question by its name is refused as if it did not exist; one of practice is taken', async () => {
    const byName = (question: string) =>
      demo.refusal('lin', bank.reportQuestion, { which: { question }, kind: 'typo', text: '' })
    const [question = ''] = bankOf(demo.cloud).map(({ _id }) => _id)
    expect([await byName(question), await byName('air-99@1')]).toEqual(['question-unknown', 'question-unknown'])
    demo.cloud.database.clear('quiz_questions')
    demo.cloud.database.insert(
      'quiz_questions',
      sown.map(document => ({ ...document, bank: 'practice' })),
    )
    await demo.ask('lin', bank.reportQuestion, { which: { question }, kind: 'typo', text: '' })
    expect((await waiting()).items.map(item => item.question)).toEqual([question])
  })

  test('with words that the check refuses is refused; words that wait are shown to nobody until they pass', async () => {
    const { ticket } = await play(demo, 'lin')
    const input = { which: { ticket, number: 1 }, kind: 'other', text: '〔测试:risky〕' } as const
    expect(await demo.refusal('lin', bank.reportQuestion, input)).toBe('text-refused')
    await report('lin', ticket, 1, '看图〔测试:review〕')
    const [{ question } = { question: '' }] = (await waiting()).items
    const words = async () =>
      (await demo.ask('ministry', bank.getReportedQuestion, { question })).words.map(({ text }) => text)
    expect(await words()).toEqual([])
    const { items } = await demo.ask('ministry', people.listTextReviews, { region: '000000', after: null })
    const review = items.find(({ place }) => place === 'question-report')
    await demo.ask('ministry', people.decideText, { id: review?.id ?? '', passes: true })
    expect(await words()).toEqual(['看图〔测试:review〕'])
  })
})

describe('the desk', () => {
  test('lists the most reported first, page by page, to the country’s organisers alone', async () => {
    demo.cloud.database.insert(
      'reported_questions',
      bankOf(demo.cloud)
        .slice(0, 25)
        .map(({ _id }, i) => ({
          ...{ _id, state: 'waiting', kinds: { typo: i + 1 }, lastAt: i, rulings: 0 },
          place: `${String(i + 1).padStart(7, '0')}:${_id}`,
        })),
    )
    const first = await waiting()
    const second = await demo.ask('ministry', bank.listReports, { show: 'waiting', after: first.next })
    const counts = [...first.items, ...second.items].map(({ count }) => count)
    expect(counts).toEqual(Array.from({ length: 25 }, (_, i) => 25 - i))
    expect([first.items.length, second.next]).toEqual([20, null])
    expect(await demo.refusal('shanxi', bank.listReports, { show: 'waiting', after: null })).toBe('out-of-scope')
    expect(await demo.refusal('zhou', bank.listReports, { show: 'waiting', after: null })).toBe('forbidden')
  })

  test('a ruling answers who has reported; a report after it waits anew', async () => {
    const lin = await play(demo, 'lin')
    const [{ stem } = { stem: '' }] = lin.questions
    const question = versionOf(demo, { stem })._id
    const other = await playWith(demo, stem)
    await report('lin', lin.ticket)
    await demo.ask('ministry', bank.rule, { question, after: 0, ...stands, note: '核对过原文，答案没有错' })
    expect((await waiting()).items).toEqual([])
    const [own] = await demo.ask('lin', bank.listOwnReports, {})
    expect(own?.ruling).toEqual({
      ...{ verdict: 'stands', scoring: 'keep' },
      ...{ note: '核对过原文，答案没有错', at: demoMoment },
    })
    expect(
      (await demo.ask('ministry', bank.listReports, { show: 'ruled', after: null })).items.map(item => item.question),
    ).toEqual([question])

    demo.cloud.clock.freeze(demoMoment + MINUTE)
    await report(other.persona, other.ticket, other.number)
    const [later] = await demo.ask(other.persona, bank.listOwnReports, {})
    expect([later?.question, later?.ruling]).toEqual([question, null])
    expect((await waiting()).items.map(item => [item.question, item.count])).toEqual([[question, 1]])
  })
})
