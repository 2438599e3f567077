import readXlsxFile from 'read-excel-file/node'
import * as v from 'valibot'
import { CONSENT_VERSION, people } from '../../../miniprogram/contract/people'
import { quiz } from '../../../miniprogram/contract/quiz'
import { COUNTRY } from '../../../miniprogram/contract/regions'
import { standings } from '../../../miniprogram/contract/standings'
import type { Suspicion, SuspicionCase } from '../../../miniprogram/contract/suspicions'
import { MINUTE, SECOND } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { bankOf, rightAnswers } from '../../support/answer-key'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../../support/demo-cloud'
import { attemptOf, changeAttempts, clearStandings, ROUND } from './stage'

const NOTE = '四秒钟读不完十道题'

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
})
afterAll(() => demo.cloud.stop())

let minute = 0

beforeEach(() => {
  clearStandings(demo.cloud)
  demo.cloud.database.clear('quiz_certificates')
  demo.cloud.reload()
})

/** Minutes later the timer runs; boards in the memory of instances are older than they may be. */
async function rollUp(): Promise<void> {
  minute += 2
  demo.cloud.clock.freeze(demoMoment + minute * MINUTE)
  expect((await demo.cloud.timers.run('standings', 'roll-up')).outcome).toBe('returned')
}

type Made = Omit<Parameters<typeof attemptOf>[1], 'person' | 'after'>

const hands = (persona: string, made: Made) => ({ person: openIdOf(persona), after: minute * MINUTE, ...made })
const TOO_FAST = { suspicions: ['too-fast'] }

const plant = (...made: Parameters<typeof attemptOf>[1][]) =>
  demo.cloud.database.insert(
    'quiz_attempts',
    made.map(attempt => attemptOf(demo.cloud, attempt)),
  )

/** Somebody in Shuozhou with 100 points in four seconds and 60 in a hundred, beside somebody else with 80. */
async function suspect(): Promise<Suspicion> {
  plant(
    hands('zhao', { right: 10, seconds: 4, change: TOO_FAST }),
    hands('zhao', { right: 6, seconds: 100, number: 2 }),
    hands('zhou', { right: 8, seconds: 90 }),
  )
  await rollUp()
  return theOne()
}

const listed = (decided = false, region = '140600', persona = 'shuozhou') =>
  demo.ask(persona, standings.listSuspicions, { region, after: null, decided }).then(({ items }) => items)

async function theOne(): Promise<Suspicion> {
  const [found, ...more] = await listed()
  if (!found || more.length > 0) throw new Error('there is not one suspicion')
  return found
}

const show = ({ id }: Suspicion, persona = 'shuozhou'): Promise<SuspicionCase> =>
  demo.ask(persona, standings.showSuspicion, { id })

const setAside = ({ id, decisions }: Suspicion, note = NOTE, key = newKey()) =>
  demo.ask('shuozhou', standings.decideSuspicion, { id, after: decisions, verdict: 'set-aside', note }, key)

const takeBack = ({ id, decisions }: Suspicion, note = '') =>
  demo.ask('shuozhou', standings.decideSuspicion, { id, after: decisions, verdict: 'counts', note })

const ranking = (persona: string) => demo.ask(persona, standings.showRanking, { round: ROUND })
const talliesSchema = v.array(v.object({ _id: v.string(), value: v.unknown() }))
const tallies = () =>
  new Map(v.parse(talliesSchema, demo.cloud.database.find('quiz_tallies')).map(({ _id, value }) => [_id, value]))

describe('an organiser', () => {
  test('finds what is odd in the own region alone, and nothing is punished by it', async () => {
    plant(...[1, 2, 3, 4, 5].map(i => ({ person: `alike-${i}`, right: 10, seconds: 40, after: minute * MINUTE })))
    const found = await suspect()
    expect(found).toMatchObject({ kinds: ['too-fast'], score: 100, seconds: 4, region: '140600', decision: null })
    expect(await listed(false, COUNTRY, 'ministry')).toHaveLength(6)
    const elsewhere = { region: '140100', after: null, decided: false }
    expect(await demo.refusal('shuozhou', standings.listSuspicions, elsewhere)).toBe('out-of-scope')
    expect((await ranking('zhao')).own).toMatchObject({ score: 100, from: 1 })
  })

  test('reads what is needed to judge, and neither what was asked nor who it is', async () => {
    const found = await suspect()
    const sameSecond = { right: 10, seconds: 4, after: (minute - 2) * MINUTE }
    plant({ person: 'alike-1', ...sameSecond }, { person: 'alike-2', ...sameSecond, seconds: 5 })
    const about = await show(found)
    expect(about).toMatchObject({ score: 100, alike: 1, decisions: 0 })
    expect(about.others).toEqual([{ day: '2026-09-18', number: 2, score: 60, seconds: 100, setAside: false }])
    expect(about.questions).toHaveLength(10)
    const asked = bankOf(demo.cloud).slice(0, 10)
    expect(about.questions.map(({ options, chosen }) => [options, chosen.length])).toEqual(
      asked.map(({ options, key }) => [options.length, key.length]),
    )
    const letters = asked.reduce(
      (sum, { stem, options }) => sum + stem.length + options.map(o => o.text).join('').length,
      0,
    )
    expect(about.leastSeconds).toBe(Math.round((letters / 25) * 10) / 10)
    const told = JSON.stringify(about)
    for (const secret of [openIdOf('zhao'), '赵馆员', ...asked.flatMap(({ _id, stem }) => [_id, stem])])
      expect(told).not.toContain(secret)
    expect(told).toContain(found.handle)
  })

  test('is refused elsewhere, for what nobody knows, and for an attempt that is gone', async () => {
    const found = await suspect()
    const { id } = found
    plant(hands('zhou', { right: 9, seconds: 3, number: 2, change: TOO_FAST }))
    await rollUp()
    const [away] = await listed(false, '140100', 'shanxi')
    const decision = { after: 0, verdict: 'counts', note: '' } as const
    const ask = (which: string) => demo.refusal('shuozhou', standings.decideSuspicion, { id: which, ...decision })
    expect(await demo.refusal('shuozhou', standings.showSuspicion, { id: away?.id ?? '' })).toBe('out-of-scope')
    expect(await ask(away?.id ?? '')).toBe('out-of-scope')
    expect(await ask('no-such-attempt')).toBe('suspicion-unknown')
    demo.cloud.database.clear('quiz_attempts')
    expect(await ask(id)).toBe('suspicion-unknown')
    expect(await demo.refusal('shuozhou', standings.showSuspicion, { id })).toBe('suspicion-unknown')
    expect((await listed())[0]).toMatchObject({ id, decision: null })
    const bare = { id, after: 0, verdict: 'set-aside', note: ' ' } as const
    expect(await demo.refusal('shuozhou', standings.decideSuspicion, bare)).toBe('invalid-input')
  })

  test('decides once for each sending, on what stands now, and it is on record', async () => {
    const found = await suspect()
    const key = newKey()
    const done = await setAside(found, NOTE, key)
    expect(done).toMatchObject({ decision: { verdict: 'set-aside', note: NOTE }, decisions: 1 })
    expect(await setAside(found, NOTE, key)).toEqual(done)
    const late = { id: found.id, after: 0, verdict: 'counts', note: '' } as const
    expect(await demo.refusal('shanxi', standings.decideSuspicion, late)).toBe('already-decided')
    expect([await listed(), await listed(true)]).toEqual([[], [done]])
    const { items } = await demo.ask('shuozhou', people.listAudit, { region: '140600', after: null })
    const facts = { round: ROUND, kind: 'too-fast', verdict: 'set-aside' }
    const act = { action: 'standings.decideSuspicion', subject: found.handle, facts }
    expect(items.filter(({ subject }) => subject === found.handle).slice(0, 1)).toMatchObject([act])
    expect(JSON.stringify(items)).not.toContain(NOTE)
  })

  test('of two who decide at once one does', async () => {
    const { id } = await suspect()
    const decide = (persona: string, verdict: 'counts' | 'set-aside') =>
      demo
        .ask(persona, standings.decideSuspicion, { id, after: 0, verdict, note: NOTE })
        .then(() => 'done')
        .catch((problem: unknown) => String(problem))
    const outcomes = await Promise.all([decide('shuozhou', 'counts'), decide('shanxi', 'set-aside')])
    expect(outcomes.filter(outcome => outcome === 'done')).toHaveLength(1)
    expect(outcomes.filter(outcome => outcome.includes('already-decided'))).toHaveLength(1)
    expect((await listed(true))[0]?.decisions).toBe(1)
  })
})

describe('an attempt that is set aside', () => {
  test('gives way to the next best, in every count, and comes back when it is taken back', async () => {
    const found = await suspect()
    const before = { tallies: tallies(), own: (await ranking('zhao')).own }
    const decided = await setAside(found)
    await rollUp()
    const { own, players, mean } = await ranking('zhao')
    expect(own).toMatchObject({ from: 2, score: 60, seconds: 100, attempts: 1 })
    expect({ players, mean }).toEqual({ players: 2, mean: 70 })
    const [all] = demo.cloud.database.find('quiz_tallies', { _id: `${ROUND}:round:all` })
    expect(all).toMatchObject({ value: { players: 2, attempts: 2, sum: 140, cells: { '60-10': 1, '80-9': 1 } } })

    await takeBack(decided)
    await rollUp()
    expect((await ranking('zhao')).own).toEqual(before.own)
    expect(tallies()).toEqual(before.tallies)
  })

  test('that was the only one takes its person out of the ranking, and whoever plays again is back in it', async () => {
    plant(hands('zhao', { right: 10, seconds: 4, change: TOO_FAST }), hands('zhou', { right: 8, seconds: 90 }))
    await rollUp()
    await setAside(await theOne())
    await rollUp()
    const without = await ranking('zhao')
    expect(without).toMatchObject({ own: null, players: 1, mean: 80 })
    expect(without.people).toHaveLength(1)
    const [city] = demo.cloud.database.find('quiz_tallies', { _id: `${ROUND}:city:140600` })
    expect(city).toMatchObject({ value: { players: 0, attempts: 0, sum: 0, days: { '2026-09-18': 1 } } })
    const board = await demo.ask('shuozhou', standings.showBoard, { round: ROUND, region: '140600' })
    expect(board).toMatchObject({ players: 0, attempts: 0, mean: 0 })

    plant(hands('zhao', { right: 0, seconds: 120, number: 2 }))
    await rollUp()
    expect((await ranking('zhao')).own).toMatchObject({ from: 2, score: 0, seconds: 120, attempts: 1 })
    expect(demo.cloud.database.find('quiz_item_statistics')).toMatchObject(
      Array.from({ length: 10 }, () => ({ value: { answers: 2 } })),
    )
  })

  test('is scored by rulings like any other, and counts with that score when it is taken back', async () => {
    const decided = await setAside(await suspect())
    await rollUp()
    const ruled = { score: 90, countedAt: demoMoment + minute * MINUTE }
    changeAttempts(demo.cloud, ({ score }) => (score === 100 ? ruled : {}))
    await rollUp()
    expect((await ranking('zhao')).own).toMatchObject({ score: 60, attempts: 1 })
    expect((await listed(true))[0]?.score).toBe(90)
    await takeBack(decided)
    await rollUp()
    expect((await ranking('zhao')).own).toMatchObject({ score: 90, attempts: 2 })
  })

  test('earns no certificate; an issued one follows the next best', async () => {
    const found = await suspect()
    const { issued } = await demo.ask('zhao', quiz.issueCertificate, { round: ROUND, name: '赵馆员' })
    const verified = () => demo.ask('lin', quiz.verifyCertificate, { code: issued?.code ?? '' })
    const list = () =>
      demo.ask('zhao', quiz.listCertificates, {}).then(all => all.map(({ certificate }) => certificate))
    expect([await list(), (await verified()).band]).toEqual([['满分答题证书'], { from: 100, to: 100 }])
    await setAside(found)
    expect([await list(), (await verified()).band]).toEqual([['答题达标证书'], { from: 60, to: 79 }])
    changeAttempts(demo.cloud, ({ number }) => (number === 2 ? { setAside: { at: 1, note: NOTE } } : {}))
    expect(await list()).toEqual([])
    expect(await demo.refusal('lin', quiz.verifyCertificate, { code: issued?.code ?? '' })).toBe('certificate-unknown')
    expect(await demo.refusal('zhao', quiz.issueCertificate, { round: ROUND, name: '赵馆员' })).toBe(
      'certificate-unknown',
    )
  })

  test('that counted all along is not touched by the decision that it counts', async () => {
    const found = await suspect()
    const before = demo.cloud.database.find('quiz_attempts')
    await takeBack(found, '问过本人，是老师')
    expect(demo.cloud.database.find('quiz_attempts')).toEqual(before)
    expect((await listed(true))[0]?.decision).toMatchObject({ verdict: 'counts', note: '问过本人，是老师' })
  })

  test('was used: it does not give the day another chance', async () => {
    demo.cloud.clock.freeze(demoMoment + minute * MINUTE)
    for (const first of [true, false, false]) {
      const attempt = await demo.ask('zhao', quiz.startAttempt, { first })
      await demo.ask('zhao', quiz.submitAttempt, { ticket: attempt.ticket, answers: rightAnswers(demo.cloud, attempt) })
    }
    await rollUp()
    for (const found of await listed()) await setAside(found)
    expect((await listed(true)).length).toBe(3)
    expect(await demo.refusal('zhao', quiz.startAttempt, { first: false })).toBe('no-attempts-left')
  })

  test('is not passed by the roll-up, however long the transaction takes', async () => {
    const found = await suspect()
    await setAside(found)
    const [stored] = demo.cloud.database.find('quiz_attempts', { number: 1, person: openIdOf('zhao') })
    const lifeOfAFunction = 60 * SECOND
    const settledAfter = 15 * SECOND
    expect(stored?.['countedAt']).toBe(demoMoment + minute * MINUTE + lifeOfAFunction - settledAfter)
  })
})

describe('the player', () => {
  test('reads that it counts for nothing and why, and later that it counts again', async () => {
    demo.cloud.clock.freeze(demoMoment + minute * MINUTE)
    const { ticket, ...attempt } = await demo.ask('zhao', quiz.startAttempt, { first: true })
    const answers = rightAnswers(demo.cloud, { ticket, ...attempt })
    await demo.ask('zhao', quiz.submitAttempt, { ticket, answers })
    const told = async () => {
      const { score, setAside, restored, certificate } = await demo.ask('zhao', quiz.showResult, { ticket })
      const [summary] = await demo.ask('zhao', quiz.listAttempts, {})
      expect(summary).toMatchObject({ setAside, restored, score })
      return { setAside, restored, certificate }
    }
    await rollUp()
    const none = { setAside: null, restored: null }
    expect(await told()).toEqual({ ...none, certificate: '满分答题证书' })
    const at = demoMoment + minute * MINUTE
    const decided = await setAside(await theOne())
    expect(await told()).toEqual({ ...none, setAside: { at, note: NOTE }, certificate: null })
    await takeBack(decided, '本人是监测站的老师')
    const restored = { at, note: '本人是监测站的老师' }
    expect(await told()).toEqual({ ...none, restored, certificate: '满分答题证书' })
  })

  test('gets the decision with the own data, and it goes with them', async () => {
    const leaver = 'stranger-7'
    await demo.ask(leaver, people.giveConsent, { version: CONSENT_VERSION, ageBand: '18-59', guardianAgrees: false })
    await demo.ask(leaver, people.saveProfile, { nickname: '翠鸟', avatar: '', region: '140600' })
    plant(hands(leaver, { right: 10, seconds: 4, change: TOO_FAST }))
    await rollUp()
    await setAside(await theOne())
    await rollUp()
    const { url } = await demo.ask(leaver, people.showMyData, {})
    const sheets = await readXlsxFile(Buffer.from(await (await fetch(url)).arrayBuffer()))
    const rows = Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data.slice(1)]))
    expect(rows['竞答记录']?.map(row => row.slice(-2))).toEqual([['不计入排名和证书', NOTE]])
    expect(rows['请组织者看过的答卷']?.map(row => row.slice(-2))).toEqual([['不计入排名', NOTE]])
    expect(rows['竞答排名']).toEqual([])

    await demo.ask(leaver, people.deleteMe, {})
    await rollUp()
    for (const name of ['quiz_attempts', 'quiz_standings', 'quiz_suspicions'])
      expect(JSON.stringify(demo.cloud.database.find(name))).not.toContain(openIdOf(leaver))
    expect(demo.cloud.database.find('quiz_anonymous_scores')).toEqual([])
  })
})
