import fc from 'fast-check'
import * as v from 'valibot'
import { bank } from '../../../../miniprogram/contract/bank'
import { standings } from '../../../../miniprogram/contract/standings'
import { MINUTE, SECOND } from '../../../../miniprogram/contract/time'
import { itemStatisticsSpec } from '../../../../cloudfunctions/standings/repository/item-statistics'
import {
  type Answered,
  guessOf,
  type ItemSums,
  noAnswers,
  takeInAttempt,
} from '../../../../cloudfunctions/standings/item-rules'
import { demoMoment } from '../../../../local/seed/edition-2026'
import { pointSdkAt } from '../../../local/cloud/support/sdk-here'
import { bankOf } from '../../../support/answer-key'
import { type DemoCloud, startDemoCloud } from '../../../support/demo-cloud'
import { dieAfter, makeSdkMortal } from '../../../support/mortal-sdk'
import { clearStandings, ROUND } from '../stage'

type Question = ReturnType<typeof bankOf>[number]
type Key = string[] | null

let demo: DemoCloud
let asked: Question[]
let countQuestions: typeof import('../../../../cloudfunctions/standings/items/count-questions').countQuestions
let scoreDue: typeof import('../../../../cloudfunctions/bank/reports/score-due').scoreDue

beforeAll(async () => {
  demo = await startDemoCloud()
  pointSdkAt(demo.cloud.url)
  ;({ countQuestions } = await import('../../../../cloudfunctions/standings/items/count-questions'))
  ;({ scoreDue } = await import('../../../../cloudfunctions/bank/reports/score-due'))
  makeSdkMortal()
  asked = bankOf(demo.cloud)
    .filter(({ bank: where, kind }) => where === 'contest' && kind === 'single')
    .slice(0, 5)
})
afterAll(() => demo.cloud.stop())

let now = demoMoment
const put = (name: string, documents: readonly object[]): void => {
  demo.cloud.database.clear(name)
  demo.cloud.database.insert(name, documents)
}

/** Nothing counted, nothing ruled, and somebody has complained about every question. */
function begin(): void {
  dieAfter(Infinity)
  now = demoMoment
  clearStandings(demo.cloud)
  demo.cloud.database.clear('question_rulings')
  put(
    'reported_questions',
    asked.map(({ _id }) => ({
      ...{ _id, state: 'waiting', kinds: { typo: 1 }, place: `0000001:${_id}`, lastAt: 1, rulings: 0 },
    })),
  )
  put('quiz_questions', asked)
}
beforeEach(begin)

/** Which option each of five questions got, 4 for none; the paper leaves one of the five out. */
interface Played {
  person: number
  without: number
  choices: number[]
}

let handedIn = 0

function handIn(played: readonly Played[]): void {
  demo.cloud.database.insert('quiz_attempts', played.map(attemptOf))
}

function attemptOf({ person, without, choices }: Played) {
  const paper = asked.filter((_, at) => at !== without)
  const answers = asked.map(({ options }, at) => options.slice(choices[at] ?? 4).map(({ id }) => id)[0])
  // Several in one instant.
  const submittedAt = now + Math.floor((handedIn += 1) / 3)
  return {
    ...{ _id: `${ROUND}.${handedIn}.person-${person}`, person: `person-${person}`, round: ROUND, day: '2026-09-18' },
    ...{ number: handedIn, paper: paper.map(({ _id }) => _id).join(' '), scoredBy: paper.map(({ _id }) => _id) },
    ...{ startedAt: submittedAt - MINUTE, deadline: submittedAt + MINUTE, state: 'submitted' },
    answers: answers.filter((_, at) => at !== without).map(id => (id === undefined ? [] : [id])),
    ...{ score: 0, seconds: 60, submittedAt, submittedWith: 'key', countedAt: submittedAt },
  }
}

const SIZE = 7

/** A run of the timer, a minute later. */
async function count(): Promise<void> {
  now += 2 * MINUTE
  await countQuestions(now, SIZE)
}

async function rule(at: number, key: Key, after: number): Promise<void> {
  const ruling = { after, verdict: 'retired', correction: null, note: '两个选项都说得通' } as const
  const question = asked[at]?._id ?? ''
  const scoring = key === null ? 'all-right' : 'new-key'
  await demo.ask('ministry', bank.rule, { ...ruling, question, scoring, newKey: key })
}

const storedSchema = v.object({
  ...{ _id: v.string(), person: v.string(), paper: v.string(), submittedAt: v.number() },
  answers: v.array(v.array(v.string())),
})

const order = (one: { submittedAt: number; _id: string }, other: { submittedAt: number; _id: string }) =>
  one.submittedAt - other.submittedAt || (one._id < other._id ? -1 : 1)

/** Counted from nothing, all at once, by the keys that hold now. */
function fromNothing(keys: ReadonlyMap<string, Key>): Map<string, ItemSums> {
  const all = v.parse(v.array(storedSchema), demo.cloud.database.find('quiz_attempts')).sort(order)
  const firsts = all.filter((attempt, at) => all.findIndex(({ person }) => person === attempt.person) === at)
  const judged = ({ paper, answers }: (typeof all)[number]): Answered[] =>
    paper.split(' ').map((ref, at) => {
      const question = asked.find(({ _id }) => _id === ref)
      const key = keys.has(ref) ? (keys.get(ref) ?? null) : (question?.key ?? [])
      const chosen = answers[at] ?? []
      const guess = guessOf('single', question?.options.length ?? 0)
      return { ref, chosen, guess, right: key && key.join() === chosen.join() }
    })
  const none = new Map(asked.map(({ _id, difficulty }) => [_id, noAnswers(difficulty)]))
  return firsts.reduce((sums, attempt) => takeInAttempt(sums, judged(attempt)), none)
}

const rounded = (sums: ItemSums, without: (keyof ItemSums)[] = []) =>
  Object.fromEntries(
    Object.entries(sums)
      .filter(([field]) => !without.some(name => name === field))
      .map(([field, value]) => [field, typeof value === 'number' ? Math.round(value * 1e9) / 1e9 || 0 : value]),
  )

const rows = () => v.parse(v.array(itemStatisticsSpec.schema), demo.cloud.database.find('quiz_item_statistics'))
const counted = () => new Map(rows().map(({ _id, value }) => [_id, value]))

/** What was ruled on is exact in everything; the difficulties of the others depend on when they were told. */
const comparable = (sums: ReadonlyMap<string, ItemSums>, ruled: readonly string[]) =>
  [...sums]
    .filter(([, { answers }]) => answers > 0)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([ref, value]) => [ref, rounded(value, ruled.includes(ref) ? [] : ['difficulty'])])

const player = fc.record({
  person: fc.integer({ min: 0, max: 40 }),
  without: fc.integer({ min: 0, max: 4 }),
  choices: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 5, maxLength: 5 }),
})

const deed = fc.oneof(
  { weight: 3, arbitrary: fc.array(player, { minLength: 1, maxLength: 12 }).map(players => ({ players })) },
  { weight: 3, arbitrary: fc.constant('count' as const) },
  { weight: 1, arbitrary: fc.constant('score' as const) },
  { weight: 2, arbitrary: fc.constantFrom(null, 0, 1, 2).map(option => ({ option })) },
)

async function settleAll(): Promise<void> {
  await scoreDue(now)
  for (let run = 0; run < 12; run++) await count()
}

test('whatever is handed in, ruled, scored and counted in whatever order: as counted from nothing by the last ruling', async () => {
  let rulings = 0
  const story = fc.array(deed, { minLength: 4, maxLength: 12 })
  await fc.assert(
    fc.asyncProperty(story, async deeds => {
      begin()
      let after = 0
      const [first = asked[0]] = asked
      const keys = new Map<string, Key>()
      const ruled = async (option: number | null) => {
        const key = option === null ? null : (first?.options.slice(option, option + 1).map(({ id }) => id) ?? null)
        await rule(0, key, after++)
        keys.set(first?._id ?? '', key)
        rulings += 1
      }
      for (const one of deeds) {
        now += SECOND
        if (one === 'count') await count()
        else if (one === 'score') await scoreDue(now)
        else if ('players' in one) handIn(one.players)
        else await ruled(one.option)
      }
      await settleAll()
      const ruledOn = [...keys.keys()]
      expect(comparable(counted(), ruledOn)).toEqual(comparable(fromNothing(keys), ruledOn))
    }),
    { numRuns: 12, seed: 20260918, endOnFailure: true },
  )
  expect(rulings).toBeGreaterThan(10)
}, 120_000)

const crowd = (from: number, size: number): Played[] =>
  Array.from({ length: size }, (_, i) => ({
    ...{ person: from + i, without: (i * 3) % 11 },
    choices: asked.map((_, at) => ((from + i) * 7 + at * (i % 5)) % 5),
  }))

const optionOf = (at: number, option: number): string[] => {
  const found = asked[at]?.options[option]
  return found ? [found.id] : []
}

describe('two questions of the same papers', () => {
  test('are both judged anew, in their own figures and in each other’s', async () => {
    handIn([...crowd(0, 40), ...crowd(10, 20)])
    for (let run = 0; run < 3; run++) await count()
    const before = comparable(counted(), [])
    await rule(0, optionOf(0, 2), 0)
    await rule(1, null, 0)
    await settleAll()
    const [one = '', other = ''] = asked.map(({ _id }) => _id)
    const expected = fromNothing(
      new Map([
        [one, optionOf(0, 2)],
        [other, null],
      ]),
    )
    expect(comparable(counted(), [other])).toEqual(comparable(expected, [other]))
    expect(comparable(counted(), [])).not.toEqual(before)
  })
})

describe('a run that dies', () => {
  const names = ['quiz_attempts', 'quiz_item_statistics', 'quiz_item_rulings', 'quiz_item_counts']
  const ruled = () => asked[0]?._id ?? ''

  /** Most of it counted, one question ruled on, and nothing of that followed. */
  async function stage() {
    handedIn = 0
    handIn(crowd(0, 18))
    for (let run = 0; run < 3; run++) await count()
    handIn(crowd(18, 9))
    await rule(0, optionOf(0, 1), 0)
    const kept = names.map(name => demo.cloud.database.find(name))
    const at = now
    return () => {
      for (const [i, name] of names.entries()) put(name, kept[i] ?? [])
      now = at
      handedIn = 100
    }
  }

  const dies = (): Promise<boolean> =>
    count().then(
      () => false,
      () => true,
    )

  test.each([
    ['and who came meanwhile is counted once', false],
    ['also where there has been another ruling meanwhile', true],
  ])(
    'after any of its writes is gone on with, %s',
    async (_name, again) => {
      const back = await stage()
      let deaths = 0
      for (let writes = 1; ; writes++) {
        back()
        dieAfter(writes)
        const died = await dies()
        dieAfter(Infinity)
        handIn(crowd(22, 12))
        if (again) put('quiz_item_rulings', [{ _id: ruled(), number: 2, key: optionOf(0, 2), at: now, settled: false }])
        for (let run = 0; run < 4; run++) await count()
        const expected = fromNothing(new Map([[ruled(), optionOf(0, again ? 2 : 1)]]))
        const row = (sums: ReadonlyMap<string, ItemSums>) => ({ writes, rows: comparable(sums, [ruled()]) })
        expect(row(counted())).toEqual(row(expected))
        if (!died) break
        deaths += 1
      }
      expect(deaths).toBeGreaterThan(20)
    },
    120_000,
  )
})

describe('organisers', () => {
  const shown = async (at: number) => {
    const { items } = await demo.ask('ministry', standings.listItemStatistics, { flag: null, after: null })
    return items.find(({ question }) => question === asked[at]?.id)
  }
  const figures = { facility: null, discrimination: null, measured: null, flags: [] }

  test('are told that figures are counted again, and then see them by the new key', async () => {
    handIn(Array.from({ length: 40 }, (_, person) => ({ person, without: 4, choices: [1, 0, 1, person % 4, 0] })))
    for (let run = 0; run < 3; run++) await count()
    expect(await shown(0)).toMatchObject({ answers: 40, ruling: null })
    await rule(0, optionOf(0, 1), 0)
    expect(await shown(0)).toMatchObject({
      ...figures,
      ruling: { at: demoMoment, key: optionOf(0, 1), counting: true },
    })
    await countQuestions((now += 2 * MINUTE), 3)
    expect(await shown(0)).toMatchObject({ ...figures, ruling: { counting: true } })
    await settleAll()
    expect(await shown(0)).toMatchObject({
      answers: 40,
      facility: 100,
      ruling: { key: optionOf(0, 1), counting: false },
    })
    await rule(0, optionOf(0, 2), 1)
    await settleAll()
    expect(await shown(0)).toMatchObject({ answers: 40, facility: 0, flags: ['too-hard', 'idle-option'] })
  })

  test('see no figure and no warning where everybody is right, and the blueprint goes by the author again', async () => {
    handIn(Array.from({ length: 40 }, (_, person) => ({ person, without: 4, choices: [4, 0, 1, person % 4, 0] })))
    for (let run = 0; run < 3; run++) await count()
    expect(await shown(0)).toMatchObject({ facility: 0, measured: 5, flags: ['too-hard', 'idle-option'] })
    const measured = () => bankOf(demo.cloud).find(({ _id }) => _id === asked[0]?._id)?.measured
    now += 24 * 60 * MINUTE
    await count()
    expect(measured()).toBe(5)
    await rule(0, null, 0)
    await settleAll()
    expect(await shown(0)).toMatchObject({
      ...figures,
      answers: 40,
      blank: 40,
      ruling: { key: null, counting: false },
    })
    now += 24 * 60 * MINUTE
    await count()
    expect(measured()).toBeNull()
  })
})
