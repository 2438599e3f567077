import * as v from 'valibot'
import type { ActivityKind } from '../../../miniprogram/contract/activities'
import { notices, type ReminderKind } from '../../../miniprogram/contract/notices'
import { people } from '../../../miniprogram/contract/people'
import { DAY, MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { environment } from '../../../local/seed/environment'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../../support/demo-cloud'

let demo: DemoCloud
let sown: readonly object[]
beforeAll(async () => {
  demo = await startDemoCloud()
  sown = demo.cloud.database.find('editions')
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  for (const collection of ['editions', 'message_agreements']) demo.cloud.database.clear(collection)
  demo.cloud.database.insert('editions', sown)
  demo.cloud.outbox.clear()
  for (const persona of ['zhou', 'zhao']) useUp(persona)
  demo.cloud.clock.freeze(demoMoment)
})

const at = (text: string) => Date.parse(`${text}+08:00`)
const template = environment.YUNKEPU_TEMPLATE_ACTIVITY
const opening = at('2026-10-12T09:00:00')
const beforeLastDay = at('2026-11-29T09:00:00')

/** What the platform still has of agreements from the test before. */
function useUp(persona: string): void {
  while (demo.cloud.subscriptions.use(openIdOf(persona), template));
}

const agree = (persona: string) => {
  demo.cloud.subscriptions.accept(openIdOf(persona), template)
}

const remind = (persona: string, activity: ActivityKind = 'training', kind: ReminderKind = 'activity-opens') =>
  demo.ask(persona, notices.remindMe, { activity, kind })

const listed = (persona: string) => demo.ask(persona, notices.listReminders, {})

const reportSchema = v.object({ sent: v.number(), refused: v.number(), missed: v.number(), lost: v.number() })

async function runTimer() {
  const { result } = await demo.cloud.timers.run('notices', 'reminders')
  return v.parse(reportSchema, result)
}

const nothing = { sent: 0, refused: 0, missed: 0, lost: 0 }
const sentTo = () => demo.cloud.outbox.messages().map(({ toUser }) => toUser)

const statesSchema = v.array(v.object({ person: v.string(), state: v.string() }))
const states = () => v.parse(statesSchema, demo.cloud.database.find('message_agreements')).map(({ state }) => state)

describe('agreeing', () => {
  test('is noted with its moment, listed soonest first, each person’s own', async () => {
    expect(await remind('zhou', 'quiz', 'activity-closes')).toEqual({
      activity: 'quiz',
      kind: 'activity-closes',
      at: beforeLastDay,
    })
    expect(await remind('zhou')).toMatchObject({ at: opening })
    await remind('zhao', 'training', 'activity-closes')
    expect(await listed('zhou')).toEqual([
      { activity: 'training', kind: 'activity-opens', at: opening },
      { activity: 'quiz', kind: 'activity-closes', at: beforeLastDay },
    ])
  })

  test('twice to the same thing is one reminder, with one key or with two', async () => {
    const key = newKey()
    const input = { activity: 'training', kind: 'activity-opens' } as const
    const first = await demo.ask('zhou', notices.remindMe, input, key)
    expect(await demo.ask('zhou', notices.remindMe, input, key)).toEqual(first)
    expect(await remind('zhou')).toEqual(first)
    expect(demo.cloud.database.find('message_agreements')).toHaveLength(1)
  })

  test.each([
    ['training', 'activity-opens', opening],
    ['quiz', 'activity-opens', demoMoment],
    ['quiz', 'activity-closes', beforeLastDay],
    ['experts', 'activity-closes', demoMoment],
  ] as const)('to be reminded of %s, %s, when the moment is there is too late', async (activity, kind, moment) => {
    demo.cloud.clock.freeze(moment)
    expect(await demo.refusal('zhou', notices.remindMe, { activity, kind })).toBe('too-late')
    expect(await listed('zhou')).toEqual([])
  })

  test('is taken back by who gave it, and by nobody else', async () => {
    await remind('zhou')
    await remind('zhao')
    const forget = (persona: string) =>
      demo.ask(persona, notices.forgetReminder, { activity: 'training', kind: 'activity-opens' })
    await forget('zhou')
    await forget('zhou')
    expect([await listed('zhou'), (await listed('zhao')).length]).toEqual([[], 1])
  })

  test('is for those who have consented to be known', async () => {
    const input = { activity: 'training', kind: 'activity-opens' } as const
    expect(await demo.refusal('lin', notices.remindMe, input)).toBe('consent-missing')
    expect(await demo.refusal('lin', notices.listReminders, {})).toBe('consent-missing')
    expect(await demo.refusal('zhou', notices.remindMyUnit, {})).toBe('forbidden')
    expect(demo.cloud.database.find('message_agreements')).toEqual([])
  })

  test('is asked for with the deployment’s own templates', async () => {
    expect(await demo.ask('lin', notices.listTemplates, {})).toEqual({
      activity: template,
      liaison: environment.YUNKEPU_TEMPLATE_LIAISON,
    })
  })
})

describe('an officer’s agreement to hear of the unit', () => {
  const officer = { role: 'unit-officer', region: '140600', unit: 'unit-0001', since: demoMoment }

  test('is one, however often it is given, waits for the unit’s organisers, and the timer leaves it alone', async () => {
    const everybody = demo.cloud.database.find('people')
    demo.cloud.database.clear('people')
    demo.cloud.database.insert(
      'people',
      everybody.map(person => (person['_id'] === openIdOf('zhou') ? { ...person, grants: [officer] } : person)),
    )
    for (let time = 0; time < 2; time++) await demo.ask('zhou', notices.remindMyUnit, {})
    demo.cloud.clock.freeze(demoMoment + 40 * DAY)
    expect(await runTimer()).toEqual(nothing)
    expect(await listed('zhou')).toEqual([])
    expect(demo.cloud.database.find('message_agreements')).toMatchObject([
      { person: openIdOf('zhou'), purpose: 'liaison', state: 'waiting' },
    ])
    demo.cloud.database.clear('people')
    demo.cloud.database.insert('people', everybody)
  })
})

describe('the timer', () => {
  test('sends on the minute, once, to the activity’s page, and never before', async () => {
    agree('zhou')
    agree('zhou')
    await remind('zhou')
    demo.cloud.clock.freeze(opening - 1)
    expect(await runTimer()).toEqual(nothing)
    demo.cloud.clock.freeze(opening)
    expect(await runTimer()).toEqual({ ...nothing, sent: 1 })
    expect(await runTimer()).toEqual(nothing)
    expect(demo.cloud.outbox.messages()).toEqual([
      {
        sentAt: opening,
        toUser: openIdOf('zhou'),
        template,
        page: 'packages/editions/activity/activity?kind=training',
        fields: {
          thing1: '科普能力提升培训',
          time2: '2026年10月12日 00:00',
          thing3: '活动已经开放，点开看怎么参加',
        },
        functionName: 'notices',
      },
    ])
    expect(await listed('zhou')).toEqual([])
  })

  test('sends nothing to who has no agreement left at the platform, and does not try again', async () => {
    await remind('zhou')
    demo.cloud.clock.freeze(opening)
    expect(await runTimer()).toEqual({ ...nothing, refused: 1 })
    agree('zhou')
    expect(await runTimer()).toEqual(nothing)
    expect(sentTo()).toEqual([])
  })

  test('one agreement is one message, whatever was asked for with it', async () => {
    agree('zhou')
    await remind('zhou', 'training', 'activity-closes')
    await remind('zhou', 'quiz', 'activity-closes')
    demo.cloud.clock.freeze(beforeLastDay)
    expect(await runTimer()).toEqual({ ...nothing, sent: 1, refused: 1 })
    expect(sentTo()).toEqual([openIdOf('zhou')])
  })

  test('twice at the same moment sends each once', async () => {
    for (const persona of ['zhou', 'zhao']) {
      agree(persona)
      agree(persona)
      await remind(persona)
    }
    demo.cloud.clock.freeze(opening)
    const reports = await Promise.all([runTimer(), runTimer()])
    expect(reports[0].sent + reports[1].sent).toBe(2)
    expect(sentTo().sort()).toEqual([openIdOf('zhao'), openIdOf('zhou')])
  })

  test('takes up what a run that was cut off left waiting, and leaves what it was just sending', async () => {
    for (const persona of ['zhou', 'zhao']) {
      agree(persona)
      await remind(persona)
    }
    const [cut] = demo.cloud.database.find('message_agreements', { person: openIdOf('zhou') })
    const [whole] = demo.cloud.database.find('message_agreements', { person: openIdOf('zhao') })
    demo.cloud.database.clear('message_agreements')
    demo.cloud.database.insert('message_agreements', [{ ...cut, state: 'sending' }, { ...whole }])
    demo.cloud.clock.freeze(opening)
    expect(await runTimer()).toEqual({ ...nothing, sent: 1 })
    expect(sentTo()).toEqual([openIdOf('zhao')])
  })

  test('stops at an error of the platform, so that an outage costs few', async () => {
    const persons = Array.from({ length: 15 }, (_, i) => `test-openid-of-somebody-${String(i).padStart(2, '0')}`)
    agree('zhou')
    await remind('zhou')
    const [one] = demo.cloud.database.find('message_agreements')
    demo.cloud.database.clear('message_agreements')
    const due = persons.map(person => ({ ...one, _id: `2026.training.activity-opens.${person}`, person }))
    demo.cloud.database.insert('message_agreements', due)
    // The platform refuses an empty field with an error of its own.
    nameTraining('')
    demo.cloud.clock.freeze(opening)
    demo.cloud.reload()
    expect(await runTimer()).toEqual({ ...nothing, lost: 10 })
    expect(states().sort()).toEqual([...Array<string>(10).fill('sending'), ...Array<string>(5).fill('waiting')])
    nameTraining('科普能力提升培训')
    demo.cloud.clock.freeze(opening + 10 * MINUTE)
    for (const person of persons) demo.cloud.subscriptions.accept(person, template)
    expect(await runTimer()).toEqual({ ...nothing, sent: 5 })
    expect(new Set(sentTo()).size).toBe(5)
  })

  test('does not tell of what is over when the clock has jumped past it, and keeps the agreement', async () => {
    agree('zhou')
    await remind('zhou')
    await remind('zhou', 'quiz', 'activity-closes')
    demo.cloud.clock.freeze(at('2027-03-01T00:00:00'))
    expect(await runTimer()).toEqual({ ...nothing, missed: 2 })
    expect(sentTo()).toEqual([])
    expect(demo.cloud.subscriptions.of(openIdOf('zhou'))[template]).toBe(1)
  })

  test('after a jump into the middle tells of the opening still, once', async () => {
    agree('zhou')
    await remind('zhou')
    demo.cloud.clock.freeze(at('2026-11-01T12:00:00'))
    expect(await runTimer()).toEqual({ ...nothing, sent: 1 })
    demo.cloud.clock.freeze(demoMoment)
    expect(await runTimer()).toEqual(nothing)
    demo.cloud.clock.freeze(at('2026-11-01T12:00:00'))
    expect(await runTimer()).toEqual(nothing)
  })

  test('follows a window that has moved, later and earlier', async () => {
    agree('zhou')
    await remind('zhou')
    moveTraining(at('2026-10-20T10:00:00'))
    demo.cloud.clock.freeze(opening)
    expect(await runTimer()).toEqual(nothing)
    expect((await listed('zhou'))[0]?.at).toBe(at('2026-10-20T10:00:00'))
    moveTraining(at('2026-10-15T10:00:00'))
    demo.cloud.clock.freeze(at('2026-10-15T10:00:00'))
    expect(await runTimer()).toEqual({ ...nothing, sent: 1 })
  })

  test('removes what is long over, and nothing that waits', async () => {
    await remind('zhou')
    await remind('zhou', 'training', 'activity-closes')
    demo.cloud.clock.freeze(opening)
    await runTimer()
    demo.cloud.clock.freeze(opening + 30 * DAY + 1)
    await runTimer()
    expect(states()).toEqual(['waiting'])
  })

  test.each([
    { Type: 'Timer', TriggerName: 'reminders', Time: '2026-10-11T16:00:00Z', Message: '' },
    { Type: 'Timer', TriggerName: 'reminders', SOURCE: 'wx_trigger', TCB_SOURCE: 'wx_trigger' },
    { Type: 'Timer', userInfo: { openId: '' }, tcbContext: { source: 'wx_trigger' } },
  ])('cannot be played by a phone: %j', async event => {
    agree('zhou')
    await remind('zhou')
    demo.cloud.clock.freeze(opening)
    for (const persona of ['lin', 'admin', null]) {
      const reply = await demo.send(persona, 'notices', event)
      expect(reply).toMatchObject({ ok: false, error: { code: 'malformed-request' } })
    }
    expect(sentTo()).toEqual([])
    expect(states()).toEqual(['waiting'])
  })
})

test('whoever is erased leaves no agreement behind, and others keep theirs', async () => {
  await remind('zhou')
  await remind('zhao')
  const { deleted } = await demo.ask('zhou', people.deleteMe, {})
  expect(deleted).toContain('reminders')
  const kept = JSON.stringify(demo.cloud.database.find('message_agreements'))
  expect(kept).toContain(openIdOf('zhao'))
  expect(kept).not.toContain(openIdOf('zhou'))
})

function putEdition(change: (activity: object) => object): void {
  const editionSchema = v.looseObject({ activities: v.array(v.looseObject({ kind: v.string() })) })
  const [current] = demo.cloud.database.find('editions', { _id: '2026' })
  const edition = v.parse(editionSchema, current)
  const activities = edition.activities.map(activity => (activity.kind === 'training' ? change(activity) : activity))
  demo.cloud.database.clear('editions')
  demo.cloud.database.insert('editions', [{ ...edition, activities }])
  demo.cloud.reload()
}

const nameTraining = (name: string) => {
  putEdition(activity => ({ ...activity, name }))
}

const moveTraining = (opensAt: number) => {
  const changed = { at: demoMoment, reason: '调整', before: { opensAt: opening, closesAt: opening + DAY } }
  putEdition(activity => ({ ...activity, opensAt, changed }))
}
