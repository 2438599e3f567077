import { bank } from '../../../miniprogram/contract/bank'
import { standings } from '../../../miniprogram/contract/standings'
import { demoMoment } from '../../../local/seed/edition-2026'
import { MINUTE } from '../../../miniprogram/contract/time'
import { bankOf } from '../../support/answer-key'
import { type DemoCloud, startDemoCloud } from '../../support/demo-cloud'
import { wholeList } from '../../support/whole-list'
import { attemptOf, clearStandings } from '../standings/stage'

let demo: DemoCloud
let written: Record<string, unknown>[]
beforeAll(async () => {
  demo = await startDemoCloud()
  written = demo.cloud.database.find('quiz_questions')
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  clearStandings(demo.cloud)
  demo.cloud.database.clear('quiz_questions')
  demo.cloud.database.insert('quiz_questions', written)
})

/** Whoever comes later gets more of the first questions right; nobody ever the last one. */
async function crowd(size: number): Promise<void> {
  const made = Array.from({ length: size }, (_, i) =>
    attemptOf(demo.cloud, { person: `first-${i}`, right: i % 10, seconds: 60, after: i }),
  )
  demo.cloud.database.insert('quiz_attempts', made)
  demo.cloud.clock.freeze(demoMoment + MINUTE)
  expect((await demo.cloud.timers.run('standings', 'roll-up')).outcome).toBe('returned')
}

const MINISTRY = 'ministry'
const shown = (id: string) => demo.ask(MINISTRY, bank.getQuestion, { id })
const flaggedPage = (changes = {}) =>
  demo.ask(MINISTRY, bank.listQuestions, {
    ...{ bank: 'contest', category: null, state: 'flagged', search: '', after: null },
    ...changes,
  })

const allFlagged = (changes = {}) => wholeList(after => flaggedPage({ ...changes, after }))

const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).sort()

const drawn = () => bankOf(demo.cloud).slice(0, 10)

describe('a question', () => {
  test('shows what first attempts say about its version', async () => {
    await crowd(40)
    const { items } = await demo.ask(MINISTRY, standings.listItemStatistics, { flag: null, after: null })
    const [first, last] = [drawn()[0], drawn()[9]]
    const { statistics } = await shown(first?.id ?? '')
    expect(statistics).toEqual(items.find(({ question }) => question === first?.id))
    expect(statistics).toMatchObject({ version: 1, answers: 40, facility: 90, blank: 0 })
    expect((await shown(last?.id ?? '')).statistics).toMatchObject({ facility: 0, flags: ['too-hard', 'idle-option'] })
  })

  test('has a count and no figures under thirty, and nothing at all where nobody met it', async () => {
    await crowd(29)
    const few = (await shown(drawn()[0]?.id ?? '')).statistics
    expect(few).toMatchObject({ answers: 29, facility: null, discrimination: null, measured: null, flags: [] })
    expect((await shown(bankOf(demo.cloud)[20]?.id ?? '')).statistics).toBeNull()
  })

  test('that was edited begins anew, and is no longer among the flagged', async () => {
    await crowd(40)
    const { id, version, question } = await shown(drawn()[9]?.id ?? '')
    const flagged = async () => ids([...(await allFlagged()), ...(await allFlagged({ bank: 'practice' }))])
    const before = await flagged()
    expect(before).toContain(id)
    const at = { id, version }
    await demo.ask(MINISTRY, bank.saveQuestion, { at, bank: 'contest', question: { ...question, stem: '换个问法' } })
    expect(await shown(id)).toMatchObject({ version: version + 1, statistics: null })
    expect(await flagged()).toEqual(before.filter(one => one !== id))
  })
})

describe('the list of what statistics warn of', () => {
  const flagAll = () => {
    const flagged = bankOf(demo.cloud).map(({ _id, options }) => ({
      ...{ _id, options: options.map(option => option.id), batch: 1, before: null, flags: ['negative', 'too-hard'] },
      value: { answers: 30, right: 1, rest: 0, restSquares: 0, restOfRight: 0, blank: 0, chosen: {}, difficulty: 0 },
      ...{ measured: null, told: null, untold: false },
    }))
    demo.cloud.database.insert('quiz_item_statistics', flagged)
  }
  const idsOf = (wanted: (question: ReturnType<typeof bankOf>[number]) => boolean) =>
    bankOf(demo.cloud)
      .filter(wanted)
      .map(({ id }) => id)
      .sort()

  test('names each with its flags, and nothing that has none', async () => {
    await crowd(40)
    const { items } = await demo.ask(MINISTRY, standings.listItemStatistics, { flag: null, after: null })
    const warned = items.filter(({ flags }) => flags.length > 0)
    expect(warned.length).toBeLessThan(items.length)
    const rows = [...(await allFlagged()), ...(await allFlagged({ bank: 'practice' }))]
    expect(new Map(rows.map(({ id, flags }) => [id, flags]))).toEqual(
      new Map(warned.map(({ question, flags }) => [question, flags])),
    )
    const { items: all } = await flaggedPage({ state: 'all' })
    expect(all.flatMap(({ flags }) => flags)).toEqual([])
  })

  test('goes on page by page, each once, and holds to bank, category and words', async () => {
    flagAll()
    const contest = idsOf(question => question.bank === 'contest')
    expect(contest.length).toBeGreaterThan(200)
    expect(ids(await allFlagged())).toEqual(contest)
    expect(ids(await allFlagged({ category: 'water' }))).toEqual(
      idsOf(question => question.bank === 'contest' && question.category === 'water'),
    )
    expect(ids(await allFlagged({ bank: 'practice' }))).toEqual(idsOf(question => question.bank === 'practice'))
    expect(ids(await allFlagged({ search: 'water-01' }))).toEqual(['water-01'])
  })

  test('is for the country’s organisers alone', async () => {
    flagAll()
    const asked = { bank: 'contest', category: null, state: 'flagged', search: '', after: null } as const
    expect(await demo.refusal('shanxi', bank.listQuestions, asked)).toBe('out-of-scope')
  })
})
