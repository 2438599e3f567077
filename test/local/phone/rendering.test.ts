import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/data/data?id=7&word=%E4%BA%91')
})

test('the query reaches onLoad as it stands in the address', async () => {
  await eventually(async () => JSON.parse(await phone.text('#query')), { id: '7', word: '%E4%BA%91' })
})

test('bindings, conditions, lists, templates, imports and includes show the data', async () => {
  await eventually(() => phone.text('#path'), '乙/1')
  await eventually(() => phone.text('#branch'), '关')
  await eventually(() => phone.page.locator('.row').allInnerTexts(), ['1.甲', '2.乙'])
  await eventually(() => phone.text('#template'), '模板 1')
  await eventually(() => phone.text('#footer'), '页脚 1')
})

test('setData by path changes exactly what hangs on it', async () => {
  await phone.page.getByRole('button', { name: '改数据' }).click()
  await eventually(() => phone.text('#path'), '丙/2')
  await eventually(() => phone.text('#branch'), '开')
  await eventually(() => phone.page.locator('.row').allInnerTexts(), ['1.甲', '2.丙'])
  await eventually(() => phone.text('#template'), '模板 2')
  await eventually(() => phone.text('#footer'), '页脚 2')
})

test('wxs knows types by name, keeps backslashes and requires other files', async () => {
  await eventually(() => phone.text('#wxs'), '甲! Array\\,Object\\,String\\,Number Object true false')
})

test('an event tells dataset, mark and where the page was touched', async () => {
  const row = phone.page.locator('.row').nth(1)
  const box = await row.boundingBox()
  await row.click({ position: { x: 30, y: 5 } })
  await eventually(
    async () => JSON.parse(await phone.text('#chosen')),
    [{ name: '乙' }, { place: 1 }, 0, Math.round((box?.x ?? 0) + 30)],
  )
})

test('catch keeps an event from going further up', async () => {
  await phone.page.locator('#outer').click({ position: { x: 2, y: 2 } })
  await eventually(() => phone.text('#chosen'), 'outer heard')
})

test('slots take content by name and by default, in the page that fills them', async () => {
  const panel = phone.page.locator('wx-panel')
  await eventually(
    async () =>
      (await panel.innerText())
        .split('\n')
        .filter(line => line !== '')
        .slice(0, 2),
    ['面板', '头'],
  )
  await eventually(() => phone.text('wx-panel [class$="--panel-body"]'), expect.stringMatching(/^默认内容 {/))
})

test('a component tells its page', async () => {
  await phone.page.getByRole('button', { name: '收起' }).click()
  await eventually(() => phone.text('#chosen'), 'shut panel')
})

test('observers, behaviors and model bindings follow the data', async () => {
  await eventually(() => phone.text('#counted-text'), '2 a1 来自 behavior')
  await phone.page.getByRole('button', { name: '改数据' }).click()
  await eventually(() => phone.text('#counted-text'), '4 a2 来自 behavior')
  await phone.page.getByRole('button', { name: '选 b' }).click()
  await eventually(() => phone.text('#counted-text'), '4 b2 来自 behavior')
  await eventually(() => phone.text('#picked'), 'b')
  await phone.run(`getCurrentPages()[0].selectComponent('#counted').greet()`)
  await eventually(() => phone.text('#counted-text'), '4 b2 打过招呼')
})

test('every setData is weighed, with the page and component it came from', async () => {
  await phone.run(`getCurrentPages()[0].setData({ chosen: '云'.repeat(100) })`)
  await eventually(() => phone.page.evaluate(() => window.phone.largestUpdate()), {
    bytes: '{"chosen":""}'.length + 300,
    page: 'pages/data/data',
    component: 'pages/data/data',
  })
  const before = await phone.page.evaluate(() => window.phone.updates().length)
  await phone.page.getByRole('button', { name: '选 b' }).click()
  await eventually(() => phone.page.evaluate(from => window.phone.updates()[from], before), {
    bytes: '{"picked":"b"}'.length,
    page: 'pages/data/data',
    component: 'components/counted/counted',
  })
})
