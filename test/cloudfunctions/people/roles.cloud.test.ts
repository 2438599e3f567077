import { createHmac } from 'node:crypto'
import * as v from 'valibot'
import { CONSENT_VERSION, people } from '../../../miniprogram/contract/people'
import { COUNTRY } from '../../../miniprogram/contract/regions'
import { DAY, MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { firstAdministratorCode } from '../../../local/seed/environment'
import { judgeAudit } from '../../../scripts/audit-chains'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../../support/demo-cloud'
import { everythingIn } from './everything-in'

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
  await Promise.all(
    Array.from({ length: 20 }, (_, i) =>
      demo.ask(`stranger-${i + 1}`, people.giveConsent, {
        version: CONSENT_VERSION,
        ageBand: '18-59',
        guardianAgrees: false,
      }),
    ),
  )
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  demo.cloud.clock.freeze(demoMoment)
  demo.cloud.database.clear('code_tries')
})

const organiser = { role: 'organiser', region: '140600' } as const

async function codeFrom(
  persona: string,
  invitation: { role: 'juror' | 'organiser' | 'administrator'; region: string },
) {
  return (await demo.ask(persona, people.inviteToRole, invitation)).code
}

const grantsOf = async (persona: string) => (await demo.ask(persona, people.me, {})).grants
const handleOf = async (persona: string) => (await demo.ask(persona, people.me, {})).profile?.handle ?? ''
const granted = (role: string, region: string) => ({ role, region, unit: null, since: demoMoment })
const refusedTo = (persona: string, code: string) => demo.refusal(persona, people.takeRole, { code })

/** Everybody asks at once; what each was answered, as a code. */
async function atOnce(personas: readonly string[], procedure: string, input: unknown): Promise<string[]> {
  const replies = await Promise.all(
    personas.map(persona => demo.send(persona, 'people', { procedure, input, key: newKey() })),
  )
  return replies.map(reply => (reply.ok ? 'ok' : reply.error.code))
}

const auditLines = () =>
  [...demo.cloud.database.find('audit_records'), ...demo.cloud.database.find('audit_heads')].map(document =>
    JSON.stringify(document),
  )

describe('the first administrator', () => {
  const claim = { code: firstAdministratorCode }
  const code = (persona: string) => demo.refusal(persona, people.claimAdministration, { code: 'a guess' })

  test('needs the right code: five guesses in an hour, then a pause that says until when', async () => {
    for (const minute of [0, 1, 2, 3, 4]) {
      demo.cloud.clock.freeze(demoMoment + minute * MINUTE)
      expect(await code('stranger-1')).toBe('code-wrong')
    }
    const request = { procedure: 'people.claimAdministration', input: claim, key: newKey() }
    expect(await demo.send('stranger-1', 'people', request)).toMatchObject({
      error: { code: 'too-many-tries', detail: { until: demoMoment + 60 * MINUTE } },
    })
    demo.cloud.clock.freeze(demoMoment + 60 * MINUTE - 1)
    expect(await code('stranger-1')).toBe('too-many-tries')
    demo.cloud.clock.freeze(demoMoment + 60 * MINUTE)
    expect(await code('stranger-1')).toBe('code-wrong')
    expect(await grantsOf('stranger-1')).toEqual([])
  })

  test('is one, however many claim at once, and then the code is dead', async () => {
    const claimants = ['stranger-2', 'stranger-3', 'stranger-4', 'stranger-5']
    const answers = await atOnce(claimants, 'people.claimAdministration', claim)
    expect(answers.filter(answer => answer === 'ok')).toHaveLength(1)
    expect(answers.filter(answer => answer !== 'ok' && answer !== 'code-used')).toEqual([])
    const winner = claimants[answers.indexOf('ok')] ?? ''
    expect(await grantsOf(winner)).toEqual([granted('administrator', COUNTRY)])
    expect(await demo.refusal(winner, people.claimAdministration, claim)).toBe('code-used')
    expect(await demo.refusal('stranger-6', people.claimAdministration, claim)).toBe('code-used')
    const administrators = demo.cloud.database.find('role_grants', { role: 'administrator' })
    expect(administrators).toHaveLength(2) // with the one of the demo
  })

  test('asked again with the same key, because the answer was lost, is told the same', async () => {
    demo.cloud.database.clear('administration_claims')
    const key = newKey()
    const me = await demo.ask('stranger-7', people.claimAdministration, claim, key)
    expect(await demo.ask('stranger-7', people.claimAdministration, claim, key)).toEqual(me)
    expect(me.grants).toEqual([granted('administrator', COUNTRY)])
    expect(everythingIn(demo.cloud).filter(text => text.includes(firstAdministratorCode))).toEqual([])
  })
})

describe('an invitation', () => {
  test('is a code that is stored nowhere, gives the role once, and is written down', async () => {
    const { code, expiresAt } = await demo.ask('shanxi', people.inviteToRole, organiser)
    expect(code).toMatch(/^[A-HJKMNP-Z2-9]{8}$/)
    expect(expiresAt).toBe(demoMoment + 7 * DAY)
    expect(everythingIn(demo.cloud).filter(text => text.includes(code))).toEqual([])

    const me = await demo.ask('stranger-8', people.takeRole, { code: ` ${code.toLowerCase()} ` })
    expect(me.grants).toEqual([granted('organiser', '140600')])
    expect(await refusedTo('stranger-9', code)).toBe('code-used')
    expect(await refusedTo('stranger-8', code)).toBe('code-used')

    const { items } = await demo.ask('shanxi', people.listAudit, { region: '140600', after: null })
    const [shanxi, taker] = await Promise.all([handleOf('shanxi'), handleOf('stranger-8')])
    expect(items.slice(0, 2)).toMatchObject([
      { action: 'people.takeRole', actor: taker, subject: taker, facts: { role: 'organiser', inviter: shanxi } },
      { action: 'people.inviteToRole', actor: shanxi, actorNickname: '山西组织者', facts: { role: 'organiser' } },
    ])
  })

  test('asked for again with the same key is the same one; with another it is another', async () => {
    const key = newKey()
    const first = await demo.ask('shanxi', people.inviteToRole, organiser, key)
    expect(await demo.ask('shanxi', people.inviteToRole, organiser, key)).toEqual(first)
    expect(await codeFrom('shanxi', organiser)).not.toBe(first.code)
  })

  test('taken again with the same key gives the role once and no refusal', async () => {
    const code = await codeFrom('shanxi', { role: 'juror', region: '140600' })
    const key = newKey()
    const me = await demo.ask('stranger-10', people.takeRole, { code }, key)
    expect(await demo.ask('stranger-10', people.takeRole, { code }, key)).toEqual(me)
    expect(me.grants).toEqual([granted('juror', '140600')])
  })

  test('is good for seven days and not a moment longer', async () => {
    const code = await codeFrom('shanxi', organiser)
    demo.cloud.clock.freeze(demoMoment + 7 * DAY)
    expect(await refusedTo('stranger-11', code)).toBe('code-expired')
    demo.cloud.clock.freeze(demoMoment + 7 * DAY - 1)
    expect((await demo.ask('stranger-11', people.takeRole, { code })).grants).toHaveLength(1)
  })

  test.each([
    ['a city', 'shuozhou', { role: 'organiser', region: '140200' }],
    ['a city for its province', 'shuozhou', { role: 'juror', region: '140000' }],
    ['a province', 'shanxi', { role: 'organiser', region: '110000' }],
    ['a province for the country', 'shanxi', { role: 'juror', region: COUNTRY }],
    ['the ministry’s organiser for an administrator', 'ministry', { role: 'administrator', region: COUNTRY }],
  ] as const)('outside of the scope of %s is refused', async (_, persona, invitation) => {
    expect(await demo.refusal(persona, people.inviteToRole, invitation)).toBe('out-of-scope')
  })

  test('is given by organisers only, for a region that there is', async () => {
    expect(await demo.refusal('zhou', people.inviteToRole, organiser)).toBe('forbidden')
    expect(await demo.refusal('qian', people.inviteToRole, organiser)).toBe('forbidden')
    expect(await demo.refusal('ministry', people.inviteToRole, { ...organiser, region: '999900' })).toBe(
      'region-unknown',
    )
  })

  test('taken by several at once is taken by one', async () => {
    const code = await codeFrom('shanxi', { role: 'juror', region: '140700' })
    const takers = ['stranger-12', 'stranger-13', 'stranger-14', 'stranger-15']
    const answers = await atOnce(takers, 'people.takeRole', { code })
    expect(answers.filter(answer => answer === 'ok')).toHaveLength(1)
    expect(answers.filter(answer => answer !== 'ok' && answer !== 'code-used')).toEqual([])
    expect(demo.cloud.database.find('role_grants', { region: '140700' })).toHaveLength(1)
  })

  test('of somebody who has lost the right to give it is worth nothing', async () => {
    await demo.ask('stranger-16', people.takeRole, { code: await codeFrom('shanxi', organiser) })
    const code = await codeFrom('stranger-16', { role: 'juror', region: '140600' })
    const revocation = { ...organiser, handle: await handleOf('stranger-16'), reason: '调离岗位' }
    await demo.ask('shanxi', people.revokeRole, revocation)
    expect(await refusedTo('stranger-17', code)).toBe('code-expired')
  })
})

describe('codes guessed', () => {
  test('five at a time from one person are looked at, not a sixth, made at once or not', async () => {
    const answers = await atOnce(Array<string>(12).fill('stranger-18'), 'people.takeRole', { code: 'ABCDEFGH' })
    expect(answers.filter(answer => answer === 'code-wrong').length).toBeLessThanOrEqual(5)
    expect(answers.filter(answer => !['code-wrong', 'too-many-tries', 'busy'].includes(answer))).toEqual([])
    while ((await refusedTo('stranger-18', 'ABCDEFGH')) !== 'too-many-tries');
    const right = await codeFrom('shanxi', organiser)
    expect(await refusedTo('stranger-18', right)).toBe('too-many-tries')
    demo.cloud.clock.freeze(demoMoment + 60 * MINUTE)
    expect((await demo.ask('stranger-18', people.takeRole, { code: right })).grants).toHaveLength(1)
  })

  test('are forgiven after a right one', async () => {
    for (const wrong of ['AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC', 'DDDDDDDD'])
      expect(await refusedTo('stranger-19', wrong)).toBe('code-wrong')
    await demo.ask('stranger-19', people.takeRole, { code: await codeFrom('shanxi', organiser) })
    for (const wrong of ['AAAAAAAA', 'BBBBBBBB', 'CCCCCCCC', 'DDDDDDDD', 'EEEEEEEE'])
      expect(await refusedTo('stranger-19', wrong)).toBe('code-wrong')
  })
})

describe('taking a role back', () => {
  test('is for organisers of the region, leaves the person as one of the public, and says why in the log', async () => {
    await demo.ask('stranger-20', people.takeRole, { code: await codeFrom('shanxi', organiser) })
    const revocation = { ...organiser, handle: await handleOf('stranger-20'), reason: '任期已满' }
    expect(await demo.refusal('zhou', people.revokeRole, revocation)).toBe('forbidden')
    expect(await demo.refusal('shanxi', people.revokeRole, { ...revocation, region: '110000' })).toBe('out-of-scope')
    expect(await demo.refusal('shanxi', people.revokeRole, { ...revocation, role: 'juror' })).toBe('grant-unknown')
    expect(await demo.refusal('shanxi', people.revokeRole, { ...revocation, handle: 'nobody' })).toBe('person-unknown')

    const key = newKey()
    await demo.ask('shanxi', people.revokeRole, revocation, key)
    expect(await grantsOf('stranger-20')).toEqual([])
    const records = demo.cloud.database.find('audit_records').length
    expect(await demo.ask('shanxi', people.revokeRole, revocation, key)).toBeNull()
    expect(demo.cloud.database.find('audit_records')).toHaveLength(records)
    expect(await demo.refusal('shanxi', people.revokeRole, revocation)).toBe('grant-unknown')
    expect(await demo.refusal('stranger-20', people.listAudit, { region: '140600', after: null })).toBe('forbidden')
    const { items } = await demo.ask('shanxi', people.listAudit, { region: '140600', after: null })
    const revoked = items.find(({ subject, action }) => subject === revocation.handle && action === 'people.revokeRole')
    expect(revoked?.facts).toEqual({ role: 'organiser', reason: '任期已满' })
  })

  test('never ends the last administration, not even when two end each other’s at once', async () => {
    const administrators = demo.cloud.database.find('role_grants', { role: 'administrator' })
    const own = await handleOf('admin')
    const handles = administrators.map(({ handle }) => v.parse(v.string(), handle))
    for (const handle of handles.filter(other => other !== own)) {
      const revocation = { handle, role: 'administrator', region: COUNTRY, reason: '测试' } as const
      await demo.ask('admin', people.revokeRole, revocation)
    }
    const ownRevocation = { handle: own, role: 'administrator', region: COUNTRY, reason: '测试' } as const
    expect(await demo.refusal('admin', people.revokeRole, ownRevocation)).toBe('last-administrator')
    expect(await demo.refusal('ministry', people.revokeRole, ownRevocation)).toBe('out-of-scope')

    const code = await codeFrom('admin', { role: 'administrator', region: COUNTRY })
    await demo.ask('ministry', people.takeRole, { code })
    const other = { ...ownRevocation, handle: await handleOf('ministry') }
    const answers = await Promise.all([
      demo.send('admin', 'people', { procedure: 'people.revokeRole', input: other, key: newKey() }),
      demo.send('ministry', 'people', { procedure: 'people.revokeRole', input: ownRevocation, key: newKey() }),
    ])
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(demo.cloud.database.find('role_grants', { role: 'administrator' })).toHaveLength(1)
  })
})

describe('lists', () => {
  test('of roles show a region and below, page by page, without a person’s identity', async () => {
    const handles = Array.from({ length: 60 }, (_, i) => `handle-${String(i).padStart(3, '0')}`)
    const listed = handles.map(handle => ({ role: 'juror', region: '330100', handle, since: demoMoment }))
    demo.cloud.database.insert(
      'role_grants',
      listed.map(grant => ({ _id: `${grant.region}:${grant.role}:${grant.handle}`, ...grant })),
    )
    const first = await demo.ask('ministry', people.listRoles, { region: '330000', after: null })
    const second = await demo.ask('ministry', people.listRoles, { region: '330000', after: first.next })
    expect([...first.items, ...second.items].map(({ handle }) => handle)).toEqual(handles)
    expect([first.items.length, second.next]).toEqual([50, null])
    expect((await demo.ask('ministry', people.listRoles, { region: '330200', after: null })).items).toEqual([])

    const all = await demo.ask('ministry', people.listRoles, { region: '140000', after: null })
    expect(all.items).not.toEqual([])
    expect(JSON.stringify(all)).not.toMatch(/openid/)
    // A cursor from elsewhere leads nowhere else.
    const strayed = await demo.ask('shuozhou', people.listRoles, { region: '140600', after: '330100:juror:handle-001' })
    expect(strayed).toEqual({ items: [], next: null })
    const early = await demo.ask('shuozhou', people.listRoles, { region: '140600', after: '000000' })
    expect(early.items.every(({ grant }) => grant.region === '140600')).toBe(true)
  })

  test('of the log show the region and below, newest first, page by page, each record once', async () => {
    demo.cloud.clock.freeze(demoMoment + 30 * DAY)
    for (let i = 0; i < 52; i++) await codeFrom('shanxi', { role: 'juror', region: i % 2 ? '140200' : '140300' })
    const first = await demo.ask('shanxi', people.listAudit, { region: '140000', after: null })
    const second = await demo.ask('shanxi', people.listAudit, { region: '140000', after: first.next })
    const all = [...first.items, ...second.items]
    const numbers = all.map(({ number }) => number).sort((a, b) => a - b)
    expect([first.items.length, second.next]).toEqual([50, null])
    expect(numbers).toEqual(Array.from(numbers, (_, i) => i + 1))
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => b - a))
    const city = await demo.ask('shanxi', people.listAudit, { region: '140200', after: null })
    expect(new Set(city.items.map(({ region }) => region))).toEqual(new Set(['140200']))
    expect(city.items).toHaveLength(26)
    expect(await demo.refusal('shuozhou', people.listAudit, { region: '140000', after: null })).toBe('out-of-scope')
    expect(await demo.refusal('qian', people.listAudit, { region: '140600', after: null })).toBe('forbidden')
  })

  test('of the log of the country show every chain', async () => {
    const { items } = await demo.ask('ministry', people.listAudit, { region: COUNTRY, after: null })
    expect(items.map(({ at }) => at)).toEqual(items.map(({ at }) => at).sort((a, b) => b - a))
    expect(items[0]?.region).toBe('140200')
  })
})

describe('the audit log', () => {
  test('is whole after all of this, and holds no identity', () => {
    const lines = auditLines()
    expect(judgeAudit(lines)).toMatchObject({ chains: 2, heads: 2, fault: null })
    expect(lines.filter(line => /openid/.test(line))).toEqual([])
  })

  test('names people by a hash that needs the secret', async () => {
    const guess = createHmac('sha256', 'another secret').update(JSON.stringify(['handle', openIdOf('shanxi')]))
    expect(auditLines().join()).toContain(await handleOf('shanxi'))
    expect(auditLines().join()).not.toContain(guess.digest('base64url').slice(0, 22))
  })
})
