import { units } from '../../miniprogram/contract/units'
import type { Hand } from '../../local/hand'
import { personas } from '../../local/seed/personas'
import { askAs } from '../support/demo-cloud'
import { eventually } from '../support/eventually'
import { setStage } from '../support/stage'

const stage = setStage()

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const NAME = '朔州市第三中学'
const NO_SUCH_CODE = '没有这个码，请对一对再输入。'

const openIdOf = (persona: string) => personas.find(({ id }) => id === persona)?.openId
const known = (persona: string) => stage.cloud.database.find('people').filter(({ _id }) => _id === openIdOf(persona))
const unitNamed = (name: string) => stage.cloud.database.find('units').filter(unit => unit.name === name)

const field = (hand: Hand, label: string) => hand.page.getByRole('textbox', { name: new RegExp(`^${label}`) })

async function fill(hand: Hand, values: Record<string, string>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await field(hand, label).fill(value)
}

async function consent(hand: Hand): Promise<void> {
  await hand.role('radio', /18 到 59/).tap()
  await hand.role('checkbox', /我看过上面/).tap()
  await hand.tap('同意并继续')
}

async function chooseCity(hand: Hand): Promise<void> {
  await hand.page.getByRole('button', { name: /^所在地区/ }).tap()
  await hand.tap('山西省')
  await hand.tap('朔州市')
}

async function fillApplication(hand: Hand): Promise<void> {
  await fill(hand, { 单位名称: NAME })
  await hand.page.getByRole('button', { name: /^单位类别/ }).tap()
  await hand.tap('中小学校')
  await chooseCity(hand)
  const picture = { name: 'letter.png', mimeType: 'image/png', buffer: PICTURE }
  await hand.chooses([picture], () => hand.tap('添加照片'))
  await hand.sees('已上传')
}

/** Names of the drafts that the phone itself holds, also empty ones. */
const draftsOn = async (hand: Hand): Promise<string[]> =>
  (await hand.page.evaluate(() => Object.keys(localStorage))).flatMap(name => /draft:.*$/.exec(name)?.[0] ?? [])

async function confirmUnit(): Promise<void> {
  const own = await askAs(stage.cloud, 'lin', units.mine, {})
  if (!own) throw new Error('the unit has not been registered')
  await askAs(stage.cloud, 'shuozhou', units.confirm, { unit: own.id })
}

test('nothing is stored before the consent; a child needs a guardian’s own tick', async () => {
  const hand = await stage.hold('lin')
  await hand.tap('我的')
  await hand.tap('个人资料')
  await hand.sees('先说清楚，再开始')
  await eventually(
    () => hand.role('checkbox').evaluateAll(boxes => boxes.map(box => box.getAttribute('aria-checked'))),
    ['false'],
  )
  await hand.role('radio', /不满 14 岁/).tap()
  await hand.role('checkbox', /我看过上面/).tap()
  await hand.tap('同意并继续')
  await hand.sees('请家长读过以后，在这里打个勾。')
  expect(known('lin')).toEqual([])
  await hand.role('checkbox', /我是监护人/).tap()
  await hand.tap('同意并继续')
  await hand.sees('换头像')
  await eventually(() => known('lin'), [expect.objectContaining({ ageBand: 'under-14', nickname: '' })])
})

test('a person says who they are, and takes all of it back', async () => {
  const hand = await stage.hold('lin')
  await hand.open('packages/people/profile/profile')
  await hand.tap('换头像')
  await hand.page.getByRole('button', { name: '头像：水滴' }).tap()
  await hand.sees('只有你自己看得到')
  await fill(hand, { 昵称: '林晓' })
  await chooseCity(hand)
  await hand.tap('保存')
  await hand.sees('已保存')
  await hand.sees('山西省 · 朔州市')
  await eventually(() => known('lin'), [expect.objectContaining({ nickname: '林晓', region: '140600' })])

  await eventually(() => draftsOn(hand), ['draft:profile'])

  await hand.tap('我的数据与隐私')
  await hand.tap('把我的数据给我')
  await hand.seesPart('.xlsx')
  await eventually(async () => (await hand.kept()).map(({ kind }) => kind), ['document'])
  await hand.tap('取消')
  await hand.tap('删除我')
  await hand.page.locator('confirm-sheet').getByText('删除我', { exact: true }).tap()
  await hand.sees('已经删除')
  expect(known('lin')).toEqual([])
  await eventually(() => draftsOn(hand), [])
})

test('a unit is registered over a bad network, from a draft, and once', async () => {
  const hand = await stage.hold('lin')
  await hand.tap('我的')
  await hand.tap('我的单位')
  await consent(hand)
  await hand.tap('登记新单位')
  await fillApplication(hand)
  await hand.goBack()
  await hand.tap('登记新单位')
  await eventually(() => field(hand, '单位名称').inputValue(), NAME)
  await hand.loseNetwork()
  await hand.tap('提交登记')
  await hand.sees('网络断开了，连上网后再试一次。')
  expect(unitNamed(NAME)).toEqual([])
  await hand.findNetwork()
  await hand.reading('提交登记').dblclick()
  await hand.sees('等待确认')
  await eventually(() => unitNamed(NAME), [expect.objectContaining({ state: 'applied', region: '140600' })])
})

test('its officer invites by code, and names the liaison officer and corrects it', async () => {
  await confirmUnit()
  const officer = await stage.hold('lin')
  await officer.open('packages/units/invite/invite')
  await officer.tap('生成邀请码')
  const code = await officer.page.getByLabel(/^[0-9A-Z]{8}$/).getAttribute('aria-label')

  const member = await stage.hold('zhou')
  await member.open('packages/units/join/join')
  await fill(member, { 邀请码: 'AAAAAAAA' })
  await member.tap('加入')
  await member.sees(NO_SUCH_CODE)
  await fill(member, { 邀请码: code?.toLowerCase() ?? '' })
  await member.tap('加入')
  await member.sees(NAME)
  await member.sees('2 人')

  await officer.open('packages/units/liaison/liaison')
  await fill(officer, { 姓名: '王建国', 职务: '科长', 电话: '0349-2024567', 邮箱: 'wang@example.cn' })
  await officer.tap('登记')
  await officer.sees('王建国 · 科长')
  await fill(officer, { 职务: '副科长' })
  await officer.tap('保存修改')
  await officer.sees('王建国 · 副科长')
  await officer.sees('王建国 · 科长')
})

test('five wrong codes, then a pause that is said in words', async () => {
  const hand = await stage.hold('zhou')
  await hand.open('packages/people/enter-code/enter-code')
  for (const wrong of ['AAAAAAA2', 'AAAAAAA3', 'AAAAAAA4', 'AAAAAAA5', 'AAAAAAA6']) {
    await fill(hand, { 授权码: wrong })
    await hand.tap('确定')
    await hand.sees(NO_SUCH_CODE)
    await field(hand, '授权码').fill('')
    // The words of this try must not be taken for those of the next.
    await hand.reading(NO_SUCH_CODE).waitFor({ state: 'hidden' })
  }
  await fill(hand, { 授权码: 'AAAAAAA7' })
  await hand.tap('确定')
  await hand.seesPart('试的次数有点多，先歇一歇')
})
