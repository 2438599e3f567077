import { editions } from '../../../miniprogram/contract/editions'
import { people } from '../../../miniprogram/contract/people'
import { COUNTRY } from '../../../miniprogram/contract/regions'
import { VERDICT_MARKS } from '../../../local/cloud/open-api/content-checks'
import { newTexts } from '../../../cloudfunctions/editions/activity-texts'
import { newKey } from '../../support/demo-cloud'
import { activityNow, type Change, edit, startEditions } from './activity-stage'

let demo: Awaited<ReturnType<typeof startEditions>>
beforeAll(async () => {
  demo = await startEditions()
})
afterAll(() => demo.cloud.stop())
beforeEach(() => {
  demo.reset()
})

const { risky, review } = VERDICT_MARKS
const DAY = 24 * 60 * 60 * 1000
const refused = async (changes: Partial<Change>, reason = '') =>
  demo.refusal('ministry', editions.editActivity, await edit(demo, 'training', changes, reason))
const waiting = async () => (await demo.ask('ministry', people.listTextReviews, { region: COUNTRY, after: null })).items

test.each<[string, Partial<Change>]>([
  ['name', { name: `培训${risky}` }],
  ['summary', { summary: risky }],
  ['theme', { theme: risky }],
  ['audience', { audience: risky }],
  ['step', { steps: ['报名', risky] }],
  ['requirement', { requirements: [risky] }],
  ['contact', { contact: risky }],
  ['attachment', { attachments: [{ name: risky, url: 'https://example.cn/a' }] }],
])('a %s that may not be shown is refused, and nothing of the change is kept', async (_field, changes) => {
  const before = await activityNow(demo, 'training')
  expect(await refused({ audience: '别的人', ...changes })).toBe('text-refused')
  expect(await activityNow(demo, 'training')).toEqual(before)
  expect(demo.cloud.database.find('audit_records')).toEqual([])
})

test('the reason of a moved window is looked at as well', async () => {
  const { closesAt } = await activityNow(demo, 'training')
  expect(await refused({ closesAt: closesAt + DAY }, `延长${risky}`)).toBe('text-refused')
  expect((await activityNow(demo, 'training')).closesAt).toBe(closesAt)
})

test('a draft is checked as what is published', async () => {
  await demo.ask('admin', editions.openYear, { from: 2026 })
  const change = await edit(demo, 'training', { theme: risky }, '', 2027)
  expect(await demo.refusal('ministry', editions.editActivity, change)).toBe('text-refused')
})

test('what needs a second look waits for the organisers, unseen; once passed the same change is taken', async () => {
  const changes = { theme: `主题${review}`, summary: '四期' }
  expect(await refused(changes)).toBe('change-waits')
  expect((await activityNow(demo, 'training')).summary).toBe('面向国家科普基地的四期专题')
  const [item, ...others] = await waiting()
  expect([item?.place, item?.text, others]).toEqual(['activity', `四期\n主题${review}`, []])

  expect(await refused(changes)).toBe('change-waits')
  expect(await waiting()).toHaveLength(1)
  await demo.ask('admin', people.decideText, { id: item?.id ?? '', passes: true })
  await demo.ask('ministry', editions.editActivity, await edit(demo, 'training', changes))
  expect(await activityNow(demo, 'training')).toMatchObject(changes)
  expect(await waiting()).toEqual([])
})

test('what an organiser did not let pass stays refused', async () => {
  const changes = { theme: `主题${review}` }
  expect(await refused(changes)).toBe('change-waits')
  const [item] = await waiting()
  await demo.ask('admin', people.decideText, { id: item?.id ?? '', passes: false })
  expect(await refused(changes)).toBe('text-refused')
  expect(await waiting()).toEqual([])
})

test('nobody below the ministry sees what waits', async () => {
  await refused({ theme: `主题${review}` })
  const { items } = await demo.ask('shanxi', people.listTextReviews, { region: '140000', after: null })
  expect([(await waiting()).length, items]).toEqual([1, []])
})

test('sent again after a lost answer it is answered, not checked anew', async () => {
  const key = newKey()
  const change = await edit(demo, 'training', { theme: '新主题' })
  const first = await demo.ask('ministry', editions.editActivity, change, key)
  expect(await demo.ask('ministry', editions.editActivity, change, key)).toEqual(first)
})

describe('what is checked', () => {
  const words = {
    ...{ name: '名称', summary: '', theme: '', audience: '', contact: '信箱', steps: ['一'], requirements: [] },
    attachments: [],
  }

  test('is what nobody has read yet', () => {
    expect(newTexts(words, words, '')).toEqual([])
    expect(newTexts(words, { ...words, steps: ['二', '一'], theme: '主题' }, '原因')).toEqual(['主题\n二\n原因'])
  })

  test('comes in portions that the platform takes, with nothing left out', () => {
    const lines = Array.from({ length: 12 }, (_, at) => String.fromCharCode(0x4e00 + at).repeat(200))
    const more = lines.map(line => `${line.slice(1)}尾`)
    const portions = newTexts(words, { ...words, steps: lines, requirements: more }, '')
    expect(portions.map(portion => portion.length <= 2500)).toEqual([true, true])
    expect(portions.join('\n').split('\n')).toEqual([...lines, ...more])
  })
})
