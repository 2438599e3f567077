import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/reading/reading')
})

const logged = (text: string) => phone.page.locator('#log').filter({ hasText: text }).waitFor()

async function drag(selector: string, x: number, y: number): Promise<void> {
  const box = await phone.page.locator(selector).boundingBox()
  if (box === null) throw new Error(`${selector} is not on the screen`)
  const [left, top] = [box.x + box.width / 2, box.y + box.height / 2]
  await phone.page.mouse.move(left, top)
  await phone.page.mouse.down()
  await phone.page.mouse.move(left + x, top + y, { steps: 6 })
  await phone.page.mouse.up()
}

test('rich text keeps its looks and loses what could act', async () => {
  const article = phone.page.locator('#article')
  await eventually(
    () => article.evaluate(element => element.innerHTML),
    '<h2 class="quiet">翠鸟</h2><p>住在<b>河边</b></p><a>走</a>',
  )
  await eventually(() => phone.css('#article h2', 'color'), 'rgb(1, 2, 3)')
  await eventually(
    () => phone.page.locator('#listed').evaluate(element => element.innerHTML),
    '<p class="quiet">3 &lt; 5</p>',
  )
})

test('a scroll view is pulled down, refreshes and closes', async () => {
  await drag('#list', 0, 110)
  await logged('refresh restored')
  await phone.page.getByText('第 0 条').waitFor()
  await drag('#list', 0, 20)
  await eventually(() => phone.text('#log'), 'refresh restored')
})

test('slides are turned by a drag, go round, and follow the data', async () => {
  await drag('#slides', -200, 0)
  await logged('1:touch')
  await eventually(async () => (await phone.page.locator('#slides').getByText('夏').boundingBox())?.x, 0)
  await drag('#slides', 200, 0)
  await drag('#slides', 200, 0)
  await logged('1:touch 0:touch 2:touch')
  await drag('#slides', -20, 0)
  await phone.run('getCurrentPages()[0].setData({ slide: 1 })')
  await logged('1:touch 0:touch 2:touch 1:')
  await eventually(() => phone.page.locator('wx-swiper-item[inert]').allInnerTexts(), ['春', '秋'])
})

test('progress is drawn and said', async () => {
  const bar = phone.page.getByRole('progressbar', { name: '进度' })
  await eventually(async () => [await bar.getAttribute('aria-valuenow'), await bar.innerText()], ['42', '42%'])
  const share = await phone.page.evaluate(() => {
    const width = (selector: string) => document.querySelector(selector)?.getBoundingClientRect().width ?? 0
    return Math.round((100 * width('#bar .progress-done')) / width('#bar .progress-bar'))
  })
  expect(share).toBe(42)
})

test('what stands in a portal covers the page, hears taps, and goes', async () => {
  await phone.page.getByRole('button', { name: '打开浮层' }).click()
  const layer = phone.page.locator('#layer')
  await eventually(() => layer.boundingBox(), { x: 0, y: 88, width: 390, height: 756 })
  await layer.click()
  await layer.waitFor({ state: 'detached' })
  await logged('closed')
  await phone.run(`wx.reLaunch({ url: '/pages/first/first' })`)
  await eventually(() => phone.page.locator('.root-portal').count(), 0)
})
