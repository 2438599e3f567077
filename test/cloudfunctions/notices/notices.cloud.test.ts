import * as v from 'valibot'
import { type Notice, notices } from '../../../miniprogram/contract/notices'
import { people } from '../../../miniprogram/contract/people'
import { MINUTE } from '../../../miniprogram/contract/time'
import { VERDICT_MARKS } from '../../../local/cloud/open-api/content-checks'
import { demoMoment } from '../../../local/seed/edition-2026'
import { notices2026 } from '../../../local/seed/notices-2026'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../../support/demo-cloud'

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  for (const collection of ['notices', 'audit_records', 'audit_heads', 'text_reviews'])
    demo.cloud.database.clear(collection)
  demo.cloud.database.insert('notices', notices2026)
  demo.cloud.clock.freeze(demoMoment)
})

const list = async (region: string | null, persona = 'lin') =>
  (await demo.ask(persona, notices.list, { region, after: null })).items
const titles = (items: readonly Notice[]) => items.map(({ region, title }) => `${region} ${title}`)

const auditSchema = v.array(v.object({ action: v.string(), region: v.string(), subject: v.string() }))
const audited = () => v.parse(auditSchema, demo.cloud.database.find('audit_records'))

const words = { title: '湿地清洁日', text: '周六上午九点在东门集合。' }
const publish = (persona: string, region: string, text = words.text, key = newKey()) =>
  demo.ask(persona, notices.publish, { region, title: words.title, text }, key)
const forward = (persona: string, notice: string, region: string, addition = '', key = newKey()) =>
  demo.ask(persona, notices.forward, { notice, region, addition }, key)
const refusedForward = (persona: string, notice: string, region: string, addition = '') =>
  demo.refusal(persona, notices.forward, { notice, region, addition })

const launch = 'notice-2026-launch'

describe('the list', () => {
  test('is of one’s own chain, newest first', async () => {
    expect(titles(await list('140600'))).toEqual([
      '140600 桑干河湿地周末讲解',
      '140600 沿河净滩志愿活动',
      '000000 讲解员选拔报名延长到9月20日',
      '000000 云竞答已经开放',
      '140600 2026年生态环境云科普系列活动开始了',
      '140000 2026年生态环境云科普系列活动开始了',
      '000000 2026年生态环境云科普系列活动开始了',
    ])
    expect((await list('140000')).map(({ region }) => region)).toEqual(['000000', '000000', '140000', '000000'])
    expect((await list('150100')).map(({ region }) => region)).toEqual(['000000', '000000', '000000'])
    expect(await list(null)).toEqual(await list('000000'))
  })

  test('has what was passed on inside what passes it on, down the whole chain', async () => {
    const [ofCity] = (await list('140600')).filter(({ id }) => id === `${launch}-140000-140600`)
    const [ofProvince] = (await list('140600')).filter(({ id }) => id === `${launch}-140000`)
    const [ofCountry] = (await list('140600')).filter(({ id }) => id === launch)
    expect(ofProvince?.forwards).toMatchObject({ id: launch, region: '000000', text: ofCountry?.text })
    const text = `${ofProvince?.text ?? ''}\n\n${ofCountry?.text ?? ''}`
    expect(ofCity?.forwards).toMatchObject({ id: `${launch}-140000`, region: '140000', text })
  })

  test('shows one that was taken back with the reason and without a word of it', async () => {
    const [taken] = (await list('140600')).filter(({ withdrawn }) => withdrawn !== '')
    expect(taken).toMatchObject({
      title: '沿河净滩志愿活动',
      text: '',
      forwards: null,
      withdrawn: '当天有雷阵雨，活动取消',
    })
    expect(JSON.stringify(await list('140600'))).not.toContain('七里河桥头')
  })

  test('goes on by its cursor, each once, while newer ones come in', async () => {
    for (let minute = 0; minute < 45; minute++) {
      const at = demoMoment - minute * MINUTE
      const _id = `paged-notice-${minute}`
      const moment = `${String(at).padStart(15, '0')}:${_id}`
      demo.cloud.database.insert('notices', [{ ...notices2026[3], _id, at, moment, region: '140600' }])
    }
    const seen: string[] = []
    let after: string | null = null
    do {
      const page: { items: Notice[]; next: string | null } = await demo.ask('lin', notices.list, {
        region: '140600',
        after,
      })
      expect(page.items.length).toBeLessThanOrEqual(20)
      seen.push(...page.items.map(({ id }) => id))
      after = page.next
      if (seen.length === 20) {
        demo.cloud.clock.freeze(demoMoment + MINUTE)
        await publish('shuozhou', '140600')
      }
    } while (after !== null)
    expect(seen).toHaveLength(45 + notices2026.length)
    expect(new Set(seen).size).toBe(seen.length)
  })
})

describe('publishing', () => {
  test('reaches the people of the region and below, and is audited', async () => {
    const notice = await publish('shanxi', '140000')
    expect(notice).toMatchObject({ ...words, region: '140000', at: demoMoment, forwards: null, withdrawn: '' })
    expect((await list('140600'))[0]).toEqual(notice)
    expect(titles(await list('150100'))).not.toContain(`140000 ${words.title}`)
    expect(audited()).toEqual([{ action: 'notices.publish', region: '140000', subject: notice.id }])
  })

  test('sent twice with the same key is one notice; another person’s key is their own', async () => {
    const key = newKey()
    const first = await publish('shanxi', '140000', words.text, key)
    expect(await publish('shanxi', '140000', words.text, key)).toEqual(first)
    const other = await publish('ministry', '140000', words.text, key)
    expect(other.id).not.toBe(first.id)
    expect(demo.cloud.database.find('notices')).toHaveLength(notices2026.length + 2)
  })

  test.each([
    ['shuozhou', '140000', 'out-of-scope'],
    ['shuozhou', '140100', 'out-of-scope'],
    ['shuozhou', '000000', 'out-of-scope'],
    ['shanxi', '150000', 'out-of-scope'],
    ['ministry', '149900', 'region-unknown'],
    ['zhou', '140600', 'forbidden'],
    ['lin', '140600', 'forbidden'],
  ])('by %s for %s is refused: %s', async (persona, region, code) => {
    expect(await demo.refusal(persona, notices.publish, { region, ...words })).toBe(code)
    expect(demo.cloud.database.find('notices')).toHaveLength(notices2026.length)
  })

  test('of a risky text is refused and leaves nothing', async () => {
    const input = { region: '140600', title: words.title, text: VERDICT_MARKS.risky }
    expect(await demo.refusal('shuozhou', notices.publish, input)).toBe('text-refused')
    expect(demo.cloud.database.find('notices')).toHaveLength(notices2026.length)
    expect(audited()).toEqual([])
  })

  test('takes emoji, right-to-left text and the longest words', async () => {
    const input = { region: '140600', title: '🌿'.repeat(20), text: `שלום${'字'.repeat(1996)}` }
    const notice = await demo.ask('shuozhou', notices.publish, input)
    expect((await list('140600'))[0]).toEqual(notice)
    expect(notice).toMatchObject(input)
  })
})

describe('a text that waits', () => {
  const doubtful = `${VERDICT_MARKS.review}周六集合`
  const waiting = (key = newKey()) =>
    demo.refusal('shuozhou', notices.publish, { region: '140600', title: words.title, text: doubtful }, key)
  const review = async () =>
    (await demo.ask('shanxi', people.listTextReviews, { region: '140000', after: null })).items[0]

  test('is shown to nobody until an organiser lets it pass, and then to everybody', async () => {
    expect(await waiting()).toBe('text-waits')
    expect(JSON.stringify(await list('140600', 'shuozhou'))).not.toContain(doubtful)
    const found = await review()
    expect(found).toMatchObject({ place: 'notice', region: '140600', text: `${words.title}\n${doubtful}` })
    await demo.ask('shanxi', people.decideText, { id: found?.id ?? '', passes: true })
    expect((await list('140600'))[0]).toMatchObject({ title: words.title, text: doubtful })
  })

  test('that is refused is gone, and the same call asked again says so', async () => {
    const key = newKey()
    expect(await waiting(key)).toBe('text-waits')
    expect(await waiting(key)).toBe('text-waits')
    await demo.ask('shanxi', people.decideText, { id: (await review())?.id ?? '', passes: false })
    expect(await waiting(key)).toBe('text-refused')
    expect(JSON.stringify(demo.cloud.database.find('notices'))).not.toContain(doubtful)
    expect((await list('140600'))[0]?.title).not.toBe(words.title)
  })

  test('as an addition makes the forwarding wait', async () => {
    expect(await refusedForward('shuozhou', 'notice-2026-quiz', '140600', doubtful)).toBe('text-waits')
    expect(titles(await list('140600')).filter(title => title === '140600 云竞答已经开放')).toEqual([])
    await demo.ask('shanxi', people.decideText, { id: (await review())?.id ?? '', passes: true })
    expect((await list('140600'))[0]).toMatchObject({ text: doubtful, forwards: { id: 'notice-2026-quiz' } })
  })
})

describe('passing on', () => {
  test('goes down the chain with each level’s addition', async () => {
    const ofProvince = await forward('shanxi', 'notice-2026-quiz', '140000', '请各市组织参加。')
    expect(ofProvince).toMatchObject({ region: '140000', title: '云竞答已经开放', text: '请各市组织参加。' })
    const ofCity = await forward('shuozhou', ofProvince.id, '140600')
    const original = notices2026.find(({ _id }) => _id === 'notice-2026-quiz')?.text ?? ''
    expect(ofCity).toMatchObject({ region: '140600', text: '', forwards: { id: ofProvince.id, region: '140000' } })
    expect(ofCity.forwards?.text).toBe(`请各市组织参加。\n\n${original}`)
    expect(
      titles(await list('140600'))
        .slice(0, 2)
        .sort(),
    ).toEqual(['140000 云竞答已经开放', '140600 云竞答已经开放'])
    expect(titles(await list('140100'))).toContain('140000 云竞答已经开放')
    expect(titles(await list('140100'))).not.toContain('140600 云竞答已经开放')
  })

  test('happens once for a region, also by two at once', async () => {
    const send = () =>
      demo.send('shanxi', 'notices', {
        procedure: 'notices.forward',
        input: { notice: 'notice-2026-quiz', region: '140000', addition: '' },
        key: newKey(),
      })
    const replies = await Promise.all([send(), send(), send()])
    expect(replies.map(reply => (reply.ok ? 'passed on' : reply.error.code)).sort()).toEqual([
      'already-forwarded',
      'already-forwarded',
      'passed on',
    ])
    expect(await refusedForward('shanxi', 'notice-2026-quiz', '140000')).toBe('already-forwarded')
    expect(audited()).toHaveLength(1)
  })

  test('after a lost answer is answered with what was passed on', async () => {
    const key = newKey()
    const first = await forward('shanxi', 'notice-2026-quiz', '140000', '补充', key)
    expect(await forward('shanxi', 'notice-2026-quiz', '140000', '补充', key)).toEqual(first)
  })

  test.each([
    ['shanxi', 'notice-2026-shuozhou-wetland', '140000', 'notice-not-from-above'],
    ['shuozhou', 'notice-2026-shuozhou-wetland', '140600', 'notice-not-from-above'],
    ['ministry', 'notice-2026-shuozhou-wetland', '150100', 'notice-not-from-above'],
    ['ministry', launch, '000000', 'notice-not-from-above'],
    ['ministry', launch, '149900', 'out-of-scope'],
    ['shuozhou', 'notice-2026-shuozhou-river', '140600', 'notice-unknown'],
    ['shuozhou', 'no-such-notice', '140600', 'notice-unknown'],
    ['shuozhou', 'notice-2026-quiz', '140100', 'out-of-scope'],
    ['shuozhou', 'notice-2026-quiz', '140000', 'out-of-scope'],
    ['lin', 'notice-2026-quiz', '140600', 'forbidden'],
  ])('by %s of %s to %s is refused: %s', async (persona, notice, region, code) => {
    expect(await refusedForward(persona, notice, region)).toBe(code)
    expect(demo.cloud.database.find('notices')).toHaveLength(notices2026.length)
  })
})

describe('taking back', () => {
  const takeBack = (persona: string, notice: string, key = newKey()) =>
    demo.ask(persona, notices.withdraw, { notice, reason: '时间有误' }, key)

  test('takes what was passed on with it, and nothing else', async () => {
    await forward('shanxi', 'notice-2026-quiz', '140000', '请各市组织参加。')
    expect(await takeBack('ministry', launch)).toMatchObject({ text: '', withdrawn: '时间有误' })
    const standing = (await list('140600')).filter(({ withdrawn }) => withdrawn === '')
    expect(titles(standing).sort()).toEqual([
      '000000 云竞答已经开放',
      '000000 讲解员选拔报名延长到9月20日',
      '140000 云竞答已经开放',
      '140600 桑干河湿地周末讲解',
    ])
    expect(JSON.stringify(await list('140600'))).not.toContain('九项活动')
    expect(audited()).toContainEqual({ action: 'notices.withdraw', region: '000000', subject: launch })
  })

  test('of what a province passed on leaves the country’s standing', async () => {
    await takeBack('shanxi', `${launch}-140000`)
    const standing = (await list('140600')).filter(({ id, withdrawn }) => id.startsWith(launch) && withdrawn === '')
    expect(standing.map(({ id }) => id)).toEqual([launch])
  })

  test('happens once; the same call asked again is answered the same', async () => {
    const key = newKey()
    const first = await takeBack('shuozhou', 'notice-2026-shuozhou-wetland', key)
    expect(await takeBack('shuozhou', 'notice-2026-shuozhou-wetland', key)).toEqual(first)
    const again = { notice: 'notice-2026-shuozhou-wetland', reason: '再撤一次' }
    expect(await demo.refusal('shuozhou', notices.withdraw, again)).toBe('already-decided')
    expect((await list('140600'))[0]?.withdrawn).toBe('时间有误')
  })

  test.each([
    ['shuozhou', launch, 'out-of-scope'],
    ['shuozhou', `${launch}-140000`, 'out-of-scope'],
    ['shanxi', 'no-such-notice', 'notice-unknown'],
    ['zhao', launch, 'forbidden'],
  ])('by %s of %s is refused: %s', async (persona, notice, code) => {
    expect(await demo.refusal(persona, notices.withdraw, { notice, reason: '时间有误' })).toBe(code)
    expect((await list('140600')).filter(({ withdrawn }) => withdrawn !== '')).toHaveLength(1)
  })

  test('and passing on at the same moment leave nothing standing of what was taken back', async () => {
    const send = (persona: string, verb: string, input: object) =>
      demo.send(persona, 'notices', { procedure: `notices.${verb}`, input, key: newKey() })
    await Promise.all([
      send('ministry', 'withdraw', { notice: 'notice-2026-quiz', reason: '时间有误' }),
      send('shanxi', 'forward', { notice: 'notice-2026-quiz', region: '140000', addition: '' }),
    ])
    const found = (await list('140600')).filter(({ title }) => title === '云竞答已经开放')
    expect(found.map(({ withdrawn }) => withdrawn)).toEqual(found.map(() => '时间有误'))
  })
})

test('no notice says who wrote it', async () => {
  await publish('shuozhou', '140600')
  await forward('shuozhou', 'notice-2026-quiz', '140600', '补充')
  const kept = JSON.stringify(demo.cloud.database.find('notices')) + JSON.stringify(await list('140600'))
  expect(kept).toContain('补充')
  expect(kept).not.toContain(openIdOf('shuozhou'))
})
