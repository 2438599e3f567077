import { editions } from '../../miniprogram/contract/editions'
import { people } from '../../miniprogram/contract/people'
import type { InputOf, Procedure } from '../../miniprogram/contract/rpc'
import { units } from '../../miniprogram/contract/units'
import type { Hand } from '../../local/hand'
import { askAs, uploadAs } from '../support/demo-cloud'
import { setStage } from '../support/stage'

const stage = setStage()

/** What a persona does on another phone, out of sight. */
const ask = <P extends Procedure>(persona: string, procedure: P, input: InputOf<P>) =>
  askAs(stage.cloud, persona, procedure, input)

const field = (hand: Hand, label: string) => hand.page.getByRole('textbox', { name: new RegExp(`^${label}`) })
const control = (hand: Hand, label: string) => hand.page.getByRole('button', { name: new RegExp(`^${label}`) })

/** A unit of Shuozhou with a code to join it by. */
async function unitWithCode(): Promise<string> {
  const { folder } = await ask('zhou', people.me, {})
  const proof = [await uploadAs(stage.cloud, 'zhou', `${folder}/letter.png`, 'a letter')]
  const unit = { name: '桑干河观鸟会', kind: 'society', region: '140600', parent: null } as const
  const { id } = await ask('zhou', units.apply, { ...unit, proof })
  await ask('shuozhou', units.confirm, { unit: id })
  return (await ask('zhou', units.invite, {})).code
}

test('a newcomer consents, joins a unit by its code, and finds what is open in their city', async () => {
  const code = await unitWithCode()
  const hand = await stage.hold('lin')
  await hand.tap('我的')
  await hand.tap('个人资料')
  await hand.role('radio', /18 到 59/).tap()
  await hand.role('checkbox', /我看过上面/).tap()
  await hand.tap('同意并继续')
  await field(hand, '昵称').fill('林晓')
  await control(hand, '所在地区').tap()
  await hand.tap('山西省')
  await hand.tap('朔州市')
  await hand.tap('保存')
  await hand.sees('已保存')
  await hand.tap('我的单位')
  await hand.tap('用邀请码加入')
  await field(hand, '邀请码').fill(code)
  await hand.tap('加入')
  await hand.sees('桑干河观鸟会')
  await hand.open('pages/home/home')
  await hand.sees('在朔州市就能参加')
  await hand.tap('科研设施开放日')
  await hand.sees('怎么参加')
})

test('two phones side by side: a window moved on one arrives on the other, with the reason', async () => {
  const reader = await stage.hold('zhou')
  await reader.tap('寻找城市守望者')
  await reader.sees('还剩 4 天')
  const organiser = await stage.hold('ministry')
  await organiser.open('packages/desk/edition/edition')
  await organiser.tap('寻找城市守望者')
  await control(organiser, '最后一天').tap()
  await organiser.picks('2026年', '9月', '29日')
  await field(organiser, '改时间的原因').fill('报名踊跃，延长一周')
  await organiser.tap('保存')
  await organiser.sees('已保存，大家一分钟内就能看到。')
  stage.cloud.clock.freeze(stage.cloud.clock.now() + 61_000)
  await reader.goBack()
  await reader.page.reload()
  await reader.seesPart('刚更新：5 月 22 日 — 9 月 29 日')
  await reader.tap('寻找城市守望者')
  await reader.seesPart('报名踊跃，延长一周')
})

test('an administrator opens next year from this year and publishes it when it is ready', async () => {
  const hand = await stage.hold('admin')
  await hand.tap('我的')
  await hand.tap('组织者工作台')
  await hand.tap('年度活动')
  await hand.tap('2027 年')
  await hand.tap('建立 2027 年草稿')
  await hand.tap('建立草稿')
  await hand.sees('草稿')
  const draft = await ask('admin', editions.showEdition, { year: 2027 })
  const now = await ask('admin', editions.showEdition, { year: 2026 })
  expect(draft.activities.map(({ kind }) => kind)).toEqual(now.activities.map(({ kind }) => kind))
  expect((await ask('lin', editions.home, {})).edition.year).toBe(2026)
  await hand.tap('发布这一年')
  await hand.page.getByRole('alertdialog').getByText('发布这一年', { exact: true }).tap()
  await hand.sees('正在用')
  stage.cloud.clock.freeze(stage.cloud.clock.now() + 61_000)
  expect((await ask('lin', editions.home, {})).edition.year).toBe(2027)
})
