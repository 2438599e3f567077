import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/data/data?id=7&word=%E4%BA%91')
})

test('the query reaches onLoad as it stands in the address', async () => {
  expect(JSON.parse(await phone.text('#query'))).toEqual({ id: '7', word: '%E4%BA%91' })
})

test('bindings, conditions, lists, templates, imports and includes show the data', async () => {
  expect(await phone.text('#path')).toBe('乙/1')
  expect(await phone.text('#branch')).toBe('关')
  expect(await phone.page.locator('.row').allInnerTexts()).toEqual(['1.甲', '2.乙'])
  expect(await phone.text('#template')).toBe('模板 1')
  expect(await phone.text('#footer')).toBe('页脚 1')
})

test('setData by path changes exactly what hangs on it', async () => {
  await phone.page.getByRole('button', { name: '改数据' }).click()
  expect(await phone.text('#path')).toBe('丙/2')
  expect(await phone.text('#branch')).toBe('开')
  expect(await phone.page.locator('.row').allInnerTexts()).toEqual(['1.甲', '2.丙'])
  expect(await phone.text('#template')).toBe('模板 2')
  expect(await phone.text('#footer')).toBe('页脚 2')
})

test('wxs knows types by name, keeps backslashes and requires other files', async () => {
  expect(await phone.text('#wxs')).toBe('甲! Array\\,Object\\,String\\,Number Object true false')
})

test('an event tells dataset, mark and where the page was touched', async () => {
  const row = phone.page.locator('.row').nth(1)
  const box = await row.boundingBox()
  await row.click({ position: { x: 30, y: 5 } })
  expect(JSON.parse(await phone.text('#chosen'))).toEqual([
    { name: '乙' },
    { place: 1 },
    0,
    Math.round((box?.x ?? 0) + 30),
  ])
})

test('catch keeps an event from going further up', async () => {
  await phone.page.locator('#outer').click({ position: { x: 2, y: 2 } })
  expect(await phone.text('#chosen')).toBe('outer heard')
})

test('slots take content by name and by default, in the page that fills them', async () => {
  const panel = phone.page.locator('wx-panel')
  expect(
    (await panel.innerText())
      .split('\n')
      .filter(line => line !== '')
      .slice(0, 2),
  ).toEqual(['面板', '头'])
  expect(await phone.text('wx-panel [class$="--panel-body"]')).toMatch(/^默认内容 {/)
})

test('a component tells its page', async () => {
  await phone.page.getByRole('button', { name: '收起' }).click()
  expect(await phone.text('#chosen')).toBe('shut panel')
})

test('observers, behaviors and model bindings follow the data', async () => {
  expect(await phone.text('#counted-text')).toBe('2 a1 来自 behavior')
  await phone.page.getByRole('button', { name: '改数据' }).click()
  expect(await phone.text('#counted-text')).toBe('4 a2 来自 behavior')
  await phone.page.getByRole('button', { name: '选 b' }).click()
  expect(await phone.text('#counted-text')).toBe('4 b2 来自 behavior')
  expect(await phone.text('#picked')).toBe('b')
  await phone.run(`getCurrentPages()[0].selectComponent('#counted').greet()`)
  expect(await phone.text('#counted-text')).toBe('4 b2 打过招呼')
})

test('every setData is weighed, with the page and component it came from', async () => {
  await phone.run(`getCurrentPages()[0].setData({ chosen: '云'.repeat(100) })`)
  const largest = await phone.page.evaluate(() => window.phone.largestUpdate())
  expect(largest).toEqual({
    bytes: '{"chosen":""}'.length + 300,
    page: 'pages/data/data',
    component: 'pages/data/data',
  })
  const before = await phone.page.evaluate(() => window.phone.updates().length)
  await phone.page.getByRole('button', { name: '选 b' }).click()
  const added = await phone.page.evaluate(from => window.phone.updates().slice(from), before)
  expect(added[0]).toEqual({
    bytes: '{"picked":"b"}'.length,
    page: 'pages/data/data',
    component: 'components/counted/counted',
  })
})
