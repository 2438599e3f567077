import { eventually } from '../../support/eventually'
import { Stage } from './support/stage'

const stage = Stage.forFile()

const stackOf = async (phone: Awaited<ReturnType<Stage['open']>>) => phone.page.evaluate(() => window.phone.pageStack())

test('pages pile up and are taken off by the back button, with their titles', async () => {
  const phone = await stage.open('/pages/first/first')
  const { page } = phone
  await eventually(() => page.getByRole('heading').innerText(), '第一页')
  await eventually(() => page.getByRole('button', { name: '返回' }).count(), 0)
  await page.getByRole('button', { name: '去数据页' }).click()
  await phone.isAt('pages/data/data')
  await eventually(() => page.getByRole('heading').innerText(), '数据')
  await eventually(async () => JSON.parse(await phone.text('#query')), { id: '7', word: '%E4%BA%91' })
  await eventually(() => stackOf(phone), ['pages/first/first', 'pages/data/data'])
  await page.getByRole('button', { name: '返回' }).click()
  await phone.isAt('pages/first/first')
})

test('a page that comes back is where it was scrolled to', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run('wx.pageScrollTo({ scrollTop: 321, duration: 0 })')
  await phone.page.waitForFunction(() => document.querySelector('wx-page')?.scrollTop === 321)
  await phone.run(`wx.navigateTo({ url: '/pages/data/data' })`)
  await phone.run('wx.navigateBack()')
  await eventually(() => phone.page.evaluate(() => document.querySelector('wx-page')?.scrollTop), 321)
})

test('only the shown page is in the document', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.page.getByRole('link', { name: '去样式页' }).click()
  await phone.isAt('pages/looks/looks')
  await eventually(() => phone.page.getByText('你好，邻居').count(), 0)
  await eventually(() => phone.page.getByText('半屏宽').count(), 1)
})

test('tabs keep their pages alive', async () => {
  const phone = await stage.open('/pages/first/first')
  const { page } = phone
  await page.getByRole('tab', { name: '二号' }).click()
  await phone.isAt('pages/second/second')
  await eventually(() => page.getByRole('tab', { selected: true }).innerText(), '二号')
  await page.getByRole('tab', { name: '一号' }).click()
  await phone.isAt('pages/first/first')
  await eventually(
    async () => (await phone.life()).filter(line => line !== 'first ready'),
    [
      'app launch pages/first/first',
      'app show',
      'first load',
      'first show 1',
      'first hide',
      'second show',
      'second hide',
      'first show 2',
      'first tab 0 一号',
    ],
  )
  await eventually(() => stackOf(phone), ['pages/first/first'])
})

test('a switch of tabs takes off what lies on them', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' })`)
  await phone.run(`wx.switchTab({ url: '/pages/second/second' })`)
  await eventually(() => stackOf(phone), ['pages/second/second'])
  await eventually(() => phone.page.locator('.tab-bar').isVisible(), true)
})

test('a custom navigation bar leaves the whole screen to the page', async () => {
  const phone = await stage.open('/pages/second/second')
  await eventually(() => phone.page.locator('.navigation-bar').count(), 0)
  await eventually(() => phone.css('.mine', 'padding-top'), '84px')
  await eventually(async () => (await phone.page.locator('.mine').boundingBox())?.y, 0)
  const rect = await phone.run<Record<string, number>>('wx.getMenuButtonBoundingClientRect()')
  const capsule = await phone.page.locator('.capsule').boundingBox()
  expect([rect.left, rect.top, rect.width, rect.height]).toEqual([
    capsule?.x,
    capsule?.y,
    capsule?.width,
    capsule?.height,
  ])
})

test.each([
  ['navigateTo', '/pages/second/second', 'can not navigateTo a tabbar page'],
  ['redirectTo', '/pages/second/second', 'can not redirectTo a tabbar page'],
  ['switchTab', '/pages/data/data', 'can not switch to no-tabBar page'],
  ['navigateTo', '/pages/gone/gone', 'page "pages/gone/gone" is not found'],
  ['navigateBack', '', 'cannot navigate back at first page.'],
  ['navigateTo', undefined, 'parameter error: parameter.url should be String instead of undefined'],
])('%s(%s) is refused as on a phone, by promise and by callback', async (name, url, reason) => {
  const phone = await stage.open('/pages/first/first')
  const options = JSON.stringify({ url })
  const errMsg = `${name}:fail ${reason}`
  expect(await phone.run(`wx.${name}(${options}).then(() => 'went', error => error.errMsg)`)).toBe(errMsg)
  const called = `new Promise(done => wx.${name}({ ...${options}, fail: error => done(error.errMsg) }))`
  expect(await phone.run(called)).toBe(errMsg)
  await eventually(() => stackOf(phone), ['pages/first/first'])
})

test('ten pages are the most', async () => {
  const phone = await stage.open('/pages/first/first')
  for (let count = 1; count < 10; count += 1) await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' })`)
  await eventually(async () => (await stackOf(phone)).length, 10)
  expect(await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' }).catch(error => error.errMsg)`)).toBe(
    'navigateTo:fail webview count limit exceed (10 pages are open)',
  )
  await phone.run('wx.navigateBack({ delta: 99 })')
  await eventually(() => stackOf(phone), ['pages/first/first'])
})

test('a sub-package is loaded on first use, and shares the modules of the main package', async () => {
  const phone = await stage.open('/pages/first/first')
  const isPackage = (request: string) => request.endsWith('/package-packages-extra.js')
  expect(phone.requests.filter(isPackage)).toEqual([])
  await phone.run(`wx.navigateTo({ url: '/packages/extra/deep/deep?chapter=4' })`)
  await eventually(() => phone.text('#chapter'), '第 5 章')
  await eventually(() => phone.page.getByText('徽章').count(), 1)
  await phone.run('wx.navigateBack()')
  await phone.run(`wx.navigateTo({ url: '/packages/extra/deep/deep?chapter=1' })`)
  expect(phone.requests.filter(isPackage).length).toBe(1)
  await eventually(async () => (await phone.life()).filter(line => line === 'deep load').length, 2)
})

test('a reload opens the page that was shown, with a way home', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run(`wx.navigateTo({ url: '/packages/extra/deep/deep?chapter=8' })`)
  await phone.page.reload()
  await phone.isAt('packages/extra/deep/deep')
  await eventually(() => phone.text('#chapter'), '第 9 章')
  await eventually(() => stackOf(phone), ['packages/extra/deep/deep'])
  await phone.page.getByRole('button', { name: '返回首页' }).click()
  await phone.isAt('pages/first/first')
})

test('a reload keeps the query to the letter', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run(`wx.navigateTo({ url: '/pages/data/data?text=100%2525%26%E4%BA%91&raw=云' })`)
  const before = await phone.text('#query')
  expect(JSON.parse(before)).toEqual({ text: '100%2525%26%E4%BA%91', raw: '云' })
  await phone.page.reload()
  await phone.isAt('pages/data/data')
  await eventually(() => phone.text('#query'), before)
})

test('the menu starts the mini-program again from its first page', async () => {
  const phone = await stage.open('/pages/data/data')
  await phone.page.getByRole('button', { name: '更多' }).click()
  await Promise.all([
    phone.page.waitForEvent('load'),
    phone.page.getByRole('button', { name: '重新进入小程序' }).click(),
  ])
  await phone.isAt('pages/first/first')
})

test('a mouse drags a page as a finger would', async () => {
  const phone = await stage.open('/pages/first/first')
  const { mouse } = phone.page
  await mouse.move(200, 600)
  await mouse.down()
  await mouse.move(200, 400, { steps: 4 })
  await mouse.up()
  await eventually(() => phone.page.evaluate(() => document.querySelector('wx-page')?.scrollTop), 200)
})

test('a page with unsaved work asks before it is left', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' })`)
  await phone.run(`wx.enableAlertBeforeUnload({ message: '还没保存，确定离开？' })`)
  await phone.page.getByRole('button', { name: '返回' }).click()
  await phone.page.getByRole('dialog', { name: '还没保存，确定离开？' }).getByRole('button', { name: '取消' }).click()
  await eventually(() => phone.path(), 'pages/fields/fields')
  await phone.page.getByRole('button', { name: '返回' }).click()
  await phone.page.getByRole('button', { name: '确定' }).click()
  await phone.isAt('pages/first/first')
})

test('title, colours, badge and tab bar follow the code', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run(`wx.setNavigationBarTitle({ title: '换了' })`)
  await phone.run(`wx.setNavigationBarColor({ frontColor: '#ffffff', backgroundColor: '#123456' })`)
  await phone.run(`wx.setTabBarStyle({ color: '#010203', backgroundColor: '#040506' })`)
  await phone.run(`wx.setTabBarBadge({ index: 1, text: '12' })`)
  await eventually(() => phone.page.getByRole('heading').innerText(), '换了')
  await eventually(
    async () => [await phone.css('.navigation-bar', 'color'), await phone.css('.navigation-bar', 'background-color')],
    ['rgb(255, 255, 255)', 'rgb(18, 52, 86)'],
  )
  await eventually(() => phone.css('.tab-bar', 'background-color'), 'rgb(4, 5, 6)')
  await eventually(() => phone.css('.tab:nth-child(2)', 'color'), 'rgb(1, 2, 3)')
  await eventually(() => phone.text('.tab:nth-child(2) .tab-badge'), '12')
  await phone.run(`wx.removeTabBarBadge({ index: 1 })`)
  await eventually(() => phone.page.locator('.tab:nth-child(2) .tab-badge').isVisible(), false)
})

test('sharing shows what a friend would get, from the menu and from a button', async () => {
  const phone = await stage.open('/pages/first/first')
  const { page } = phone
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '转发给朋友' }).click()
  const sheet = page.getByRole('dialog', { name: '转发给朋友' })
  await eventually(() => sheet.locator('.share-title').innerText(), '转发自menu')
  await eventually(() => sheet.locator('.share-path').innerText(), '/pages/first/first?shared=1')
  await sheet.getByRole('button', { name: '取消' }).click()
  await page.getByRole('tab', { name: '二号' }).click()
  await page.getByRole('button', { name: '发给朋友' }).click()
  await eventually(() => page.locator('.share-title').innerText(), 'button share poster')
  await eventually(() => page.locator('.share-picture').getAttribute('src'), '/phone/files/assets/light.png')
  await page.getByRole('button', { name: '发送' }).click()
  await eventually(() => page.getByRole('dialog').count(), 0)
})

test('a page is pulled down by hand and by code, and told when its end is near', async () => {
  const phone = await stage.open('/pages/refresh/refresh')
  const { mouse } = phone.page
  await mouse.move(200, 200)
  await mouse.down()
  await mouse.move(200, 420, { steps: 5 })
  await mouse.up()
  await phone.page.getByText('刷新 1 次').waitFor()
  await phone.run('wx.startPullDownRefresh()')
  await phone.page.getByText('刷新 2 次').waitFor()
  const other = await stage.open('/pages/first/first')
  await other.run('wx.pageScrollTo({ selector: "#end", duration: 0 })')
  await other.lived('first bottom')
  await eventually(async () => (await other.life()).filter(line => line === 'first bottom').length, 1)
  await eventually(() => other.life(), expect.arrayContaining(['first scrolled']))
})
