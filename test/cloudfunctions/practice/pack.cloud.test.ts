import { practice, PACK_REPLY_LIMIT } from '../../../miniprogram/contract/practice'
import { CATEGORIES } from '../../../miniprogram/contract/questions'
import { MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type bankOf, thinBank } from '../../support/answer-key'
import { type DemoCloud, startDemoCloud } from '../../support/demo-cloud'
import { practiceQuestion, practiceQuestions } from '../../support/practice-bank'

let demo: DemoCloud
let contestBank: ReturnType<typeof bankOf> = []
beforeAll(async () => {
  demo = await startDemoCloud()
  contestBank = thinBank(demo.cloud)
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  demo.cloud.clock.freeze(demoMoment)
})

/** The contest's bank with these beside it, on a function that has read neither. */
function lay(...beside: object[]): void {
  demo.cloud.database.clear('quiz_questions')
  demo.cloud.database.insert(
    'quiz_questions',
    [...contestBank, ...beside].map(one => ({ ...one })),
  )
  demo.cloud.reload()
}

const pack = (known: { category: (typeof CATEGORIES)[number]; version: string }[] = []) =>
  demo.ask('lin', practice.getPack, { known })

const idsIn = ({ chapters }: Awaited<ReturnType<typeof pack>>) =>
  chapters.flatMap(({ questions }) => (questions ?? []).map(({ id }) => id))

test('holds practice questions with everything, and nothing of the contest or of the past', async () => {
  const [open] = practiceQuestions('soil', 1)
  lay(open ?? {}, practiceQuestion({ id: 'soil-950' }, { category: 'soil', bank: 'archive', _id: 'soil-950@1' }))
  const reply = await pack()
  expect(reply.chapters[0]?.version).toMatch(/^.{16}$/)
  expect(reply).toEqual({
    now: demoMoment,
    chapters: [
      {
        category: 'soil',
        version: reply.chapters[0]?.version,
        questions: [
          {
            id: 'soil-900',
            version: 1,
            category: 'soil',
            kind: 'single',
            stem: '练习题 soil-900',
            options: ['对的一项', '错的一项', '也是错的', '还是错的'],
            picture: null,
            key: [0],
            explanation: open?.explanation,
            source: open?.source,
            unverified: false,
          },
        ],
      },
    ],
  })
})

test('not a word of the contest’s bank is in it, though it is read from the same collection', async () => {
  lay(...practiceQuestions('air', 12), ...practiceQuestions('water', 12))
  const text = JSON.stringify(await pack())
  expect(contestBank.length).toBeGreaterThan(30)
  expect(text).toContain('air-911')
  for (const { stem, explanation, _id } of contestBank)
    for (const secret of [stem, explanation.why, explanation.trap, `"${_id.split('@')[0] ?? ''}"`])
      expect(text.includes(secret)).toBe(false)
})

test('marks what is not verified, or rests on one source', async () => {
  lay(
    practiceQuestion({ id: 'noise-901' }, { category: 'noise', verifiedAt: null, verifiedBy: '' }),
    practiceQuestion({ id: 'noise-902', evidence: 'B' }, { category: 'noise' }),
    practiceQuestion({ id: 'noise-903' }, { category: 'noise' }),
  )
  const { chapters } = await pack()
  expect(chapters[0]?.questions?.map(({ id, unverified }) => [id, unverified])).toEqual([
    ['noise-901', true],
    ['noise-902', true],
    ['noise-903', false],
  ])
})

test('holds what may be asked today, by the day in Beijing', async () => {
  lay(
    practiceQuestion({ id: 'law-901', validTo: '2026-09-18' }, { category: 'law' }),
    practiceQuestion({ id: 'law-902', validFrom: '2026-09-19' }, { category: 'law' }),
  )
  expect(idsIn(await pack())).toEqual(['law-901'])
  demo.cloud.clock.freeze(Date.parse('2026-09-19T00:00:00+08:00'))
  expect(idsIn(await pack())).toEqual(['law-902'])
})

test('tells only the chapters that the phone does not have, and reads nothing for it', async () => {
  lay(...practiceQuestions('air', 3), ...practiceQuestions('water', 3))
  const { chapters } = await pack()
  const known = chapters.map(({ category, version }) => ({ category, version }))
  const before = demo.cloud.counters.snapshot()
  expect((await pack(known)).chapters.map(({ questions }) => questions)).toEqual([null, null])
  expect(demo.cloud.counters.since(before).reads).toBe(0)

  lay(...practiceQuestions('air', 3), ...practiceQuestions('water', 4))
  const changed = await pack(known)
  expect(changed.chapters.map(({ category, questions }) => [category, questions?.length ?? null])).toEqual([
    ['air', null],
    ['water', 4],
  ])
})

test('of a bank grown tenfold, a reply stays far below the platform’s megabyte, and asking on gets all of it', async () => {
  const why = '字'.repeat(400)
  const bank = CATEGORIES.flatMap(category => practiceQuestions(category, 80)).map(one => ({
    ...one,
    explanation: { why, trap: why },
  }))
  lay(...bank)
  const held = new Map<string, string>()
  const sizes: number[] = []
  while (held.size < CATEGORIES.length) {
    const known = CATEGORIES.flatMap(category => {
      const version = held.get(category)
      return version === undefined ? [] : [{ category, version }]
    })
    const reply = await pack(known)
    sizes.push(Buffer.byteLength(JSON.stringify(reply)))
    const fresh = reply.chapters.filter(({ questions }) => questions !== null)
    expect(fresh.length).toBeGreaterThan(0)
    for (const { category, version } of fresh) held.set(category, version)
  }
  expect(sizes.length).toBeGreaterThan(1)
  expect(Math.max(...sizes)).toBeLessThan(3 * PACK_REPLY_LIMIT)
  expect(Math.max(...sizes)).toBeLessThan(1_000_000)
})

test('a change reaches every phone within ten minutes', async () => {
  lay(...practiceQuestions('air', 1))
  await pack()
  demo.cloud.database.insert(
    'quiz_questions',
    practiceQuestions('soil', 1).map(one => ({ ...one })),
  )
  expect(idsIn(await pack())).toEqual(['air-900'])
  demo.cloud.clock.freeze(demoMoment + 10 * MINUTE)
  expect(idsIn(await pack())).toEqual(['air-900', 'soil-900'])
})
