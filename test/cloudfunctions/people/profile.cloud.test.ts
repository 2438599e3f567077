import { CONSENT_VERSION, NICKNAME_LIMIT, people } from '../../../miniprogram/contract/people'
import { MINUTE } from '../../../miniprogram/contract/time'
import { demoMoment } from '../../../local/seed/edition-2026'
import { handleOf } from '../../../local/seed/people-of-personas'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../../support/demo-cloud'
import { everythingIn } from './everything-in'

const SECRET = 'a secret of this file, of at least thirty-two characters'

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud({ secret: SECRET })
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  demo.cloud.clock.freeze(demoMoment)
})

const adult = { version: CONSENT_VERSION, ageBand: '18-59', guardianAgrees: false } as const
const child = { ...adult, ageBand: 'under-14' } as const
const aHandle: unknown = expect.stringMatching(/^[\w-]{22}$/)
const anId: unknown = expect.any(String)
const nobody = { profile: null, grants: [], asksAgain: false, folder: '' }

const storedOf = (persona: string) => demo.cloud.database.find('people', { _id: openIdOf(persona) })

describe('before the consent', () => {
  const profile = { nickname: '没人叫这名', avatar: '', region: '140600' }

  test('nothing about a person is stored anywhere, whatever they ask for', async () => {
    expect(await demo.ask('lin', people.me, {})).toEqual(nobody)
    expect(await demo.refusal('lin', people.saveProfile, profile)).toBe('consent-missing')
    expect(await demo.refusal('lin', people.takeRole, { code: 'ABCDEFGH' })).toBe('consent-missing')
    expect(await demo.refusal('lin', people.claimAdministration, { code: 'a guess' })).toBe('consent-missing')
    expect(await demo.refusal('lin', people.listAudit, { region: '000000', after: null })).toBe('forbidden')
    expect(await demo.refusal('lin', people.giveConsent, child)).toBe('guardian-missing')
    const everything = everythingIn(demo.cloud)
    expect(everything.filter(text => text.includes(openIdOf('lin')))).toEqual([])
    expect(everything.filter(text => text.includes('没人叫这名'))).toEqual([])
    expect(everything.filter(text => text.includes(openIdOf('zhou')))).not.toEqual([])
  })
})

test('the demo’s people are called as the functions would call them', async () => {
  await demo.ask('stranger-7', people.giveConsent, adult)
  const { profile } = await demo.ask('stranger-7', people.me, {})
  expect(profile?.handle).toBe(handleOf(SECRET, openIdOf('stranger-7')))
})

describe('the consent', () => {
  test('makes the person, without a name or a place', async () => {
    const me = await demo.ask('stranger-1', people.giveConsent, adult)
    expect(me).toEqual({
      profile: {
        handle: aHandle,
        nickname: '',
        nicknameWaits: false,
        avatar: '',
        region: null,
        ageBand: '18-59',
        unit: null,
      },
      grants: [],
      asksAgain: false,
      folder: openIdOf('stranger-1'),
    })
    expect(await demo.ask('stranger-1', people.me, {})).toEqual(me)
    expect(storedOf('stranger-1')).toMatchObject([
      { consent: { version: CONSENT_VERSION, at: demoMoment }, guardian: null },
    ])
  })

  test('of a child needs a guardian, whose agreement is noted', async () => {
    expect(await demo.refusal('stranger-2', people.giveConsent, child)).toBe('guardian-missing')
    expect(storedOf('stranger-2')).toEqual([])
    await demo.ask('stranger-2', people.giveConsent, { ...child, guardianAgrees: true })
    expect(storedOf('stranger-2')).toMatchObject([{ ageBand: 'under-14', guardian: { agreedAt: demoMoment } }])
  })

  test('can be given again, and changes nothing but itself', async () => {
    await demo.ask('stranger-3', people.giveConsent, adult)
    await demo.ask('stranger-3', people.saveProfile, { nickname: '三', avatar: '', region: '140600' })
    demo.cloud.clock.freeze(demoMoment + MINUTE)
    const again = await demo.ask('stranger-3', people.giveConsent, { ...adult, ageBand: '60-up' })
    expect(again.profile).toMatchObject({ nickname: '三', region: '140600', ageBand: '60-up' })
    expect(storedOf('stranger-3')).toMatchObject([{ consent: { at: demoMoment + MINUTE } }])
  })

  test('of two phones at once makes one person', async () => {
    const request = { procedure: 'people.giveConsent', input: adult, key: newKey() }
    const replies = await Promise.all([1, 2, 3].map(() => demo.send('stranger-4', 'people', request)))
    expect(replies.filter(({ ok }) => ok).length).toBeGreaterThan(0)
    expect(replies.flatMap(reply => (reply.ok ? [] : [reply.error.code])).filter(code => code !== 'busy')).toEqual([])
    expect(storedOf('stranger-4')).toHaveLength(1)
  })

  test('to another text than the one of today is not taken', async () => {
    const request = { procedure: 'people.giveConsent', input: { ...adult, version: '2019-01' }, key: newKey() }
    expect(await demo.send('stranger-5', 'people', request)).toMatchObject({ error: { code: 'invalid-input' } })
    expect(storedOf('stranger-5')).toEqual([])
  })

  test('to an older text asks again', async () => {
    const [zhou] = storedOf('zhou')
    const before = { ...zhou, _id: openIdOf('stranger-6'), handle: 'h'.repeat(22) }
    demo.cloud.database.insert('people', [{ ...before, consent: { version: '2025-01', at: 1 } }])
    expect(await demo.ask('stranger-6', people.me, {})).toMatchObject({ asksAgain: true })
    expect(await demo.ask('stranger-6', people.giveConsent, adult)).toMatchObject({ asksAgain: false })
  })
})

describe('the profile', () => {
  const save = (nickname: string, more: { avatar?: string; region?: string | null } = {}) =>
    demo.ask('zhou', people.saveProfile, { nickname, avatar: '', region: null, ...more })

  test.each([
    ['one character', '水'],
    ['an emoji', '🌏🌱'],
    ['right to left', 'مرحبا'],
    ['an override of the direction', 'a\u202Eb'],
    ['as long as it may be', '长'.repeat(NICKNAME_LIMIT)],
    ['what looks like a formula', '=1+1'],
    ['what looks like an operator', '$ne'],
  ])('takes a name of %s as it is', async (_, nickname) => {
    expect((await save(nickname)).profile).toMatchObject({ nickname, nicknameWaits: false })
    expect((await demo.ask('zhou', people.me, {})).profile).toMatchObject({ nickname })
  })

  test.each([
    ['no character', '   '],
    ['twenty-one characters', '长'.repeat(NICKNAME_LIMIT + 1)],
    ['a hundred characters', '长'.repeat(100)],
  ])('takes no name of %s', async (_, nickname) => {
    const request = { procedure: 'people.saveProfile', input: { nickname, avatar: '', region: null }, key: newKey() }
    expect(await demo.send('zhou', 'people', request)).toMatchObject({ error: { code: 'invalid-input' } })
  })

  test('takes no name that nobody can see', async () => {
    const input = { nickname: '\u200b\u2800\u202e', avatar: '', region: null }
    expect(await demo.refusal('zhou', people.saveProfile, input)).toBe('text-refused')
  })

  test('knows regions that there are and no others', async () => {
    expect((await save('周', { region: 'BT0800' })).profile).toMatchObject({ region: 'BT0800' })
    const input = { nickname: '周', avatar: '', region: '999900' }
    expect(await demo.refusal('zhou', people.saveProfile, input)).toBe('region-unknown')
  })

  test('takes a picture of the person’s own, drops the one before, and takes nobody else’s', async () => {
    const [first, second] = await Promise.all(
      ['a.png', 'b.png'].map(name => demo.upload('zhou', `${openIdOf('zhou')}/${name}`, name)),
    )
    const foreign = await demo.upload('zhao', `${openIdOf('zhao')}/a.png`, 'hers')
    await save('周', { avatar: first ?? '' })
    expect((await save('周', { avatar: second ?? '' })).profile).toMatchObject({ avatar: second })
    const paths = demo.cloud.files.list({ limit: 100 }).map(({ path }) => path)
    expect(paths).toEqual([`${openIdOf('zhao')}/a.png`, `${openIdOf('zhou')}/b.png`])

    const climbing = (second ?? '').replace('b.png', '../local-openid-zhao/a.png')
    for (const avatar of [foreign, climbing, 'cloud://x/y.png']) {
      const input = { nickname: '周', avatar, region: null }
      expect(await demo.refusal('zhou', people.saveProfile, input)).toBe('file-not-yours')
    }
    expect((await demo.ask('zhou', people.me, {})).profile).toMatchObject({ avatar: second })
  })
})

describe('a nickname that WeChat’s check', () => {
  const input = (nickname: string) => ({ nickname, avatar: '', region: '140600' })
  const waiting = (region = '140600', persona = 'shuozhou') =>
    demo.ask(persona, people.listTextReviews, { region, after: null })

  async function nicknameIn(region: string): Promise<string | undefined> {
    const { items } = await demo.ask('admin', people.listRoles, { region, after: null })
    return items.find(({ grant }) => grant.role === 'juror')?.nickname
  }

  test('refuses is not stored', async () => {
    expect(await demo.refusal('qian', people.saveProfile, input('坏〔测试:risky〕'))).toBe('text-refused')
    expect(storedOf('qian')).toMatchObject([{ nickname: '钱评委' }])
    expect((await waiting()).items).toEqual([])
  })

  test('is unsure of is shown to nobody else until an organiser of the region has let it pass', async () => {
    const nickname = '疑〔测试:review〕'
    expect((await demo.ask('qian', people.saveProfile, input(nickname))).profile).toMatchObject({
      nickname,
      nicknameWaits: true,
    })
    expect(await nicknameIn('140600')).toBe('')
    const { items, next } = await waiting()
    expect(items).toEqual([{ id: anId, text: nickname, place: 'nickname', region: '140600', at: demoMoment }])
    expect(next).toBeNull()
    expect((await waiting('140000', 'shanxi')).items).toEqual(items)
    expect(await demo.refusal('shuozhou', people.listTextReviews, { region: '140200', after: null })).toBe(
      'out-of-scope',
    )

    const decision = { id: items[0]?.id ?? '', passes: true }
    const key = newKey()
    await demo.ask('shuozhou', people.decideText, decision, key)
    await demo.ask('shuozhou', people.decideText, decision, key)
    expect(await demo.refusal('shanxi', people.decideText, { ...decision, passes: false })).toBe('already-decided')
    expect(await nicknameIn('140600')).toBe(nickname)
    expect((await waiting()).items).toEqual([])
    expect(demo.cloud.database.find('text_reviews')).toMatchObject([{ state: 'passed', text: '' }])
  })

  test('is unsure of and an organiser refuses is gone', async () => {
    await demo.ask('qian', people.saveProfile, input('再疑〔测试:review〕'))
    const [review] = (await waiting()).items
    await demo.ask('shuozhou', people.decideText, { id: review?.id ?? '', passes: false })
    expect((await demo.ask('qian', people.me, {})).profile).toMatchObject({ nickname: '', nicknameWaits: false })
  })

  test('was unsure of and the person has changed meanwhile is not touched by the decision', async () => {
    await demo.ask('qian', people.saveProfile, input('三疑〔测试:review〕'))
    const [review] = (await waiting()).items
    await demo.ask('qian', people.saveProfile, input('钱评委'))
    await demo.ask('shuozhou', people.decideText, { id: review?.id ?? '', passes: false })
    expect((await demo.ask('qian', people.me, {})).profile).toMatchObject({ nickname: '钱评委', nicknameWaits: false })
  })

  test('waits in another region is out of an organiser’s reach, and one that is not there is unknown', async () => {
    await demo.ask('zhou', people.saveProfile, { ...input('四疑〔测试:review〕'), region: '110100' })
    const [review] = (await waiting('110000', 'ministry')).items
    const decision = { id: review?.id ?? '', passes: true }
    expect(await demo.refusal('shanxi', people.decideText, decision)).toBe('out-of-scope')
    expect(await demo.refusal('shanxi', people.decideText, { ...decision, id: 'none' })).toBe('review-unknown')
    expect((await demo.ask('zhou', people.me, {})).profile).toMatchObject({ nicknameWaits: true })
  })
})
