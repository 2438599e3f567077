import * as v from 'valibot'
import type { Hand } from '../../local/hand'
import { units } from '../../miniprogram/contract/units'
import { askAs } from '../support/demo-cloud'
import { setStage } from '../support/stage'

const stage = setStage({ units: true })

const NAME = '桑干河科普驿站'
const PICTURE = Buffer.from('GIF89a a picture of a letter')
const unitsNamed = (name: string) =>
  v.parse(
    v.array(v.object({ _id: v.string(), parent: v.nullable(v.object({ name: v.string() })) })),
    stage.cloud.database.find('units', { name }),
  )

async function type(hand: Hand, label: string, text: string): Promise<void> {
  const field = hand.page.getByRole('textbox', { name: new RegExp(`^${label}`) }).last()
  await field.focus()
  await hand.page.keyboard.insertText(text)
}

async function fillApplication(hand: Hand): Promise<void> {
  await hand.open('packages/units/apply/apply')
  await type(hand, '单位名称', NAME)
  await hand.page.getByRole('button', { name: /^单位类别/ }).tap()
  await hand.tap('学会、协会和社会组织')
  await hand.page.getByRole('button', { name: /^所在地区/ }).tap()
  await hand.tap('山西省')
  await hand.tap('朔州市')
  const picture = { name: 'letter.gif', mimeType: 'image/gif', buffer: PICTURE }
  await hand.chooses([picture], () => hand.tap('添加照片'))
  await hand.sees('已上传')
}

async function chooseParent(hand: Hand, letters: string, name: string): Promise<void> {
  await hand.page.getByRole('button', { name: /^上级单位/ }).tap()
  await hand.sees('输入单位名称开头的几个字来找。')
  await hand.page.getByRole('dialog').getByRole('textbox').fill(letters)
  await hand.tap(name)
}

test('a new unit names the one above it, the organiser sees that; taken back, nothing of it is left', async () => {
  const files = () => stage.cloud.files.list({ limit: 100 }).length
  const before = files()
  const hand = await stage.hold('zhou')
  await fillApplication(hand)
  await chooseParent(hand, '朔州市生态', '朔州市生态环境监测站')
  await hand.tap('提交登记')
  await hand.sees('等待确认')
  await hand.sees('朔州市生态环境监测站')
  const [unit] = unitsNamed(NAME)
  expect([unit?.parent?.name, files() - before]).toEqual(['朔州市生态环境监测站', 1])

  const organiser = await stage.hold('shuozhou')
  await organiser.open(`packages/desk/unit/unit?unit=${unit?._id ?? ''}`)
  await organiser.sees('朔州市生态环境监测站')

  await hand.tap('撤回申请')
  await hand.tap('再想想')
  expect(unitsNamed(NAME)).toHaveLength(1)
  await hand.tap('撤回申请')
  await hand.tap('撤回')
  await hand.sees('还没有加入单位')
  expect([unitsNamed(NAME), files()]).toEqual([[], before])
})

test('a parent belongs to its region: whoever moves the unit elsewhere chooses anew', async () => {
  const hand = await stage.hold('zhou')
  await fillApplication(hand)
  await chooseParent(hand, '太原', '没有找到已确认的单位，换几个字试试。')
  await hand.page.getByRole('dialog').getByRole('textbox').fill('朔州市生态')
  await hand.tap('朔州市生态环境监测站')
  await hand.page.getByRole('button', { name: /^所在地区/ }).tap()
  await hand.tap('山西省')
  await hand.tap('太原市')
  await hand.page.getByRole('button', { name: '上级单位，不选' }).waitFor()
  await hand.page.getByText('朔州市生态环境监测站').waitFor({ state: 'detached' })
})

test('an application that was confirmed meanwhile is not taken back; the page says so and shows the unit', async () => {
  const hand = await stage.hold('zhou')
  await fillApplication(hand)
  await hand.tap('提交登记')
  await hand.sees('等待确认')
  await hand.tap('撤回申请')
  const [unit] = unitsNamed(NAME)
  await askAs(stage.cloud, 'shuozhou', units.confirm, { unit: String(unit?._id) })
  await hand.tap('撤回')
  await hand.seesPart('组织者已经作出决定，申请不能再撤回')
  await hand.sees('你是负责人')
})
