import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/looks/looks')
})

const heightOf = async (selector: string) => (await phone.page.locator(selector).boundingBox())?.height
const boxOf = async (selector: string) => phone.page.locator(selector).boundingBox()

test('rpx are parts of the screen, in sheets, in imported sheets and in style attributes', async () => {
  await eventually(() => phone.css('#half', 'width'), '195px')
  await eventually(() => phone.css('#imported', 'padding-left'), '39px')
  await eventually(
    async () => [await phone.css('#inline', 'width'), await phone.css('#inline', 'height')],
    ['78px', '39px'],
  )
  await phone.run('getCurrentPages()[0].setData({ height: 150 })')
  await eventually(() => phone.css('#inline', 'height'), '78px')
})

test('100vh is the page area: below the bars, and above the tab bar on a tab page', async () => {
  await eventually(() => heightOf('#whole'), 844 - 88)
  await phone.run(`wx.switchTab({ url: '/pages/first/first' })`)
  await phone.isAt('pages/first/first')
  expect(await phone.run<number>('wx.getWindowInfo().windowHeight')).toBe(844 - 88 - 84)
  expect(await heightOf('.tall')).toBeCloseTo(3 * (844 - 88 - 84), 0)
})

test('fixed elements stay in the page area', async () => {
  const fixed = await boxOf('#fixed')
  expect((fixed?.y ?? 0) + (fixed?.height ?? 0)).toBe(844)
  await phone.run('wx.pageScrollTo({ scrollTop: 300, duration: 0 })')
  await phone.page.waitForFunction(() => document.querySelector('wx-page')?.scrollTop === 300)
  await eventually(() => boxOf('#fixed'), fixed)
})

test('safe areas are those of the screen', async () => {
  await eventually(() => phone.css('#safe', 'padding-bottom'), '34px')
})

test("a page's rules leave an isolated component alone, and a component's leave the page alone", async () => {
  const inside = '#styled [class$="--cell"]'
  await eventually(() => phone.css('#cell', 'color'), 'rgb(0, 100, 0)')
  await eventually(() => phone.css(inside, 'color'), 'rgb(0, 0, 150)')
  await eventually(() => phone.css(inside, 'padding-top'), '0px')
  await eventually(() => phone.css('#cell', 'padding-top'), '4px')
  await eventually(() => phone.css('#styled [class$="--loud"]', 'font-style'), 'normal')
})

test('a component that asks for it takes the rules of page and app too', async () => {
  await eventually(() => phone.css('#stubborn .cell', 'color'), 'rgb(0, 100, 0)')
  await eventually(() => phone.css('#stubborn .cell', 'margin-top'), '9px')
  await eventually(() => phone.css('#stubborn .loud', 'font-style'), 'italic')
})

test('a class handed in is found in the style sheet of who handed it in', async () => {
  const other = await stage.open('/pages/data/data')
  await eventually(() => other.css('[class*="--panel-title"]', 'color'), 'rgb(200, 0, 0)')
  await eventually(() => other.css('[class*="--panel-title"]', 'font-size'), '20px')
  await eventually(() => other.css('wx-panel', 'border-top-color'), 'rgb(1, 2, 3)')
})

test("one page's rules do not reach another page", async () => {
  await eventually(() => phone.css('#lines', 'margin-left'), '7px')
  await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' })`)
  await phone.isAt('pages/fields/fields')
  await eventually(() => phone.css('wx-label wx-text', 'margin-left'), '0px')
})

test('the theme is switched on the phone: sheets, bars, tab pictures and the app hear of it', async () => {
  await eventually(() => phone.css('#only-dark', 'display'), 'none')
  await eventually(() => phone.css('wx-page', 'background-color'), 'rgb(247, 246, 241)')
  await phone.run(`wx.onThemeChange(event => { window.heardTheme = event.theme })`)
  await phone.page.evaluate(() => {
    window.phone.setTheme('dark')
  })
  await eventually(() => phone.css('#only-dark', 'display'), 'block')
  await eventually(() => phone.css('wx-page', 'background-color'), 'rgb(15, 23, 19)')
  await eventually(() => phone.css('#cell', 'color'), 'rgb(0, 100, 0)')
  await eventually(() => phone.run('window.heardTheme'), 'dark')
  expect(await phone.run('wx.getAppBaseInfo().theme')).toBe('dark')
  await eventually(() => phone.life(), expect.arrayContaining(['app theme dark']))
  await phone.run(`wx.switchTab({ url: '/pages/first/first' })`)
  await phone.isAt('pages/first/first')
  await eventually(() => phone.css('.navigation-bar', 'background-color'), 'rgb(15, 23, 19)')
  await eventually(() => phone.css('.status-bar', 'color'), 'rgb(255, 255, 255)')
  await eventually(
    () => phone.page.locator('.tab-icon').evaluateAll(icons => icons.map(icon => icon.getAttribute('src'))),
    ['files/assets/chosen.png', 'files/assets/dark.png'],
  )
})

test('page-meta styles the page and sets what a rem is, for this page only', async () => {
  await eventually(
    async () => [await phone.css('#rem', 'width'), await phone.css('#rem', 'padding-left')],
    ['40px', '11px'],
  )
  await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' })`)
  await phone.isAt('pages/fields/fields')
  await eventually(() => phone.css('html', 'font-size'), '16px')
})

test('pictures know their names, their size and their failure', async () => {
  await phone.page.locator('#seen').filter({ hasText: 'failed' }).filter({ hasText: 'loaded' }).waitFor()
  await eventually(
    async () => (await phone.text('#seen')).split(' ').sort(),
    ['failed', 'loaded', '{"width":9,"height":9}'],
  )
  await eventually(() => phone.page.getByRole('img', { name: '一个点' }).count(), 1)
  await eventually(
    async () => [await phone.css('#picture', 'width'), await phone.css('#plain', 'width')],
    ['52px', '320px'],
  )
  await eventually(() => phone.css('#picture img', 'object-fit'), 'cover')
  expect(phone.requests.map(request => new URL(request).pathname)).toContain('/phone/files/assets/light.png')
})

test('a hover class comes with the finger', async () => {
  await eventually(() => phone.css('#hover', 'color'), 'rgb(34, 48, 42)')
  await phone.page.locator('#hover').hover()
  await phone.page.mouse.down()
  await phone.page.waitForFunction(
    () => getComputedStyle(document.querySelector('#hover') ?? document.body).color === 'rgb(9, 9, 9)',
  )
  await phone.page.mouse.up()
})

test('<text> keeps lines and folds spaces', async () => {
  await eventually(() => phone.text('#lines'), '一\n二 三')
})

test('Chinese is drawn from the font that is served', async () => {
  const fonts = () =>
    phone.page.evaluate(() =>
      [...document.fonts].filter(font => font.status === 'loaded').map(font => font.family.replaceAll('"', '')),
    )
  await eventually(async () => new Set(await fonts()), new Set(['Noto Sans SC Variable']))
  await eventually(() => phone.css('#half', 'font-family'), '"Noto Sans SC Variable", serif')
})
