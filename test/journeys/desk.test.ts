import type { Locator } from 'playwright-core'
import { editions } from '../../miniprogram/contract/editions'
import { notices } from '../../miniprogram/contract/notices'
import { people } from '../../miniprogram/contract/people'
import type { InputOf, Procedure } from '../../miniprogram/contract/rpc'
import { type OwnUnit, units } from '../../miniprogram/contract/units'
import type { Hand } from '../../local/hand'
import { askAs, uploadAs } from '../support/demo-cloud'
import { inSheet, write } from '../support/field-writing'
import { eventually } from '../support/eventually'
import { setStage } from '../support/stage'

const stage = setStage()

const REGION = '140600'
const PIXEL = 'GIF89a a picture of a letter'

/** What a persona does on another phone, out of sight. */
const ask = <P extends Procedure>(persona: string, procedure: P, input: InputOf<P>) =>
  askAs(stage.cloud, persona, procedure, input)

async function applies(persona: string, name: string): Promise<OwnUnit> {
  const { folder } = await ask(persona, people.me, {})
  const proof = [await uploadAs(stage.cloud, persona, `${folder}/proof/letter.gif`, PIXEL)]
  return ask(persona, units.apply, { name, kind: 'society', region: REGION, parent: null, proof })
}

const held = (hand: Hand, label: string): Promise<string> =>
  hand.page.getByRole('textbox', { name: new RegExp(`^${label}`) }).inputValue()

/** Two taps on the same spot of the screen, whatever is there by the second. */
async function tapsTwice(hand: Hand, target: Locator): Promise<void> {
  // A sheet that is still rising is somewhere else a moment later.
  await target.tap({ trial: true })
  const box = await target.boundingBox()
  if (!box) throw new Error('there is nothing to tap')
  for (const x of [box.x + 2, box.x + 4]) await hand.page.touchscreen.tap(x, box.y + 2)
}

test('an organiser confirms a unit, and who comes second is told and shown what was decided', async () => {
  const unit = await applies('zhou', '桑干河观鸟会')
  const [city, province] = [await stage.hold('shuozhou'), await stage.hold('shanxi')]
  await province.open(`packages/desk/unit/unit?unit=${unit.id}`)
  await province.sees('待确认')

  await city.open('packages/desk/home/home')
  await city.sees('朔州市')
  await city.role('button', '待确认单位，1').tap()
  await city.tap('桑干河观鸟会')
  await city.sees('证明材料 1')
  await city.tap('确认')
  await inSheet(city, '确认').tap()
  await city.seesPart('已确认“桑干河观鸟会”')
  expect(await ask('zhou', units.mine, {})).toMatchObject({ state: 'confirmed', isOfficer: true })

  await province.tap('确认')
  await inSheet(province, '确认').tap()
  await province.sees('刚才已经有人办过了，下面是现在的情况。')
  await province.sees('关闭单位')
})

test('an application is turned down with a reason, and without one nothing happens', async () => {
  const unit = await applies('zhao', '还没有名气的协会')
  const hand = await stage.hold('shuozhou')
  await hand.open(`packages/desk/unit/unit?unit=${unit.id}`)
  await hand.tap('不通过')
  await inSheet(hand, '不通过').tap()
  await hand.sees('请填写原因。')
  expect(await ask('zhao', units.mine, {})).toMatchObject({ state: 'applied' })
  await write(hand, '原因', '介绍信上没有公章')
  await inSheet(hand, '不通过').tap()
  await hand.sees('已关闭')
  expect(await ask('zhao', units.mine, {})).toMatchObject({ state: 'closed', reason: '介绍信上没有公章' })
})

test('who has named nobody is reminded or called; a phone is opened and a list exported for a reason, on record', async () => {
  const hand = await stage.hold('shuozhou')
  await hand.open(`packages/desk/liaisons/liaisons?region=${REGION}`)
  await hand.sees('桑干河观鸟会')
  await hand.tap('提醒没报的单位')
  await hand.tap('发提醒')
  await hand.seesPart('桑干河观鸟会（朔州市）')
  await hand.tap('知道了')

  await ask('zhou', units.nameLiaison, {
    name: '李明',
    duty: '秘书长',
    phone: '13812341234',
    mail: 'liming@example.cn',
    version: 0,
  })
  await hand.tap('已登记')
  await hand.seesPart('138****1234')
  await hand.tap('桑干河观鸟会')
  await write(hand, '原因', '核对六月的活动安排')
  await hand.tap('查看')
  await hand.sees('13812341234')
  await hand.page.getByRole('dialog').getByRole('button', { name: '关闭' }).tap()

  await hand.tap('导出表格')
  await write(hand, '原因', '报省厅汇总')
  await inSheet(hand, '导出').tap()
  await hand.page.waitForFunction(() => window.phone.kept.some(({ kind }) => kind === 'document'))

  await hand.open(`packages/desk/audit/audit?region=${REGION}`)
  await hand.sees('朔州组织者 导出了联络员表格')
  await hand.sees('朔州组织者 查看了联络员的电话和邮箱')
  await hand.sees('核对六月的活动安排')
})

test('the draft of a notice survives, an impatient thumb publishes it once, and it can be taken back', async () => {
  const hand = await stage.hold('shuozhou')
  const page = `packages/desk/write-notice/write-notice?region=${REGION}`
  await hand.open(page)
  await write(hand, '标题', '周末一起去看鸟')
  await write(hand, '正文', '星期六早上七点，桑干河湿地。')
  await hand.open(page)
  await eventually(() => held(hand, '正文'), '星期六早上七点，桑干河湿地。')
  await hand.tap('发布')
  await tapsTwice(hand, inSheet(hand, '发布'))
  await hand.sees('已发布')
  const all = (await ask('lin', notices.list, { region: REGION, after: null })).items
  expect(all.filter(({ title }) => title === '周末一起去看鸟').length).toBe(1)

  await hand.open(`packages/desk/notices/notices?region=${REGION}`)
  await hand.tap('周末一起去看鸟')
  await hand.tap('撤回')
  await write(hand, '原因', '下雨，改到下周')
  await inSheet(hand, '撤回').tap()
  await hand.sees('已撤回')
})

test('a notice from above is passed on with an addition', async () => {
  await ask('ministry', notices.publish, { region: '000000', title: '全国科普日的安排', text: '九月举行。' })
  const hand = await stage.hold('shanxi')
  await hand.open('packages/desk/notices/notices?region=140000')
  await hand.tap('全国科普日的安排')
  await hand.tap('转发到本级')
  await hand.sees('九月举行。')
  await write(hand, '本级补充', '太原主会场在汾河公园。')
  await hand.tap('转发')
  await inSheet(hand, '转发').tap()
  await hand.sees('已发布')
  const { items } = await ask('lin', notices.list, { region: REGION, after: null })
  expect(items.find(({ forwards }) => forwards?.title === '全国科普日的安排')).toMatchObject({
    region: '140000',
    text: '太原主会场在汾河公园。',
  })
})

test('a window is moved with a reason only, and what somebody else changed meanwhile is kept beside what was typed', async () => {
  const hand = await stage.hold('ministry')
  await hand.open('packages/desk/edition/edition')
  await hand.tap('大学生在行动')
  await hand.sees('怎么参加')
  await write(hand, '主题', '保护生物多样性，从身边开始')

  const before = await ask('ministry', editions.showEdition, { year: 2026 })
  const activity = before.activities.find(({ kind }) => kind === 'student-action')
  if (!activity) throw new Error('the seed has no such activity')
  const { kind, changed, unit, ...change } = activity
  expect([changed, unit]).toEqual([null, null])
  const other = { ...change, audience: '高校学生志愿者和他们的老师' }
  await ask('ministry', editions.editActivity, { year: 2026, kind, version: before.version, change: other, reason: '' })

  await hand.tap('保存')
  await hand.seesPart('刚才有人改了谁能参加')
  await eventually(() => held(hand, '主题'), '保护生物多样性，从身边开始')
  await eventually(() => held(hand, '谁能参加'), other.audience)
  await hand.tap('保存')
  await hand.sees('已保存，大家一分钟内就能看到。')
  const after = await ask('ministry', editions.showEdition, { year: 2026 })
  expect(after.activities.find(candidate => candidate.kind === kind)).toMatchObject({
    ...other,
    theme: '保护生物多样性，从身边开始',
  })
})

test('a code for a role is made, taken once, and the role taken back', async () => {
  const hand = await stage.hold('shuozhou')
  await hand.open(`packages/desk/roles/roles?region=${REGION}`)
  await hand.tap('请人负责')
  await hand.tap('评委')
  await hand.tap('生成授权码')
  const shown = hand.page.getByText(/^[0-9A-Z]{4} [0-9A-Z]{4}$/)
  const code = (await shown.innerText()).replace(' ', '')
  expect((await ask('zhou', people.takeRole, { code })).grants.map(({ role }) => role)).toContain('juror')

  await hand.open(`packages/desk/roles/roles?region=${REGION}`)
  await hand.tap('周同学')
  await write(hand, '原因', '评审结束')
  await inSheet(hand, '收回授权').tap()
  await hand.sees('已收回授权。')
  expect((await ask('zhou', people.me, {})).grants.map(({ role }) => role)).not.toContain('juror')
})

test('a text that the machine left to a person is let pass or not', async () => {
  await ask('zhao', people.saveProfile, { nickname: '小河〔测试:review〕', avatar: '', region: REGION })
  const hand = await stage.hold('shuozhou')
  await hand.open('packages/desk/home/home')
  await hand.role('button', '待看的文字，1').tap()
  await hand.sees('小河〔测试:review〕')
  await hand.tap('可以显示')
  await hand.sees('没有等着看的文字。')
  expect((await ask('zhao', people.me, {})).profile).toMatchObject({ nicknameWaits: false })
})

test('a tile that cannot be counted says so alone, and comes with another tap', async () => {
  const hand = await stage.hold('shuozhou', {}, /ERR_FAILED/)
  await hand.page.route('**/call**', async route => {
    if (route.request().postData()?.includes('units.countWaiting')) await route.abort()
    else await route.continue()
  })
  await hand.open('packages/desk/home/home')
  await hand.role('button', /^待看的文字，\d/).waitFor()
  await hand.role('button', /^待确认单位：没有取到/).waitFor()
  await hand.page.unroute('**/call**')
  await hand.role('button', /^待确认单位：没有取到/).tap()
  await hand.role('button', /^待确认单位，\d/).waitFor()
})

test('who organises nothing finds the way out of the desk', async () => {
  const hand = await stage.hold('lin')
  await hand.open('packages/desk/home/home')
  await hand.seesPart('这里给各级组织者用')
  await hand.tap('去我的')
  await hand.sees('长辈模式')
})
