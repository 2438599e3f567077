import * as v from 'valibot'
import { CONSENT_VERSION, people } from '../../../miniprogram/contract/people'
import { COUNTRY } from '../../../miniprogram/contract/regions'
import { standings } from '../../../miniprogram/contract/standings'
import { MINUTE, SECOND } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type DemoCloud, openIdOf, startDemoCloud } from '../../support/demo-cloud'
import { attemptOf, changeAttempts, clearStandings, personOf, ROUND } from './stage'

const storedSchema = v.object({ _id: v.string(), measured: v.optional(v.nullable(v.number())) })

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
})
afterAll(() => demo.cloud.stop())

let minute = 0

beforeEach(() => {
  clearStandings(demo.cloud)
  demo.cloud.reload()
})

/** Two minutes later the timer runs; boards in the memory of instances are older than they may be. */
async function rollUp() {
  minute += 2
  demo.cloud.clock.freeze(demoMoment + minute * MINUTE)
  const { outcome, result } = await demo.cloud.timers.run('standings', 'roll-up')
  expect(outcome).toBe('returned')
  return result
}

type Made = Omit<Parameters<typeof attemptOf>[1], 'person' | 'after'>

/** Handed in by a persona just now. */
const hands = (persona: string, made: Made, after = minute * MINUTE) => ({ person: openIdOf(persona), after, ...made })

const plant = (...made: Parameters<typeof attemptOf>[1][]) => {
  demo.cloud.database.insert(
    'quiz_attempts',
    made.map(attempt => attemptOf(demo.cloud, attempt)),
  )
}

const ranking = (persona: string, round = ROUND) => demo.ask(persona, standings.showRanking, { round })

describe('the roll-up', () => {
  test('leaves alone what may still have others before it, and takes it the next time', async () => {
    plant(hands('zhou', { right: 8, seconds: 100 }))
    demo.cloud.clock.freeze(demoMoment + minute * MINUTE + 15 * SECOND - 1)
    expect((await demo.cloud.timers.run('standings', 'roll-up')).result).toMatchObject({ attempts: 0 })
    demo.cloud.clock.freeze(demoMoment + minute * MINUTE + 15 * SECOND)
    expect((await demo.cloud.timers.run('standings', 'roll-up')).result).toMatchObject({ attempts: 1 })
    expect((await ranking('zhou')).players).toBe(1)
  })

  test('counts every attempt of one instant once, though there are more than fit into a batch', async () => {
    const crowd = Array.from({ length: 600 }, (_, i) => ({
      person: `crowd-${i}`,
      right: i % 11,
      seconds: 60,
      after: minute * MINUTE,
    }))
    plant(...crowd)
    expect(await rollUp()).toMatchObject({ attempts: 600 })
    expect(await rollUp()).toMatchObject({ attempts: 0 })
    expect((await ranking('lin')).players).toBe(600)
    expect(demo.cloud.database.find('quiz_tallies', { kind: 'round' })).toMatchObject([
      { value: { players: 600, attempts: 600 } },
    ])
  })

  test('does nothing while another run is at work', async () => {
    plant(hands('zhou', { right: 8, seconds: 100 }))
    minute += 2
    demo.cloud.clock.freeze(demoMoment + minute * MINUTE)
    const runs = await Promise.all([1, 2, 3, 4].map(() => demo.cloud.timers.run('standings', 'roll-up')))
    expect(runs.map(({ result }) => result)).toContainEqual({ attempts: 1, batches: 1, boards: 1 })
    expect((await ranking('zhou')).players).toBe(1)
    expect(demo.cloud.database.find('quiz_standings', { kind: 'standing' })).toMatchObject([{ attempts: 1 }])
  })

  test('costs five reads while nothing is handed in', async () => {
    await rollUp()
    minute += 1
    demo.cloud.clock.freeze(demoMoment + minute * MINUTE)
    const before = demo.cloud.counters.snapshot()
    await demo.cloud.timers.run('standings', 'roll-up')
    expect(demo.cloud.counters.since(before)).toMatchObject({ reads: 5, writes: 0 })
  })
})

describe('a ranking', () => {
  test('is by the best attempt and then by time; nobody gains by attempts', async () => {
    plant(
      hands('lin', { right: 9, seconds: 120 }),
      hands('zhou', { right: 9, seconds: 100 }),
      hands('zhao', { right: 3, seconds: 10 }),
      hands('zhao', { right: 8, seconds: 10, number: 2 }),
      hands('zhao', { right: 5, seconds: 5, number: 3 }),
      hands('sun', { right: 9, seconds: 120 }),
    )
    await rollUp()
    const { people: rows, own, players, mean } = await ranking('zhao')
    expect(rows.map(({ place, score, seconds, own: mine }) => [place, score, seconds, mine])).toEqual([
      [1, 90, 100, false],
      [2, 90, 120, false],
      [2, 90, 120, false],
      [4, 80, 10, true],
    ])
    expect({ own, players, mean }).toMatchObject({
      own: { from: 4, to: 4, score: 80, seconds: 10, attempts: 3 },
      players: 4,
      mean: 87.5,
    })
  })

  test('costs one call and one read, on cold and on warm instances', async () => {
    plant(hands('lin', { right: 9, seconds: 120 }))
    await rollUp()
    demo.cloud.reload()
    const spent: object[] = []
    while (spent.length < 2) {
      const before = demo.cloud.counters.snapshot()
      expect((await ranking('lin')).own).toMatchObject({ from: 1, to: 1 })
      const { calls, reads, writes } = demo.cloud.counters.since(before)
      spent.push({ calls, reads, writes })
    }
    const once = { calls: 1, reads: 1, writes: 0 }
    expect(spent).toEqual([once, once])
  })

  test('beyond the hundredth place tells a stretch in which the truth lies', async () => {
    const crowd = Array.from({ length: 130 }, (_, i) => ({
      person: `crowd-${i}`,
      right: 9,
      seconds: 10 + i,
      after: minute * MINUTE,
    }))
    plant(...crowd, hands('lin', { right: 9, seconds: 133 }))
    await rollUp()
    const { own, people: rows } = await ranking('lin')
    expect(rows).toHaveLength(100)
    // In the cell of 130 to 139 seconds lie ten others; three of them are quicker, one as quick.
    expect(own).toMatchObject({ from: 121, to: 131 })
  })

  test('of a round that nobody knows is empty', async () => {
    const empty = { asOf: null, players: 0, people: [], units: [], cities: [], provinces: [], own: null }
    expect(await ranking('lin', 'no-such-round')).toMatchObject(empty)
  })

  test('of units and regions leaves out those with too few, and says which is one’s own', async () => {
    const school = { id: 'ranked-school', name: '第二中学' }
    const small = { id: 'small-school', name: '小学' }
    const members = Array.from({ length: 7 }, (_, i) => `member-${minute}-${i}`)
    demo.cloud.database.insert(
      'people',
      members.map((person, i) => personOf(person, i < 5 ? '140600' : '310100', i < 5 ? school : small)),
    )
    plant(...members.map((person, i) => ({ person, right: 6 + (i % 2), seconds: 60, after: minute * MINUTE })))
    await rollUp()
    const { units, cities, provinces, mean, minPlayers } = await ranking('lin')
    expect({ mean, minPlayers }).toEqual({ mean: 64.3, minPlayers: 5 })
    // Five with 60, 70, 60, 70, 60: (320 + 10 × 64.3) / 15 = 64.2
    const row = { place: 1, players: 5, mean: 64.2, own: false }
    expect(units).toEqual([{ ...row, name: '第二中学' }])
    expect(cities).toEqual([{ ...row, name: '朔州市' }])
    expect(provinces).toEqual([{ ...row, name: '山西省' }])
  })
})

describe('a ruling that scores an attempt anew', () => {
  const rescore = ({ _id, score: from }: ReturnType<typeof attemptOf>, score: number) => {
    const countedAt = demoMoment + minute * MINUTE
    const rescored = { from, at: countedAt, ruling: 'ruling' }
    changeAttempts(demo.cloud, attempt => (attempt['_id'] === _id ? { score, countedAt, rescored } : {}))
  }

  test.each([
    ['up', 100, 1, 100],
    ['down', 40, 2, 70],
  ])('moves the standing %s, and every count with it', async (_name, score, place, best) => {
    const made = hands('zhou', { right: 8, seconds: 100 })
    plant(made, hands('zhou', { right: 7, seconds: 50, number: 2 }), hands('lin', { right: 8, seconds: 90 }))
    await rollUp()
    expect((await ranking('zhou')).own).toMatchObject({ from: 2, score: 80 })
    rescore(attemptOf(demo.cloud, made), score)
    await rollUp()
    const { own, mean, players } = await ranking('zhou')
    expect(own).toMatchObject({ from: place, to: place, score: best, attempts: 2 })
    expect({ mean, players }).toEqual({ mean: (best + 80) / 2, players: 2 })
    const [round] = demo.cloud.database.find('quiz_tallies', { kind: 'round' })
    expect(round).toMatchObject({ value: { attempts: 3, sum: best + 80, days: { '2026-09-18': 3 } } })
  })
})

const CONSENT = { version: CONSENT_VERSION, ageBand: '18-59', guardianAgrees: false } as const

describe('being named', () => {
  const nickname = '林间的翠鸟'

  beforeAll(async () => {
    await demo.ask('lin', people.giveConsent, { version: CONSENT_VERSION, ageBand: '18-59', guardianAgrees: false })
    await demo.ask('lin', people.saveProfile, { nickname, avatar: '', region: '140600' })
  })

  const told = async (persona = 'zhou') => JSON.stringify(await ranking(persona))

  test('is for those alone who asked for it, and ends when they say so', async () => {
    plant(hands('lin', { right: 9, seconds: 120 }), hands('zhou', { right: 8, seconds: 100 }))
    await rollUp()
    expect(await told()).not.toContain(nickname)
    expect(await told('lin')).not.toContain(nickname)

    expect(await demo.ask('lin', standings.setVisibility, { shown: true })).toEqual({ shown: true })
    demo.cloud.reload()
    const { people: rows, shown } = await ranking('lin')
    expect(rows.map(({ name, region }) => [name, region])).toEqual([
      [nickname, '140000'],
      ['', '140000'],
    ])
    expect(shown).toBe(true)
    expect((await ranking('zhou')).shown).toBe(false)
    plant(hands('zhou', { right: 9, seconds: 100, number: 2 }))
    await rollUp()
    expect(await told()).toContain(nickname)

    await demo.ask('lin', standings.setVisibility, { shown: false })
    demo.cloud.reload()
    expect(await told()).not.toContain(nickname)
    plant(hands('zhou', { right: 9, seconds: 90, number: 3 }))
    await rollUp()
    expect(await told()).not.toContain(nickname)
  })

  test('asks for the consent first', async () => {
    expect(await demo.refusal('stranger-9', standings.setVisibility, { shown: true })).toBe('consent-missing')
  })

  const wishOf = (person: string) => ({ _id: `shown:${person}`, kind: 'visibility', person, since: demoMoment })

  test.each([
    ['under-14', ''],
    ['14-17', '名叫early'],
    ['18-59', '名叫early'],
    ['60-up', '名叫early'],
  ])('a wish that was stored before is followed by the age: %s', async (ageBand, name) => {
    const person = `early-${ageBand}`
    demo.cloud.database.insert('people', [{ ...personOf(person, '140600'), nickname: '名叫early', ageBand }])
    demo.cloud.database.insert('quiz_standings', [wishOf(person)])
    plant({ person, right: 9, seconds: 30, after: minute * MINUTE })
    await rollUp()
    expect((await ranking('zhou')).people.map(row => row.name)).toEqual([name])
  })

  test('is refused to who is under fourteen, and what they are called stays unsaid', async () => {
    const child = 'stranger-7'
    await demo.ask(child, people.giveConsent, { ...CONSENT, ageBand: 'under-14', guardianAgrees: true })
    await demo.ask(child, people.saveProfile, { nickname: '小翠鸟', avatar: '', region: '140600' })
    plant(hands(child, { right: 9, seconds: 30 }))
    await rollUp()
    expect(await demo.refusal(child, standings.setVisibility, { shown: true })).toBe('child-not-named')
    expect(await demo.ask(child, standings.setVisibility, { shown: false })).toEqual({ shown: false })
    await rollUp()
    expect((await ranking(child)).people).toMatchObject([{ place: 1, name: '', own: true }])
    expect(JSON.stringify(demo.cloud.database.find('quiz_standings'))).not.toContain('小翠鸟')
  })

  test('ends at once for who says that they are under fourteen after all', async () => {
    const person = 'stranger-6'
    await demo.ask(person, people.giveConsent, { ...CONSENT, ageBand: '14-17' })
    await demo.ask(person, people.saveProfile, { nickname: '小刺猬', avatar: '', region: '140600' })
    plant(hands(person, { right: 9, seconds: 30 }))
    await rollUp()
    await demo.ask(person, standings.setVisibility, { shown: true })
    demo.cloud.reload()
    expect(await told()).toContain('小刺猬')
    await demo.ask(person, people.giveConsent, { ...CONSENT, ageBand: 'under-14', guardianAgrees: true })
    demo.cloud.reload()
    expect(await told()).not.toContain('小刺猬')
    const { shown, people: rows } = await ranking(person)
    expect({ shown, rows: rows.map(({ name }) => name) }).toEqual({ shown: false, rows: [''] })
    // Growing older names nobody who has not asked again.
    await demo.ask(person, people.giveConsent, { ...CONSENT, ageBand: '14-17' })
    plant(hands('zhou', { right: 9, seconds: 40 }))
    await rollUp()
    expect(await told()).not.toContain('小刺猬')
  })

  test('no reply names a person by what the platform or an organiser calls them', async () => {
    plant(hands('lin', { right: 9, seconds: 120 }))
    await rollUp()
    const { profile } = await demo.ask('lin', people.me, {})
    const reply = await told()
    for (const name of [openIdOf('lin'), profile?.handle ?? 'none', 'key']) expect(reply).not.toContain(name)
    expect(reply).toContain('"score":90')
  })
})

describe('“delete me”', () => {
  test('takes standing, name and suspicion away at once, and leaves the counts', async () => {
    const leaver = 'stranger-8'
    await demo.ask(leaver, people.giveConsent, { version: CONSENT_VERSION, ageBand: '18-59', guardianAgrees: false })
    await demo.ask(leaver, people.saveProfile, { nickname: '要走的人', avatar: '', region: '140600' })
    await demo.ask(leaver, standings.setVisibility, { shown: true })
    plant(
      hands(leaver, { right: 10, seconds: 12, change: { suspicions: ['too-fast'] } }),
      hands('zhou', { right: 8, seconds: 100 }),
    )
    await rollUp()
    expect(JSON.stringify(await ranking('zhou'))).toContain('要走的人')
    const { deleted, kept } = await demo.ask(leaver, people.deleteMe, {})
    expect(deleted).toContain('quiz-standings')
    expect(kept).toContain('quiz-counts')

    demo.cloud.reload()
    const reply = JSON.stringify(await ranking('zhou'))
    expect(reply).not.toContain('要走的人')
    for (const name of ['quiz_standings', 'quiz_suspicions', 'quiz_tallies', 'quiz_item_statistics', 'quiz_roll_ups'])
      expect(JSON.stringify(demo.cloud.database.find(name))).not.toContain(openIdOf(leaver))
    plant(hands('zhou', { right: 9, seconds: 100, number: 2 }))
    await rollUp()
    const { people: rows, players } = await ranking('zhou')
    expect({ rows: rows.length, players }).toEqual({ rows: 1, players: 2 })
  })
})

describe('organisers', () => {
  test('see participation by day, by hour and by place', async () => {
    plant(hands('zhou', { right: 8, seconds: 100 }, 0), hands('zhao', { right: 6, seconds: 100 }, 0))
    plant(hands('zhao', { right: 7, seconds: 100, number: 2 }, 40 * MINUTE))
    minute += 60
    await rollUp()
    const board = await demo.ask('shanxi', standings.showBoard, { round: ROUND, region: '140000' })
    expect(board).toMatchObject({ players: 2, attempts: 3, mean: 75, days: [{ day: '2026-09-18', attempts: 3 }] })
    expect(board.hours?.attempts.flatMap((count, hour) => (count > 0 ? [[hour, count]] : []))).toEqual([
      [19, 2],
      [20, 1],
    ])
    expect(board.below.slice(0, 3)).toMatchObject([
      { region: '140100', players: 1, attempts: 1, mean: 80 },
      { region: '140600', players: 1, attempts: 2, mean: 70 },
      { players: 0, attempts: 0 },
    ])
    const all = await demo.ask('ministry', standings.showBoard, { round: ROUND, region: COUNTRY })
    expect([all.players, all.below[0]?.region]).toEqual([2, '140000'])
  })

  test('of the country see how questions did; the questions learn how hard they are', async () => {
    const crowd = Array.from({ length: 40 }, (_, i) => ({
      person: `first-${i}`,
      right: i % 10,
      seconds: 60,
      after: minute * MINUTE + i,
    }))
    plant(...crowd, { person: 'first-1', right: 10, seconds: 60, number: 2, after: minute * MINUTE + 50 })
    minute += 20
    await rollUp()
    const { items } = await demo.ask('ministry', standings.listItemStatistics, { flag: null, after: null })
    expect(items).toHaveLength(10)
    expect(items.map(({ answers }) => answers)).toEqual(Array<number>(10).fill(40))
    const hard = await demo.ask('ministry', standings.listItemStatistics, { flag: 'too-hard', after: null })
    expect(hard.items.map(({ facility }) => facility)).toEqual([10, 0])
    const stored = v.parse(v.array(storedSchema), demo.cloud.database.find('quiz_questions'))
    const known = new Map(stored.map(({ _id, measured }) => [_id, measured]))
    expect(items.map(({ question, version }) => known.get(`${question}@${version}`))).toEqual(
      items.map(({ measured }) => measured),
    )
    expect(items.some(({ measured }) => measured !== null)).toBe(true)
    expect(await demo.refusal('shanxi', standings.listItemStatistics, { flag: null, after: null })).toBe('out-of-scope')
  })
})
