import type { BrowserContext, FrameLocator, Page } from 'playwright-core'
import { eventually } from '../../support/eventually'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let context: BrowserContext
let desk: Page
const complaints: string[] = []
const stray: string[] = []

async function open(query: string): Promise<void> {
  context = await stage.browser.newContext({
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    locale: 'zh-CN',
  })
  desk = await context.newPage()
  complaints.length = 0
  stray.length = 0
  desk.on('console', message => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  desk.on('request', request => {
    if (!request.url().startsWith(stage.server.url) && !/^(data|blob):/.test(request.url())) stray.push(request.url())
  })
  await desk.goto(`${stage.server.url}/${query}`)
}

afterEach(async () => {
  await context.close()
  expect(complaints).toEqual([])
  expect(stray).toEqual([])
})

const phone = (index = 0): FrameLocator => desk.locator('iframe').nth(index).contentFrame()
const button = (name: string) => desk.getByRole('button', { name, exact: true })

test('one phone lies on the desk, held by the first persona', async () => {
  await open('')
  await phone().getByText('你好，邻居').waitFor()
  await eventually(() => desk.locator('iframe').count(), 1)
  await eventually(() => desk.getByRole('combobox', { name: '扮演谁' }).inputValue(), 'lin')
  await eventually(() => desk.getByText('公众', { exact: true }).count(), 1)
})

test('two phones have two people, each with a page of their own', async () => {
  await open('?phones=2&persona2=lin&persona=wang&path2=/pages/second/second')
  await phone(0).getByText('你好，邻居').waitFor()
  await phone(1).getByText('第二页').waitFor()
  const people = desk.getByRole('combobox', { name: '扮演谁' })
  await eventually(async () => [await people.nth(0).inputValue(), await people.nth(1).inputValue()], ['wang', 'lin'])
  await phone(0)
    .locator('body')
    .evaluate(() => window.wx.cloud.callFunction({ name: 'quiz' }))
  await phone(1)
    .locator('body')
    .evaluate(() => window.wx.cloud.callFunction({ name: 'quiz' }))
  await eventually(() => stage.server.calls.slice(-2).map(call => call.persona), ['wang', 'lin'])
})

test('another person takes the phone', async () => {
  await open('')
  await phone().getByText('你好，邻居').waitFor()
  await phone()
    .locator('body')
    .evaluate(() => {
      window.wx.setStorageSync('mine', 1)
    })
  await desk.getByRole('combobox', { name: '扮演谁' }).selectOption('wang')
  await desk.getByText('省级组织者').waitFor()
  await desk.waitForFunction(() =>
    document.querySelector('iframe')?.contentWindow?.location.search.includes('persona=wang'),
  )
  await phone().getByText('你好，邻居').waitFor()
  await eventually(
    () =>
      phone()
        .locator('body')
        .evaluate(() => window.wx.getStorageSync('mine')),
    '',
  )
  expect(new URL(desk.url()).searchParams.get('persona')).toBe('wang')
})

test('the theme of the desk is the theme of its phones, also from its address', async () => {
  await open('?theme=dark')
  await phone().getByText('你好，邻居').waitFor()
  await eventually(() => phone().locator('html').getAttribute('data-theme'), 'dark')
  await button('浅色').click()
  await eventually(() => phone().locator('html').getAttribute('data-theme'), 'light')
  await eventually(() => desk.locator('html').getAttribute('data-theme'), 'light')
})

test('the network is cut and given back', async () => {
  await open('')
  await phone().getByText('你好，邻居').waitFor()
  await button('有网络').click()
  await eventually(
    () =>
      phone()
        .locator('body')
        .evaluate(() => window.phone.isOnline()),
    false,
  )
  await button('已断网').click()
  await eventually(
    () =>
      phone()
        .locator('body')
        .evaluate(() => window.phone.isOnline()),
    true,
  )
})

test('the clock of the cloud is set, stopped and set free', async () => {
  await open('')
  await desk.getByText('已停住').waitFor()
  await desk.getByLabel('北京时间').fill('2026-06-30T23:59')
  await button('改到此刻').click()
  await desk.getByText('已改，仍在走').waitFor()
  await eventually(() => stage.server.clock, { mode: 'ticking', now: Date.parse('2026-06-30T23:59:00+08:00') })
  await phone().locator('.status-time').filter({ hasText: '23:59' }).waitFor()
  await button('停在此刻').click()
  await desk.getByText('已停住').waitFor()
  await button('真实时间').click()
  await desk.locator('.chip[data-mode="real"]').waitFor()
  await eventually(() => stage.server.clock.mode, 'real')
})

test('the counters count from the last zero', async () => {
  await open('')
  const figures = () => desk.locator('.figure b').allInnerTexts()
  await phone().getByText('你好，邻居').waitFor()
  await eventually(figures, ['0', '0', '0'])
  stage.server.counters = { calls: 5, reads: 9, writes: 2, functions: { quiz: 4, editions: 1 } }
  await phone()
    .locator('body')
    .evaluate(() => window.wx.cloud.callFunction({ name: 'quiz' }))
  await desk.getByText('editions').waitFor()
  await eventually(figures, ['2', '4', '1'])
  await eventually(() => desk.locator('.details').innerText(), 'quiz\n1\neditions\n1')
  await button('清零').click()
  await eventually(figures, ['0', '0', '0'])
})

test('larger text starts the phone again where it was', async () => {
  await open('?path=/pages/looks/looks')
  await phone().getByText('半屏宽').waitFor()
  await button('特大').click()
  await desk.waitForFunction(() =>
    document.querySelector('iframe')?.contentWindow?.location.search.includes('fontScale=1.4'),
  )
  await phone().getByText('半屏宽').waitFor()
  await eventually(
    () =>
      phone()
        .locator('body')
        .evaluate(() => window.wx.getAppBaseInfo().fontSizeScaleFactor),
    1.4,
  )
})

test('a reload of a phone keeps its page, and of the desk too', async () => {
  await open('')
  await phone().getByText('去样式页').click()
  await phone().getByText('半屏宽').waitFor()
  await button('重新载入').click()
  await phone().getByText('半屏宽').waitFor()
  await desk.waitForFunction(() => new URL(location.href).searchParams.get('path') === '/pages/looks/looks?from=link')
  await desk.reload()
  await phone().getByText('半屏宽').waitFor()
})

test('what goes wrong on a phone is seen beside it', async () => {
  await open('?path=/pages/outside/outside')
  await phone().getByRole('button', { name: '没有的名字' }).click()
  await desk.getByText('1 个错误').click()
  await desk.getByText(/wx\.chooseLocation is not provided by the local phone/).waitFor()
  complaints.length = 0
})

test.each([320, 360, 390, 430, 768])('a phone is %i wide, whatever else stands on the desk', async width => {
  await open(`?width=${width}&phones=2&fontScale=1.75`)
  for (const index of [0, 1]) {
    await phone(index).getByText('你好，邻居').waitFor()
    const seen = await phone(index)
      .locator('body')
      .evaluate(() => [innerWidth, window.wx.getAppBaseInfo().fontSizeScaleFactor])
    expect(seen).toEqual([width, 1.75])
  }
  expect(new URL(desk.url()).searchParams.get('width')).toBe(width === 390 ? null : String(width))
})

test('the width is chosen on the desk, without starting the phone again', async () => {
  await open('')
  await phone().getByText('去样式页').click()
  await phone().getByText('半屏宽').waitFor()
  await button('768').click()
  await desk.waitForFunction(() => document.querySelector('iframe')?.contentWindow?.innerWidth === 768)
  await eventually(() => phone().getByText('半屏宽').isVisible(), true)
  expect(new URL(desk.url()).searchParams.get('width')).toBe('768')
})

test('what the telephone was handed lies beside it and can be taken', async () => {
  await open('')
  await phone().getByText('你好，邻居').waitFor()
  await phone()
    .locator('body')
    .evaluate(async () => {
      const canvas = window.wx.createOffscreenCanvas({ type: '2d', width: 30, height: 30 })
      const { tempFilePath } = await window.wx.canvasToTempFilePath({ canvas, destWidth: 30, destHeight: 30 })
      await window.wx.saveImageToPhotosAlbum({ filePath: tempFilePath })
    })
  const picture = desk.getByRole('img', { name: /^相册：/ })
  await picture.waitFor()
  await eventually(() => picture.evaluate(image => (image instanceof HTMLImageElement ? image.naturalWidth : 0)), 30)
})
