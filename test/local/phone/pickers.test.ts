import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/pickers/pickers')
})

const log = () => phone.text('#log')
const open = (name: string) => phone.page.getByText(name, { exact: true }).click()
const wheel = (at: number) =>
  phone.page
    .getByRole('dialog')
    .getByRole('listbox')
    .nth(at - 1)
const turn = (at: number, text: string) => wheel(at).getByRole('option', { name: text, exact: true }).click()
const texts = (at: number) => wheel(at).getByRole('option').allInnerTexts()
const answer = (name: '确定' | '取消') => phone.page.getByRole('dialog').getByRole('button', { name }).click()

test('one of a list is chosen by its place', async () => {
  await open('单位')
  await eventually(() => texts(1), ['学校', '场馆', '湿地'])
  await turn(1, '湿地')
  await answer('确定')
  await eventually(log, 'one:2')
})

test('leaving changes nothing and is told', async () => {
  await open('单位')
  await turn(1, '湿地')
  await answer('取消')
  await eventually(log, 'cancelled')
  await open('单位')
  await eventually(() => wheel(1).getByRole('option', { selected: true }).innerText(), '学校')
  await answer('确定')
  await eventually(log, 'one:0')
})

test('a later column follows the page’s answer to an earlier one', async () => {
  await open('两列')
  await eventually(() => wheel(2).getByRole('option', { selected: true }).innerText(), '湖')
  await turn(1, '气')
  await wheel(2).getByText('沙尘').waitFor()
  await eventually(() => texts(2), ['霾', '臭氧', '沙尘'])
  await turn(2, '沙尘')
  await answer('确定')
  await eventually(async () => [await log(), await phone.text('#pair')], ['many:[1,2]', '1,2'])
})

test('a day exists in its month, and lies between the first and the last', async () => {
  await open('日期')
  await eventually(async () => (await texts(2))[0], '3月')
  await turn(2, '4月')
  await eventually(async () => (await texts(3)).length, 30)
  await eventually(() => wheel(3).getByRole('option', { selected: true }).innerText(), '30日')
  await turn(2, '3月')
  await eventually(async () => (await texts(3))[0], '10日')
  await turn(3, '12日')
  await answer('确定')
  await eventually(log, 'day:"2026-03-12"')
  await open('月份')
  await turn(2, '6月')
  await answer('确定')
  await eventually(log, 'month:"2026-06"')
})

test('a time lies between the first and the last', async () => {
  await open('时间')
  await eventually(async () => (await texts(1)).at(-1), '18')
  await turn(1, '18')
  await eventually(async () => (await texts(2)).at(-1), '30')
  await turn(2, '15')
  await answer('确定')
  await eventually(log, 'time:"18:15"')
})

test('a region is a way down from the province, with its codes', async () => {
  await open('地区')
  await turn(1, '山西省')
  await turn(2, '朔州市')
  await turn(3, '平鲁区')
  await answer('确定')
  await eventually(log, '山西省/朔州市/平鲁区 140000/140600/140603')
})

test('a disabled picker stays shut, and a form knows what the others hold', async () => {
  await open('锁住')
  await eventually(() => phone.page.getByRole('dialog').count(), 0)
  await open('单位')
  await turn(1, '场馆')
  await answer('确定')
  await phone.page.getByRole('button', { name: '交' }).click()
  await eventually(async () => JSON.parse(await log()), { one: 1, day: '2026-05-31', place: '' })
})

test('wheels are turned by hand too, and rest on a text', async () => {
  await open('单位')
  const atRest = () => (document.querySelector('.wheel')?.getBoundingClientRect().bottom ?? Infinity) <= innerHeight
  await phone.page.waitForFunction(atRest)
  const box = await wheel(1).boundingBox()
  if (box === null) throw new Error('the wheel is not on the screen')
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2]
  await phone.page.mouse.move(x, y)
  await phone.page.mouse.down()
  await phone.page.mouse.move(x, y - 50, { steps: 5 })
  await phone.page.mouse.up()
  await wheel(1).getByRole('option', { name: '场馆', selected: true }).waitFor()
  await eventually(() => wheel(1).evaluate(element => element.scrollTop), 44)
  await answer('确定')
  await eventually(log, 'one:1')
})

test('wheels in a page stand where the data say, and tell where they come to rest', async () => {
  const column = phone.page.locator('#view').getByRole('listbox').first()
  await eventually(() => column.evaluate(element => element.scrollTop), 40)
  await column.getByText('10 时').click()
  await phone.page.locator('#log').filter({ hasText: 'view:[2,0]' }).waitFor()
  await eventually(() => column.evaluate(element => element.scrollTop), 80)
})
