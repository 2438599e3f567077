import * as v from 'valibot'
import type { Activity } from '../../../miniprogram/contract/activities'
import { type EditableEdition, editions } from '../../../miniprogram/contract/editions'
import type { InputOf } from '../../../miniprogram/contract/rpc'
import { quiz } from '../../../miniprogram/contract/quiz'
import { MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type DemoCloud, newKey, startDemoCloud } from '../../support/demo-cloud'

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
})
afterAll(() => demo.cloud.stop())

let sown: readonly object[]
let rounds: readonly object[]
beforeAll(() => {
  sown = demo.cloud.database.find('editions')
  rounds = demo.cloud.database.find('quiz_rounds')
})
beforeEach(() => {
  for (const collection of ['editions', 'quiz_rounds', 'audit_records', 'audit_heads'])
    demo.cloud.database.clear(collection)
  demo.cloud.database.insert('editions', sown)
  demo.cloud.database.insert('quiz_rounds', rounds)
  demo.cloud.clock.freeze(demoMoment)
})

/** What the instances keep in memory is of the test before. */
const forgetWhatIsKept = () => {
  demo.cloud.reload()
}

const at = (text: string) => Date.parse(`${text}+08:00`)

const auditSchema = v.array(
  v.object({ action: v.string(), subject: v.string(), region: v.string(), facts: v.record(v.string(), v.unknown()) }),
)
const audited = () => v.parse(auditSchema, demo.cloud.database.find('audit_records'))

const edition = (year = 2026) => demo.ask('ministry', editions.showEdition, { year })

const activityOf = ({ activities }: Pick<EditableEdition, 'activities'>, kind: Activity['kind']): Activity => {
  const found = activities.find(activity => activity.kind === kind)
  if (!found) throw new Error(`there is no ${kind}`)
  return found
}

function changeOf(activity: Activity): InputOf<typeof editions.editActivity>['change'] {
  const { name, summary, theme, audience, steps, requirements, contact, attachments, opensAt, closesAt } = activity
  return { name, summary, theme, audience, steps, requirements, contact, attachments, opensAt, closesAt }
}

async function edit(change: Partial<Activity>, { reason = '', kind = 'training', year = 2026 } = {}) {
  const before = await edition(year)
  const found = before.activities.find(activity => activity.kind === kind)
  if (!found) throw new Error(`there is no ${kind}`)
  return { year, kind: found.kind, version: before.version, change: changeOf({ ...found, ...change }), reason }
}

const longer = { closesAt: at('2026-12-16T00:00:00') }

describe('editing an activity', () => {
  test('changes it for everybody within a minute, with the reason and the window before', async () => {
    forgetWhatIsKept()
    const shown = async () => activityOf(await demo.ask('lin', editions.showSchedule, { year: null }), 'training')
    const before = await shown()
    const edited = await demo.ask('ministry', editions.editActivity, await edit(longer, { reason: '第四期推迟两周' }))
    expect(edited.version).toBe(2)
    demo.cloud.clock.freeze(demoMoment + MINUTE)
    const changed = {
      at: demoMoment,
      reason: '第四期推迟两周',
      before: { opensAt: before.opensAt, closesAt: before.closesAt },
    }
    expect(await shown()).toEqual({ ...before, ...longer, changed })
    const { activities } = await demo.ask('lin', editions.home, {})
    expect(activityOf({ activities }, 'training').closesAt).toBe(longer.closesAt)
  })

  test('is written into the audit with both windows and the reason, once', async () => {
    await demo.ask('ministry', editions.editActivity, await edit(longer, { reason: '第四期推迟两周' }))
    expect(audited()).toEqual([
      {
        action: 'editions.editActivity',
        subject: '2026 training',
        region: '000000',
        facts: {
          version: 2,
          opensBefore: at('2026-10-12T00:00:00'),
          closesBefore: at('2026-12-01T00:00:00'),
          opens: at('2026-10-12T00:00:00'),
          closes: longer.closesAt,
          reason: '第四期推迟两周',
        },
      },
    ])
  })

  test('sent twice with the same key is one change, and answered the same', async () => {
    const key = newKey()
    const change = await edit(longer, { reason: '第四期推迟两周' })
    const first = await demo.ask('ministry', editions.editActivity, change, key)
    expect(await demo.ask('ministry', editions.editActivity, change, key)).toEqual(first)
    expect(audited()).toHaveLength(1)
  })

  test('by two hands at once takes one; the other is told to look again', async () => {
    const change = await edit({ name: '甲的名字' })
    const other = await edit({ name: '乙的名字' })
    const send = (persona: string, input: typeof change) =>
      demo.send(persona, 'editions', { procedure: 'editions.editActivity', input, key: newKey() })
    const replies = await Promise.all([send('ministry', change), send('admin', other)])
    expect(replies.map(reply => (reply.ok ? 'taken' : reply.error.code)).sort()).toEqual(['edition-changed', 'taken'])
    const { version, activities } = await edition()
    expect(version).toBe(2)
    expect(['甲的名字', '乙的名字']).toContain(activityOf({ activities }, 'training').name)
    expect(audited()).toHaveLength(1)
  })

  test.each([
    ['ending before it begins', { closesAt: at('2026-10-11T00:00:00') }, 'window-backwards'],
    ['ending as it begins', { closesAt: at('2026-10-12T00:00:00') }, 'window-backwards'],
    ['beginning in the last second of the year before', { opensAt: at('2025-12-31T23:59:59') }, 'window-off-year'],
    ['ending in February', { closesAt: at('2027-02-01T00:00:01') }, 'window-off-year'],
    ['without a reason', longer, 'reason-missing'],
  ])('%s is refused, and nothing is changed', async (_name, change, code) => {
    const before = await edition()
    expect(await demo.refusal('ministry', editions.editActivity, await edit(change))).toBe(code)
    expect(await edition()).toEqual(before)
    expect(audited()).toEqual([])
  })

  test('of an archive is refused', async () => {
    const change = await edit({ name: '改写历史' }, { kind: 'quiz', year: 2020 })
    expect(await demo.refusal('ministry', editions.editActivity, change)).toBe('edition-archived')
  })

  test('over the new year in Beijing is taken', async () => {
    const change = await edit({ closesAt: at('2027-01-16T00:00:00') }, { reason: '结业考核在一月' })
    const edited = await demo.ask('ministry', editions.editActivity, change)
    expect(activityOf(edited, 'training').closesAt).toBe(at('2027-01-16T00:00:00'))
  })

  test.each([
    ['shanxi', 'out-of-scope'],
    ['shuozhou', 'out-of-scope'],
    ['qian', 'forbidden'],
    ['zhou', 'forbidden'],
    ['lin', 'forbidden'],
  ])('is not for %s', async (persona, code) => {
    const change = await edit({ name: '外人的名字' })
    expect(await demo.refusal(persona, editions.editActivity, change)).toBe(code)
    expect(await demo.refusal(persona, editions.showEdition, { year: 2026 })).toBe(code)
    expect(activityOf(await edition(), 'training').name).toBe('科普能力提升培训')
  })

  test('of the quiz moves its round with it, so that what is open can be played', async () => {
    forgetWhatIsKept()
    const early = await edit({ closesAt: at('2026-09-18T00:00:00') }, { kind: 'quiz', reason: '提前结束' })
    await demo.ask('ministry', editions.editActivity, early)
    demo.cloud.clock.freeze(demoMoment + MINUTE)
    demo.cloud.reload()
    expect(await demo.refusal('lin', quiz.startAttempt, { first: true })).toBe('quiz-closed')
    expect((await demo.ask('lin', editions.home, {})).quiz).toBeNull()
    const again = await edit({ closesAt: at('2026-12-01T00:00:00') }, { kind: 'quiz', reason: '恢复' })
    await demo.ask('ministry', editions.editActivity, again)
    demo.cloud.reload()
    expect((await demo.ask('lin', quiz.startAttempt, { first: true })).questions).toHaveLength(10)
  })
})

const openNext = (persona = 'admin', key = newKey()) => demo.ask(persona, editions.openYear, { from: 2026 }, key)

describe('the next year', () => {
  test('is opened from this one on the same calendar days, as a draft that nobody else sees', async () => {
    forgetWhatIsKept()
    const draft = await openNext()
    expect(draft).toMatchObject({ year: 2027, state: 'draft', version: 1, theme: '人与自然和谐共生' })
    const training = activityOf(draft, 'training')
    expect([training.opensAt, training.closesAt]).toEqual([at('2027-10-12T00:00:00'), at('2027-12-01T00:00:00')])
    expect(draft.activities.filter(({ changed, attachments }) => changed !== null || attachments.length > 0)).toEqual(
      [],
    )
    expect((await demo.ask('lin', editions.showSchedule, { year: null })).years).toEqual([2026, 2020])
    expect(await edition(2027)).toEqual(draft)
    expect(audited()).toMatchObject([{ action: 'editions.openYear', subject: '2027', facts: { from: 2026 } }])
  })

  test('is opened once: again it is refused, and by two at once one of them is', async () => {
    const send = () =>
      demo.send('admin', 'editions', { procedure: 'editions.openYear', input: { from: 2026 }, key: newKey() })
    const replies = await Promise.all([send(), send()])
    expect(replies.map(reply => (reply.ok ? 'opened' : reply.error.code)).sort()).toEqual(['edition-exists', 'opened'])
    expect(await demo.refusal('admin', editions.openYear, { from: 2026 })).toBe('edition-exists')
    expect(await demo.refusal('admin', editions.openYear, { from: 2024 })).toBe('edition-missing')
    expect(audited()).toHaveLength(1)
  })

  test('after a lost answer is answered with what was opened', async () => {
    const key = newKey()
    const first = await openNext('admin', key)
    expect(await openNext('admin', key)).toEqual(first)
  })

  test('as a draft is edited without a reason, and tells of no change', async () => {
    await openNext()
    const change = await edit({ closesAt: at('2027-12-16T00:00:00') }, { year: 2027 })
    const edited = await demo.ask('ministry', editions.editActivity, change)
    expect(activityOf(edited, 'training')).toMatchObject({ closesAt: at('2027-12-16T00:00:00'), changed: null })
  })

  test('is published at once with the archiving of the year before', async () => {
    forgetWhatIsKept()
    await openNext()
    const published = await demo.ask('admin', editions.publishYear, { year: 2027 })
    expect(published).toMatchObject({ state: 'published', version: 2 })
    demo.cloud.clock.freeze(demoMoment + MINUTE)
    const now = await demo.ask('lin', editions.showSchedule, { year: null })
    expect([now.edition.year, now.years]).toEqual([2027, [2027, 2026, 2020]])
    expect((await demo.ask('lin', editions.showSchedule, { year: 2026 })).state).toBe('archived')
    expect(audited().map(({ action, facts }) => [action, facts])).toEqual([
      ['editions.openYear', { from: 2026 }],
      ['editions.publishYear', { archived: 2026, round: '2027-main' }],
    ])
    expect(await demo.refusal('admin', editions.publishYear, { year: 2027 })).toBe('already-decided')
    expect(await demo.refusal('admin', editions.publishYear, { year: 2026 })).toBe('already-decided')
    expect(await demo.refusal('admin', editions.publishYear, { year: 2028 })).toBe('edition-missing')
  })

  test('published twice with the same key is published once', async () => {
    await openNext()
    const key = newKey()
    const first = await demo.ask('admin', editions.publishYear, { year: 2027 }, key)
    expect(await demo.ask('admin', editions.publishYear, { year: 2027 }, key)).toEqual(first)
    expect(audited()).toHaveLength(2)
  })

  test('two drafts published at once leave one published year', async () => {
    await openNext()
    await demo.ask('admin', editions.openYear, { from: 2027 })
    const send = (year: number) =>
      demo.send('admin', 'editions', { procedure: 'editions.publishYear', input: { year }, key: newKey() })
    await Promise.all([send(2027), send(2028)])
    expect(demo.cloud.database.find('editions', { state: 'published' })).toHaveLength(1)
  })

  test.each(['ministry', 'shanxi', 'qian', 'lin'])('is not for %s, who is no administrator', async persona => {
    expect(await demo.refusal(persona, editions.openYear, { from: 2026 })).toBe('forbidden')
    expect(await demo.refusal(persona, editions.publishYear, { year: 2026 })).toBe('forbidden')
    expect(demo.cloud.database.find('editions')).toHaveLength(2)
  })
})
