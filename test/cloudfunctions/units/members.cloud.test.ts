import { people } from '../../../miniprogram/contract/people'
import { DAY, MINUTE } from '../../../miniprogram/contract/time'
import { units } from '../../../miniprogram/contract/units'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type DemoCloud, newKey, openIdOf } from '../../support/demo-cloud'
import { apply, confirmedUnit, handle, insist, officer, startStage, UNKNOWN } from './stage'

let demo: DemoCloud & { reset: () => void }
let unit: string
beforeAll(async () => {
  demo = await startStage()
})
afterAll(() => demo.cloud.stop())
beforeEach(async () => {
  demo.cloud.clock.freeze(demoMoment)
  demo.reset()
  unit = await confirmedUnit(demo, OFFICER)
})

const OFFICER = 'stranger-1'
const [ONE, TWO] = ['stranger-2', 'stranger-3']
const stored = (collection: string, query = {}) => demo.cloud.database.find(collection, query)
const invite = (key = newKey()) => demo.ask(OFFICER, units.invite, {}, key)
const join = (persona: string, code: string) => demo.ask(persona, units.join, { code })
const refusedJoin = (persona: string, code: string) => demo.refusal(persona, units.join, { code })
const mine = (persona: string) => demo.ask(persona, units.mine, {})
const membersNow = () => stored('units', { _id: unit })[0]?.['members']
const later = (milliseconds: number) => {
  demo.cloud.clock.freeze(demoMoment + milliseconds)
}

describe('an invitation', () => {
  test('lets people in, who then see their unit', async () => {
    const { code, expiresAt } = await invite()
    expect(code).toMatch(/^[0-9A-Z]{8}$/)
    expect(expiresAt).toBe(demoMoment + 14 * DAY)
    expect(await join(ONE, ` ${code.toLowerCase()} `)).toMatchObject({ id: unit, members: 2, isOfficer: false })
    expect(await mine(ONE)).toMatchObject({ id: unit, members: 2 })
    expect((await demo.ask(ONE, people.me, {})).profile?.unit?.id).toBe(unit)
  })

  test('is stored nowhere as it reads', async () => {
    const { code } = await invite()
    const everything = demo.cloud.contents.collections().flatMap(({ name }) => stored(name))
    expect(JSON.stringify(everything)).toContain(unit)
    expect(JSON.stringify(everything)).not.toContain(code)
  })

  test('asked for again with the same key is the same, and a new one ends it', async () => {
    const key = newKey()
    const first = await invite(key)
    expect(await invite(key)).toEqual(first)
    const second = await invite()
    expect(second.code).not.toBe(first.code)
    expect(await refusedJoin(ONE, first.code)).toBe('code-wrong')
    expect(await join(ONE, second.code)).toMatchObject({ id: unit })
    expect(stored('unit_invitations')).toHaveLength(1)
  })

  test('holds for fourteen days to the millisecond', async () => {
    const { code } = await invite()
    later(14 * DAY - 1)
    expect(await join(ONE, code)).toMatchObject({ members: 2 })
    later(14 * DAY)
    expect(await refusedJoin(TWO, code)).toBe('code-expired')
    expect(membersNow()).toBe(2)
  })

  test('is made by officers only', async () => {
    const { code } = await invite()
    await join(ONE, code)
    expect(await demo.refusal(ONE, units.invite, {})).toBe('forbidden')
    expect(await demo.refusal('shuozhou', units.invite, {})).toBe('forbidden')
  })

  test('of a closed unit lets nobody in', async () => {
    const { code } = await invite()
    await demo.ask('shuozhou', units.close, { unit, reason: '已撤销' })
    expect(await refusedJoin(ONE, code)).toBe('unit-closed')
    expect(stored('unit_members', { _id: openIdOf(ONE) })).toEqual([])
  })
})

describe('joining', () => {
  test('is for who has consented', async () => {
    const { code } = await invite()
    expect(await refusedJoin(UNKNOWN, code)).toBe('consent-missing')
    expect(membersNow()).toBe(1)
  })

  test('pauses after five wrong codes in an hour, even for the right one', async () => {
    const { code } = await invite()
    for (let attempt = 0; attempt < 5; attempt++) expect(await refusedJoin(ONE, 'AAAAAAAA')).toBe('code-wrong')
    expect(await refusedJoin(ONE, code)).toBe('too-many-tries')
    expect(await join(TWO, code)).toMatchObject({ members: 2 })
    later(60 * MINUTE)
    expect(await join(ONE, code)).toMatchObject({ members: 3 })
  })

  test('twice counts once; in a second unit it is refused', async () => {
    const { code } = await invite()
    await join(ONE, code)
    expect(await join(ONE, code)).toMatchObject({ members: 2 })
    await apply(demo, TWO, { name: '另一个单位' })
    expect(await refusedJoin(TWO, code)).toBe('already-in-a-unit')
    expect(stored('unit_invitations')).toMatchObject([{ uses: 1 }])
  })

  test('by twenty at once, where three places are left, lets three in and counts them', async () => {
    const { code } = await invite()
    const [invitation] = stored('unit_invitations')
    demo.cloud.database.clear('unit_invitations')
    demo.cloud.database.insert('unit_invitations', [{ ...invitation, uses: 97 }])
    const crowd = Array.from({ length: 20 }, (_, i) => `stranger-${i + 2}`)
    const outcomes = await Promise.all(crowd.map(persona => insist(demo, persona, 'units.join', { code })))
    expect(outcomes.filter(outcome => outcome === 'ok')).toHaveLength(3)
    expect(outcomes.filter(outcome => outcome === 'code-expired')).toHaveLength(17)
    expect(membersNow()).toBe(4)
    expect(stored('unit_members', { unit })).toHaveLength(4)
    expect(stored('unit_invitations')).toMatchObject([{ uses: 100 }])
  }, 30_000)
})

describe('leaving', () => {
  test('takes one from the count, and asked again with its key changes nothing', async () => {
    const { code } = await invite()
    await join(ONE, code)
    const key = newKey()
    for (let time = 0; time < 2; time++) expect(await demo.ask(ONE, units.leave, {}, key)).toBeNull()
    expect(membersNow()).toBe(1)
    expect(await mine(ONE)).toBeNull()
    expect((await demo.ask(ONE, people.me, {})).profile?.unit).toBeNull()
    expect(await demo.refusal(ONE, units.leave, {})).toBe('not-in-a-unit')
    expect(await join(ONE, code)).toMatchObject({ members: 2 })
  })

  test('is not for the officer', async () => {
    expect(await demo.refusal(OFFICER, units.leave, {})).toBe('hand-over-first')
    expect(membersNow()).toBe(1)
  })

  test('while the unit is only applied for takes the application back', async () => {
    await apply(demo, ONE, { name: '另一个单位' })
    await demo.ask(ONE, units.leave, {})
    expect(await mine(ONE)).toBeNull()
    expect(await apply(demo, TWO, { name: '另一个单位' })).toMatchObject({ state: 'applied' })
  })
})

describe('the members', () => {
  test('are listed for the officer by handle, with nicknames and no identity', async () => {
    const { code } = await invite()
    await join(ONE, code)
    const list = await demo.ask(OFFICER, units.listMembers, { after: null })
    expect(list.next).toBeNull()
    expect(list.items.map(({ handle, nickname, isOfficer }) => ({ handle, nickname, isOfficer }))).toEqual(
      [
        { handle: handle(OFFICER), nickname: `昵称${OFFICER}`, isOfficer: true },
        { handle: handle(ONE), nickname: `昵称${ONE}`, isOfficer: false },
      ].sort((a, b) => (a.handle < b.handle ? -1 : 1)),
    )
    expect(JSON.stringify(list)).not.toContain('openid')
    expect(await demo.refusal(ONE, units.listMembers, { after: null })).toBe('forbidden')
  })
})

describe('handing over', () => {
  const handOver = (to: string, by = OFFICER) => demo.ask(by, units.handOver, { handle: handle(to) })

  test('moves the right from one to the other', async () => {
    const { code } = await invite()
    await join(ONE, code)
    expect(await handOver(ONE)).toBeNull()
    expect(await mine(ONE)).toMatchObject({ isOfficer: true })
    expect(await mine(OFFICER)).toMatchObject({ isOfficer: false })
    expect((await demo.ask(OFFICER, people.me, {})).grants).toEqual([])
    expect((await demo.ask(ONE, people.me, {})).grants).toMatchObject([{ role: 'unit-officer', unit }])
    expect(await demo.refusal(OFFICER, units.invite, {})).toBe('forbidden')
    expect(await demo.ask(OFFICER, units.leave, {})).toBeNull()
  })

  test('is to a member, and of the own unit only', async () => {
    await confirmedUnit(demo, TWO, { name: '另一个单位' })
    for (const stranger of [ONE, TWO, 'shuozhou'])
      expect(await demo.refusal(OFFICER, units.handOver, { handle: handle(stranger) })).toBe('person-unknown')
    expect(await handOver(OFFICER)).toBeNull()
    expect(stored('units', { _id: unit })).toMatchObject([{ officer: openIdOf(OFFICER) }])
    expect((await demo.ask(TWO, people.me, {})).grants).toMatchObject([{ role: 'unit-officer' }])
  })

  test('while the successor leaves, leaves an officer who is a member', async () => {
    const { code } = await invite()
    await join(ONE, code)
    await Promise.all([
      insist(demo, OFFICER, 'units.handOver', { handle: handle(ONE) }),
      insist(demo, ONE, 'units.leave', {}),
    ])
    const [now] = stored('units', { _id: unit })
    expect(stored('unit_members', { _id: now?.['officer'] })).toMatchObject([{ unit }])
    const officers = stored('people').filter(({ grants }) => JSON.stringify(grants).includes('unit-officer'))
    expect(officers.map(({ _id }) => _id)).toEqual([now?.['officer']])
  })

  test('to two at once gives the right to one', async () => {
    const { code } = await invite()
    for (const persona of [ONE, TWO]) await join(persona, code)
    const both = [ONE, TWO].map(to => insist(demo, OFFICER, 'units.handOver', { handle: handle(to) }))
    const outcomes = await Promise.all(both)
    expect(outcomes.filter(outcome => outcome === 'ok')).toHaveLength(1)
    const officers = stored('people').filter(({ grants }) => JSON.stringify(grants).includes('unit-officer'))
    expect(officers).toHaveLength(1)
    expect(stored('units', { _id: unit })).toMatchObject([{ officer: officers[0]?.['_id'] }])
  })
})

describe('what the unit sees of its liaison officer', () => {
  test('is in full for its officer, who wrote it, and masked for its members', async () => {
    await demo.ask(OFFICER, units.nameLiaison, { ...officer, version: 0 })
    const { code } = await invite()
    const joined = await join(ONE, code)
    expect((await mine(OFFICER))?.liaison).toMatchObject(officer)
    expect(joined.liaison).toMatchObject({ name: '王五', phone: '138****5678', mail: 'w***@example.cn' })
    expect((await mine(ONE))?.liaison).toEqual(joined.liaison)
  })
})
