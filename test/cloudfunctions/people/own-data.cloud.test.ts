import readXlsxFile from 'read-excel-file/node'
import { bank } from '../../../miniprogram/contract/bank'
import { CONSENT_VERSION, people } from '../../../miniprogram/contract/people'
import { notices } from '../../../miniprogram/contract/notices'
import { practice } from '../../../miniprogram/contract/practice'
import { quiz } from '../../../miniprogram/contract/quiz'
import { COUNTRY } from '../../../miniprogram/contract/regions'
import { MINUTE } from '../../../miniprogram/contract/time'
import { units } from '../../../miniprogram/contract/units'
import { demoMoment } from '../../../local/seed/edition-2026'
import { rightAnswers } from '../../support/answer-key'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../../support/demo-cloud'
import { everythingIn } from './everything-in'

let demo: DemoCloud
beforeAll(async () => {
  // What a killed call has locked is free again sooner than on the platform, so that nobody waits for half a minute.
  demo = await startDemoCloud({ transactions: { lifetime: 2000 } })
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  demo.cloud.faults.clear()
  demo.cloud.clock.freeze(demoMoment)
})

const consentOf = (persona: string) =>
  demo.ask(persona, people.giveConsent, { version: CONSENT_VERSION, ageBand: '18-59', guardianAgrees: false })

const nicknameOf = (persona: string) => `独一无二的${persona.slice(9)}号`
const handleOf = async (persona: string) => (await demo.ask(persona, people.me, {})).profile?.handle ?? ''

/** Collections and files that say something about the person, by what the person is called. */
function tracesOf(persona: string, handle: string): string[] {
  const names = [openIdOf(persona), nicknameOf(persona), handle]
  const found = everythingIn(demo.cloud).filter(text => names.some(name => text.includes(name)))
  return [...new Set(found.map(text => text.split(' ')[0] ?? ''))].sort()
}

let unitCode = ''

/** A unit whose officer is another stranger, and a code to join it. */
async function foundUnit(officer: string): Promise<void> {
  await consentOf(officer)
  const proof = await demo.upload(officer, `${openIdOf(officer)}/proof.jpg`, 'a letter')
  const place = { name: '朔州市科技馆', kind: 'museum-media', region: '140600', parent: null } as const
  const unit = await demo.ask(officer, units.apply, { ...place, proof: [proof] })
  await demo.ask('shuozhou', units.confirm, { unit: unit.id })
  unitCode = (await demo.ask(officer, units.invite, {})).code
}

/** Everything a person can leave behind; answers the handle. */
async function live(persona: string): Promise<string> {
  await consentOf(persona)
  const avatar = await demo.upload(persona, `${openIdOf(persona)}/avatar.png`, 'a face')
  const profile = { nickname: nicknameOf(persona), avatar, region: '140600' }
  await demo.ask(persona, people.saveProfile, { ...profile, nickname: `${nicknameOf(persona)}〔测试:review〕` })
  await demo.ask(persona, people.saveProfile, profile)
  expect(await demo.refusal(persona, people.takeRole, { code: 'ABCDEFGH' })).toBe('code-wrong')

  const attempt = await demo.ask(persona, quiz.startAttempt, { first: true })
  const answers = rightAnswers(demo.cloud, attempt)
  await demo.ask(persona, quiz.submitAttempt, { ticket: attempt.ticket, answers })
  const round = '2026-main'
  await demo.ask(persona, quiz.issueCertificate, { round, name: nicknameOf(persona) })
  await demo.ask(persona, quiz.posterCode, { round })
  const which = { ticket: attempt.ticket, number: 1 }
  await demo.ask(persona, bank.reportQuestion, { which, kind: 'other', text: '看图〔测试:review〕' })
  await demo.ask(persona, quiz.startAttempt, { first: false })

  const marks = { cards: ['air-01 mfk3z9a1x7q1mfk4z9a1x7q3'], stars: ['air-02 mfk3z9a11'] }
  await demo.ask(persona, practice.syncCards, { known: 0, ...marks })

  await demo.ask(persona, units.join, { code: unitCode })
  await demo.ask(persona, notices.remindMe, { activity: 'quiz', kind: 'activity-closes' })
  const { code } = await demo.ask('shuozhou', people.inviteToRole, { role: 'organiser', region: '140600' })
  await demo.ask(persona, people.takeRole, { code })
  await demo.ask(persona, people.inviteToRole, { role: 'juror', region: '140600' })
  await demo.ask(persona, people.takeRole, { code: 'ABCDEFGH' }).catch(() => undefined)
  await demo.ask(persona, people.showMyData, {})
  return handleOf(persona)
}

beforeAll(() => foundUnit('stranger-1'))

describe('“show me my data”', () => {
  test('is a workbook with a sheet for each kind of data, at an address good for ten minutes', async () => {
    const handle = await live('stranger-2')
    const { url, fileId } = await demo.ask('stranger-2', people.showMyData, {})
    expect(fileId).toContain(`/${openIdOf('stranger-2')}/`)
    const sheets = await readXlsxFile(Buffer.from(await (await fetch(url)).arrayBuffer()))
    const rows = Object.fromEntries(sheets.map(({ sheet, data }) => [sheet, data]))
    expect(Object.keys(rows)).toEqual([
      '个人资料',
      '角色',
      '送审文字',
      '组织者操作记录',
      '竞答记录',
      '竞答证书',
      '竞答排名',
      '练习记录',
      '题目报错',
      '所属单位',
      '消息提醒',
    ])
    const facts = rows['个人资料'] ?? []
    expect(facts).toContainEqual(['微信标识（openid）', openIdOf('stranger-2')])
    expect(facts).toContainEqual(['对外代号', handle])
    expect(facts).toContainEqual(['昵称', nicknameOf('stranger-2')])
    expect(facts).toContainEqual(['地区', '朔州市'])
    expect(rows['角色']?.[1]?.slice(0, 2)).toEqual(['组织者', '朔州市'])
    expect(rows['送审文字']?.[1]?.[0]).toBe(`${nicknameOf('stranger-2')}〔测试:review〕`)
    expect(rows['组织者操作记录']).toHaveLength(3)
    expect(rows['竞答记录']).toHaveLength(3)
    expect(rows['竞答证书']?.[1]?.slice(0, 2)).toEqual(['2026-main', nicknameOf('stranger-2')])
    expect(rows['练习记录']?.slice(1)).toEqual([
      ['air-01', 2, 1, '2025-09-15 04:17:12', null],
      ['air-02', 0, 0, null, '是'],
    ])
    expect(rows['所属单位']?.flat()).toContain('朔州市科技馆')
    expect(rows['消息提醒']).toHaveLength(2)

    demo.cloud.clock.freeze(demoMoment + 10 * MINUTE + 1000)
    expect((await fetch(url)).status).toBe(403)
  })

  test('lies nowhere any more when the ten minutes are over, unless it was asked for again', async () => {
    const traces = () => everythingIn(demo.cloud).filter(text => text.includes(`${openIdOf('stranger-2')}/my-data`))
    const { fileId } = await demo.ask('stranger-2', people.showMyData, {})
    demo.cloud.clock.freeze(demoMoment + 9 * MINUTE)
    expect((await demo.ask('stranger-2', people.showMyData, {})).fileId).toBe(fileId)
    demo.cloud.clock.freeze(demoMoment + 19 * MINUTE - 1)
    await demo.cloud.timers.run('units', 'passing-files')
    expect(traces()).toHaveLength(2)
    demo.cloud.clock.freeze(demoMoment + 19 * MINUTE)
    await demo.cloud.timers.run('units', 'passing-files')
    expect(traces()).toEqual([])
  })

  test('of somebody unknown is empty, and nobody else’s', async () => {
    const { url } = await demo.ask('stranger-24', people.showMyData, {})
    const sheets = await readXlsxFile(Buffer.from(await (await fetch(url)).arrayBuffer()))
    expect(sheets.map(({ data }) => data.length)).toEqual(sheets.map(() => 1))
    await demo.ask('stranger-24', people.deleteMe, {})
  })
})

describe('“delete me”', () => {
  test('leaves no personal field anywhere, and keeps what it says without one', async () => {
    const handle = await live('stranger-3')
    const scores = demo.cloud.database.find('quiz_anonymous_scores').length
    expect(tracesOf('stranger-3', handle)).toEqual([
      'audit_records',
      'code_tries',
      'file',
      'message_agreements',
      'passing_files',
      'people',
      'practice_cards',
      'question_reports',
      'quiz_attempts',
      'quiz_certificates',
      'role_grants',
      'role_invitations',
      'text_reviews',
      'unit_members',
    ])

    const { deleted, kept } = await demo.ask('stranger-3', people.deleteMe, {})
    expect(deleted).toEqual([
      ...[
        'profile',
        'roles',
        'files',
        'text-reviews',
        'quiz-attempts',
        'quiz-certificates',
        'practice-cards',
        'question-reports',
        'unit-membership',
        'reminders',
      ],
    ])
    expect(kept).toEqual(['quiz-scores', 'audit-records'])

    // The log keeps a hash that nobody without the secret can lead back to a person, and neither name nor identity.
    expect(tracesOf('stranger-3', handle)).toEqual(['audit_records'])
    expect(tracesOf('stranger-3', openIdOf('stranger-3'))).toEqual([])
    expect(demo.cloud.database.find('quiz_anonymous_scores')).toHaveLength(scores + 1)
    expect(await demo.ask('stranger-3', people.me, {})).toEqual({
      profile: null,
      grants: [],
      asksAgain: false,
      folder: '',
    })
    expect(await demo.refusal('stranger-3', people.listAudit, { region: '140600', after: null })).toBe('forbidden')
    expect((await demo.ask('stranger-1', units.mine, {}))?.members).toBe(2) // the officer and stranger 2
  })

  test('asked again, or by somebody unknown, does no harm', async () => {
    const before = everythingIn(demo.cloud)
    await demo.ask('stranger-3', people.deleteMe, {})
    await demo.ask('stranger-23', people.deleteMe, {})
    expect(everythingIn(demo.cloud)).toEqual(before)
  })

  test('cut off wherever it may be is finished when it is asked for again', async () => {
    const handle = await live('stranger-4')
    const scores = demo.cloud.database.find('quiz_anonymous_scores').length
    const request = { procedure: 'people.deleteMe', input: {}, key: newKey() }
    const deletion = () =>
      demo.send('stranger-4', 'people', request).then(
        reply => (reply.ok ? 'ok' : reply.error.code),
        () => 'killed',
      )
    demo.cloud.faults.set({ kill: 1, killWithinMilliseconds: 60, seed: 3 })
    const answers = [await deletion(), await deletion(), await deletion()]
    demo.cloud.faults.clear()
    expect(answers).toContain('killed')
    // What a killed call had locked is not free at once.
    let answer = 'busy'
    while (answer === 'busy') answer = await deletion()
    expect(answer).toBe('ok')
    expect(tracesOf('stranger-4', handle)).toEqual(['audit_records'])
    expect(tracesOf('stranger-4', openIdOf('stranger-4'))).toEqual([])
    expect(demo.cloud.database.find('quiz_anonymous_scores')).toHaveLength(scores + 1)
    expect((await demo.ask('stranger-1', units.mine, {}))?.members).toBe(2)
  }, 30_000)

  test('after which somebody begins anew, as a stranger', async () => {
    const me = await consentOf('stranger-3')
    expect(me).toMatchObject({ profile: { nickname: '', unit: null, region: null }, grants: [] })
    await demo.ask('stranger-3', people.deleteMe, {})
  })

  test('is not for a unit’s officer before handing over, and then leaves no trace in the unit', async () => {
    expect(await demo.refusal('stranger-1', people.deleteMe, {})).toBe('hand-over-first')
    expect(await demo.ask('stranger-1', people.me, {})).toMatchObject({ grants: [{ role: 'unit-officer' }] })
    await demo.ask('stranger-1', units.handOver, { handle: await handleOf('stranger-2') })
    await demo.ask('stranger-1', people.deleteMe, {})
    const traces = everythingIn(demo.cloud).filter(text => text.includes(openIdOf('stranger-1')))
    expect(traces).toEqual([])
  })

  test('is not for the last administrator, not even when two ask at once', async () => {
    expect(await demo.refusal('admin', people.deleteMe, {})).toBe('last-administrator')
    expect(await demo.ask('admin', people.me, {})).toMatchObject({ grants: [{ role: 'administrator' }] })
    const { code } = await demo.ask('admin', people.inviteToRole, { role: 'administrator', region: COUNTRY })
    await demo.ask('ministry', people.takeRole, { code })
    const request = () => ({ procedure: 'people.deleteMe', input: {}, key: newKey() })
    const replies = await Promise.all(['admin', 'ministry'].map(who => demo.send(who, 'people', request())))
    expect(replies.map(reply => (reply.ok ? 'ok' : reply.error.code)).sort()).toEqual(['last-administrator', 'ok'])
    expect(demo.cloud.database.find('role_grants', { role: 'administrator' })).toHaveLength(1)
  })
})
