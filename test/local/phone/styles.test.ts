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
  expect(await phone.css('#half', 'width')).toBe('195px')
  expect(await phone.css('#imported', 'padding-left')).toBe('39px')
  expect([await phone.css('#inline', 'width'), await phone.css('#inline', 'height')]).toEqual(['78px', '39px'])
  await phone.run('getCurrentPages()[0].setData({ height: 150 })')
  expect(await phone.css('#inline', 'height')).toBe('78px')
})

test('100vh is the page area: below the bars, and above the tab bar on a tab page', async () => {
  expect(await heightOf('#whole')).toBe(844 - 88)
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
  expect(await boxOf('#fixed')).toEqual(fixed)
})

test('safe areas are those of the screen', async () => {
  expect(await phone.css('#safe', 'padding-bottom')).toBe('34px')
})

test("a page's rules leave an isolated component alone, and a component's leave the page alone", async () => {
  const inside = '#styled [class$="--cell"]'
  expect(await phone.css('#cell', 'color')).toBe('rgb(0, 100, 0)')
  expect(await phone.css(inside, 'color')).toBe('rgb(0, 0, 150)')
  expect(await phone.css(inside, 'padding-top')).toBe('0px')
  expect(await phone.css('#cell', 'padding-top')).toBe('4px')
  expect(await phone.css('#styled [class$="--loud"]', 'font-style')).toBe('normal')
})

test('a component that asks for it takes the rules of page and app too', async () => {
  expect(await phone.css('#stubborn .cell', 'color')).toBe('rgb(0, 100, 0)')
  expect(await phone.css('#stubborn .cell', 'margin-top')).toBe('9px')
  expect(await phone.css('#stubborn .loud', 'font-style')).toBe('italic')
})

test('a class handed in is found in the style sheet of who handed it in', async () => {
  const other = await stage.open('/pages/data/data')
  expect(await other.css('[class*="--panel-title"]', 'color')).toBe('rgb(200, 0, 0)')
  expect(await other.css('[class*="--panel-title"]', 'font-size')).toBe('20px')
  expect(await other.css('wx-panel', 'border-top-color')).toBe('rgb(1, 2, 3)')
})

test("one page's rules do not reach another page", async () => {
  expect(await phone.css('#lines', 'margin-left')).toBe('7px')
  await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' })`)
  await phone.isAt('pages/fields/fields')
  expect(await phone.css('wx-label wx-text', 'margin-left')).toBe('0px')
})

test('the theme is switched on the phone: sheets, bars, tab pictures and the app hear of it', async () => {
  expect(await phone.css('#only-dark', 'display')).toBe('none')
  expect(await phone.css('wx-page', 'background-color')).toBe('rgb(247, 246, 241)')
  await phone.run(`wx.onThemeChange(event => { window.heardTheme = event.theme })`)
  await phone.page.evaluate(() => {
    window.phone.setTheme('dark')
  })
  expect(await phone.css('#only-dark', 'display')).toBe('block')
  expect(await phone.css('wx-page', 'background-color')).toBe('rgb(15, 23, 19)')
  expect(await phone.css('#cell', 'color')).toBe('rgb(0, 100, 0)')
  expect(await phone.run('window.heardTheme')).toBe('dark')
  expect(await phone.run('wx.getAppBaseInfo().theme')).toBe('dark')
  expect(await phone.life()).toContain('app theme dark')
  await phone.run(`wx.switchTab({ url: '/pages/first/first' })`)
  await phone.isAt('pages/first/first')
  expect(await phone.css('.navigation-bar', 'background-color')).toBe('rgb(15, 23, 19)')
  expect(await phone.css('.status-bar', 'color')).toBe('rgb(255, 255, 255)')
  expect(
    await phone.page.locator('.tab-icon').evaluateAll(icons => icons.map(icon => icon.getAttribute('src'))),
  ).toEqual(['files/assets/chosen.png', 'files/assets/dark.png'])
})

test('page-meta styles the page and sets what a rem is, for this page only', async () => {
  expect([await phone.css('#rem', 'width'), await phone.css('#rem', 'padding-left')]).toEqual(['40px', '11px'])
  await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' })`)
  await phone.isAt('pages/fields/fields')
  expect(await phone.css('html', 'font-size')).toBe('16px')
})

test('pictures know their names, their size and their failure', async () => {
  await phone.page.locator('#seen').filter({ hasText: 'failed' }).filter({ hasText: 'loaded' }).waitFor()
  expect((await phone.text('#seen')).split(' ').sort()).toEqual(['failed', 'loaded', '{"width":9,"height":9}'])
  expect(await phone.page.getByRole('img', { name: '一个点' }).count()).toBe(1)
  expect([await phone.css('#picture', 'width'), await phone.css('#plain', 'width')]).toEqual(['52px', '320px'])
  expect(await phone.css('#picture img', 'object-fit')).toBe('cover')
  expect(phone.requests.map(request => new URL(request).pathname)).toContain('/phone/files/assets/light.png')
})

test('a hover class comes with the finger', async () => {
  expect(await phone.css('#hover', 'color')).toBe('rgb(34, 48, 42)')
  await phone.page.locator('#hover').hover()
  await phone.page.mouse.down()
  await phone.page.waitForFunction(
    () => getComputedStyle(document.querySelector('#hover') ?? document.body).color === 'rgb(9, 9, 9)',
  )
  await phone.page.mouse.up()
})

test('<text> keeps lines and folds spaces', async () => {
  expect(await phone.text('#lines')).toBe('一\n二 三')
})

test('Chinese is drawn from the font that is served', async () => {
  const fonts = await phone.page.evaluate(() =>
    [...document.fonts].filter(font => font.status === 'loaded').map(font => font.family.replaceAll('"', '')),
  )
  expect(new Set(fonts)).toEqual(new Set(['Noto Sans SC Variable']))
  expect(await phone.css('#half', 'font-family')).toBe('"Noto Sans SC Variable", serif')
})
