import * as v from 'valibot'
import { bank } from '../../../miniprogram/contract/bank'
import { notices } from '../../../miniprogram/contract/notices'
import { people } from '../../../miniprogram/contract/people'
import { quiz } from '../../../miniprogram/contract/quiz'
import { DAY, MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { environment } from '../../../local/seed/environment'
import { pointSdkAt } from '../../local/cloud/support/sdk-here'
import { thinBank } from '../../support/answer-key'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../../support/demo-cloud'
import { dieAfter, makeSdkMortal } from '../../support/mortal-sdk'
import { attemptsIn, play, type StoredAttempt } from './stage'

const PLAYERS = Array.from({ length: 6 }, (_, i) => `stranger-${i + 1}`)
const template = environment.YUNKEPU_TEMPLATE_SCORE

let demo: DemoCloud
let played: readonly object[]
let sown: readonly object[]
let scoreDue: typeof import('../../../cloudfunctions/bank/reports/score-due').scoreDue

/** Everybody leaves every question blank, so that whoever was asked a question gains by its ruling. */
beforeAll(async () => {
  demo = await startDemoCloud()
  thinBank(demo.cloud)
  pointSdkAt(demo.cloud.url)
  ;({ scoreDue } = await import('../../../cloudfunctions/bank/reports/score-due'))
  makeSdkMortal()
  for (const persona of PLAYERS) await play(demo, persona, 10)
  played = demo.cloud.database.find('quiz_attempts')
  sown = demo.cloud.database.find('quiz_questions')
})
afterAll(() => demo.cloud.stop())

beforeEach(() => {
  const { clock, database, outbox, subscriptions } = demo.cloud
  dieAfter(Infinity)
  clock.freeze(demoMoment)
  put('quiz_attempts', played)
  put('quiz_questions', sown)
  for (const name of ['question_rulings', 'message_agreements']) database.clear(name)
  const waiting = { state: 'waiting', kinds: { typo: 1 }, lastAt: 1, rulings: 0 }
  const reported = refsOf(attemptsIn(demo)).map(_id => ({ _id, ...waiting, place: `0000001:${_id}` }))
  put('reported_questions', reported)
  outbox.clear()
  for (const persona of PLAYERS) while (subscriptions.use(openIdOf(persona), template));
})

function put(name: string, documents: readonly object[]): void {
  demo.cloud.database.clear(name)
  demo.cloud.database.insert(name, documents)
}

const refsOf = (attempts: readonly StoredAttempt[]) => [...new Set(attempts.flatMap(({ paper }) => paper.split(' ')))]
const personaOf = ({ person }: StoredAttempt) => PLAYERS.find(name => openIdOf(name) === person) ?? ''
const holding = (ref: string) => attemptsIn(demo).filter(({ paper }) => paper.split(' ').includes(ref))

/** The question that most papers hold, and who was asked it. */
function shared(): { ref: string; asked: string[] } {
  const [ref = ''] = refsOf(attemptsIn(demo)).sort((a, b) => holding(b).length - holding(a).length)
  return { ref, asked: holding(ref).map(personaOf) }
}

async function agree(persona: string): Promise<void> {
  demo.cloud.subscriptions.accept(openIdOf(persona), template)
  await demo.ask(persona, notices.tellMyScore, {})
}

const rule = (
  question: string,
  scoring: 'all-right' | 'keep' | 'new-key' = 'all-right',
  after = 0,
  newKey?: string[],
) =>
  demo.ask('ministry', bank.rule, {
    ...{ question, after, verdict: scoring === 'keep' ? 'stands' : 'retired', scoring },
    ...{ newKey: newKey ?? null, correction: null, note: '两个选项都说得通' },
  })

const score = () => demo.cloud.timers.run('bank', 'upkeep')
const reportSchema = v.object({ sent: v.number(), refused: v.number(), missed: v.number(), lost: v.number() })
const send = async () => v.parse(reportSchema, (await demo.cloud.timers.run('notices', 'reminders')).result)
const nothing = { sent: 0, refused: 0, missed: 0, lost: 0 }

let later = 0
/** The messages of a timer a few minutes on. */
async function sendLater() {
  later += 3
  demo.cloud.clock.freeze(demoMoment + later * MINUTE)
  return send()
}
beforeEach(() => {
  later = 0
})

const told = () => demo.cloud.outbox.messages().map(({ toUser }) => toUser)
const states = () =>
  v.parse(v.array(v.object({ state: v.string() })), demo.cloud.database.find('message_agreements')).map(a => a.state)

test('who has agreed gets one message with the round, both scores and the way to the result', async () => {
  const { ref, asked } = shared()
  const [listener = '', ...others] = asked
  expect(others.length).toBeGreaterThan(0)
  await agree(listener)
  await rule(ref)
  await score()
  expect(await send()).toEqual(nothing)
  expect(await sendLater()).toEqual({ ...nothing, sent: 1 })
  const [summary] = await demo.ask(listener, quiz.listAttempts, {})
  expect(demo.cloud.outbox.messages()).toEqual([
    {
      sentAt: demoMoment + 3 * MINUTE,
      toUser: openIdOf(listener),
      template,
      page: `packages/quiz/result/result?ticket=${encodeURIComponent(summary?.ticket ?? '')}`,
      fields: { thing1: '秋季云竞答', number2: '0', number3: '10', thing4: '有题目经核查更正，点开看说明' },
      functionName: 'notices',
    },
  ])
  await score()
  expect(await sendLater()).toEqual(nothing)
  expect(states()).toEqual(['sent'])
})

test('who has not agreed hears nothing, nor does whom the ruling leaves as they were', async () => {
  const { ref, asked } = shared()
  const untouched = PLAYERS.filter(persona => !asked.includes(persona))
  const [one] = refsOf(attemptsIn(demo)).filter(other => holding(other).length < PLAYERS.length)
  const ruled = untouched.length > 0 ? ref : (one ?? '')
  const bystanders = PLAYERS.filter(persona => !holding(ruled).map(personaOf).includes(persona))
  expect([bystanders.length > 0, holding(ruled).length > 0]).toEqual([true, true])
  for (const persona of bystanders) await agree(persona)
  for (const { person } of holding(ruled)) demo.cloud.subscriptions.accept(person, template)
  await rule(ruled)
  await score()
  expect(attemptsIn(demo).filter(({ rescored }) => rescored !== null)).toHaveLength(holding(ruled).length)
  expect(await sendLater()).toEqual(nothing)
  expect(told()).toEqual([])
  expect(states()).toEqual(bystanders.map(() => 'waiting'))
})

test('a ruling that leaves the scores alone uses up no agreement', async () => {
  const { ref, asked } = shared()
  for (const persona of asked) await agree(persona)
  await rule(ref, 'keep')
  await score()
  expect(await sendLater()).toEqual(nothing)
  expect(states()).toEqual(asked.map(() => 'waiting'))
})

test('rulings that come close together are one message, from the score one knew; none where they cancel out', async () => {
  const attempt = attemptsIn(demo)[0]
  const persona = attempt ? personaOf(attempt) : ''
  const [one = '', other = ''] = attempt?.paper.split(' ') ?? []
  await agree(persona)
  await rule(one)
  await score()
  await rule(other)
  await score()
  expect(await sendLater()).toEqual({ ...nothing, sent: 1 })
  expect(demo.cloud.outbox.messages()[0]?.fields).toMatchObject({ number2: '0', number3: '20' })

  await agree(persona)
  const key = v.parse(
    v.object({ key: v.array(v.string()) }),
    demo.cloud.database.find('quiz_questions', { _id: one })[0],
  )
  await rule(one, 'new-key', 1, key.key)
  await score()
  await rule(one, 'all-right', 2)
  await score()
  expect(await sendLater()).toEqual(nothing)
  expect(states()).toEqual(['waiting'])
})

test('an agreement is one message, whatever changes after it; another agreement is another', async () => {
  const attempt = attemptsIn(demo)[0]
  const persona = attempt ? personaOf(attempt) : ''
  const [one = '', other = '', third = ''] = attempt?.paper.split(' ') ?? []
  await agree(persona)
  for (const ref of [one, other]) {
    await rule(ref)
    await score()
    await sendLater()
  }
  expect(told()).toEqual([openIdOf(persona)])
  await agree(persona)
  await rule(third)
  await score()
  expect(await sendLater()).toEqual({ ...nothing, sent: 1 })
  expect(told()).toEqual([openIdOf(persona), openIdOf(persona)])
})

test('agreed to twice, with one key or two, it is one agreement', async () => {
  const key = newKey()
  for (const again of [key, key, newKey()]) await demo.ask('stranger-1', notices.tellMyScore, {}, again)
  expect(states()).toEqual(['waiting'])
})

test('two timers at the same moment, and a scoring run at the same time, send each message once', async () => {
  const { ref, asked } = shared()
  for (const persona of asked) await agree(persona)
  for (const persona of asked) await agree(persona)
  await rule(ref)
  await Promise.all([score(), scoreDue(demoMoment), scoreDue(demoMoment, 2)])
  demo.cloud.clock.freeze(demoMoment + 3 * MINUTE)
  const reports = await Promise.all([send(), send(), score()])
  expect(reports[0].sent + reports[1].sent).toBe(asked.length)
  expect(told().sort()).toEqual(asked.map(openIdOf).sort())
})

test('a scoring run that dies after any of its writes loses no message and doubles none', async () => {
  const { ref, asked } = shared()
  let deaths = 0
  for (let writes = 1; ; writes++) {
    put('quiz_attempts', played)
    demo.cloud.database.clear('message_agreements')
    demo.cloud.outbox.clear()
    for (const persona of asked) await agree(persona)
    if (writes === 1) await rule(ref)
    else demo.cloud.database.insert('question_rulings', rulings())
    const now = demoMoment + later * MINUTE
    dieAfter(writes)
    const died = await scoreDue(now).then(
      () => false,
      () => true,
    )
    // The messages' timer comes round before the next scoring run: what was announced and not written is no news yet.
    const early = await sendLater()
    dieAfter(Infinity)
    await scoreDue(now + 3 * MINUTE)
    const rest = await sendLater()
    expect([writes, early.sent + rest.sent, told().sort()]).toEqual([writes, asked.length, asked.map(openIdOf).sort()])
    kept = demo.cloud.database.find('question_rulings')
    demo.cloud.database.clear('question_rulings')
    if (!died) break
    deaths += 1
  }
  expect(deaths).toBeGreaterThan(asked.length)
})

let kept: readonly object[] = []
const rulings = () => kept.map(ruling => ({ ...ruling, state: 'scoring' }))

test('a message that was cut off while it was sent is not sent again, and a new agreement counts', async () => {
  const attempt = attemptsIn(demo)[0]
  const persona = attempt ? personaOf(attempt) : ''
  const [one = '', other = ''] = attempt?.paper.split(' ') ?? []
  await agree(persona)
  await rule(one)
  await score()
  const [due] = demo.cloud.database.find('message_agreements')
  put('message_agreements', [{ ...due, state: 'sending' }])
  expect(await sendLater()).toEqual(nothing)
  await agree(persona)
  await rule(other)
  await score()
  expect(await sendLater()).toEqual({ ...nothing, sent: 1 })
})

test('who is erased leaves no agreement, hears nothing, and what is long over goes by itself', async () => {
  const { ref, asked } = shared()
  const [leaving = '', staying = ''] = asked
  for (const persona of [leaving, staying]) await agree(persona)
  await rule(ref)
  await score()
  const { deleted } = await demo.ask(leaving, people.deleteMe, {})
  expect(deleted).toContain('reminders')
  expect(JSON.stringify(demo.cloud.database.find('message_agreements'))).not.toContain(openIdOf(leaving))
  expect(await sendLater()).toEqual({ ...nothing, sent: 1 })
  expect(told()).toEqual([openIdOf(staying)])
  demo.cloud.clock.freeze(demoMoment + 31 * DAY)
  await send()
  expect(states()).toEqual([])
})
