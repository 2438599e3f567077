import { Stage } from './support/stage'

const stage = Stage.forFile()

const stackOf = async (phone: Awaited<ReturnType<Stage['open']>>) => phone.page.evaluate(() => window.phone.pageStack())

test('pages pile up and are taken off by the back button, with their titles', async () => {
  const phone = await stage.open('/pages/first/first')
  const { page } = phone
  expect(await page.getByRole('heading').innerText()).toBe('第一页')
  expect(await page.getByRole('button', { name: '返回' }).count()).toBe(0)
  await page.getByRole('button', { name: '去数据页' }).click()
  await phone.isAt('pages/data/data')
  expect(await page.getByRole('heading').innerText()).toBe('数据')
  expect(JSON.parse(await phone.text('#query'))).toEqual({ id: '7', word: '%E4%BA%91' })
  expect(await stackOf(phone)).toEqual(['pages/first/first', 'pages/data/data'])
  await page.getByRole('button', { name: '返回' }).click()
  await phone.isAt('pages/first/first')
})

test('a page that comes back is where it was scrolled to', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run('wx.pageScrollTo({ scrollTop: 321, duration: 0 })')
  await phone.page.waitForFunction(() => document.querySelector('wx-page')?.scrollTop === 321)
  await phone.run(`wx.navigateTo({ url: '/pages/data/data' })`)
  await phone.run('wx.navigateBack()')
  expect(await phone.page.evaluate(() => document.querySelector('wx-page')?.scrollTop)).toBe(321)
})

test('only the shown page is in the document', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.page.getByRole('link', { name: '去样式页' }).click()
  await phone.isAt('pages/looks/looks')
  expect(await phone.page.getByText('你好，邻居').count()).toBe(0)
  expect(await phone.page.getByText('半屏宽').count()).toBe(1)
})

test('tabs keep their pages alive', async () => {
  const phone = await stage.open('/pages/first/first')
  const { page } = phone
  await page.getByRole('tab', { name: '二号' }).click()
  await phone.isAt('pages/second/second')
  expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('二号')
  await page.getByRole('tab', { name: '一号' }).click()
  await phone.isAt('pages/first/first')
  expect((await phone.life()).filter(line => line !== 'first ready')).toEqual([
    'app launch pages/first/first',
    'app show',
    'first load',
    'first show 1',
    'first hide',
    'second show',
    'second hide',
    'first show 2',
    'first tab 0 一号',
  ])
  expect(await stackOf(phone)).toEqual(['pages/first/first'])
})

test('a switch of tabs takes off what lies on them', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' })`)
  await phone.run(`wx.switchTab({ url: '/pages/second/second' })`)
  expect(await stackOf(phone)).toEqual(['pages/second/second'])
  expect(await phone.page.locator('.tab-bar').isVisible()).toBe(true)
})

test('a custom navigation bar leaves the whole screen to the page', async () => {
  const phone = await stage.open('/pages/second/second')
  expect(await phone.page.locator('.navigation-bar').count()).toBe(0)
  expect(await phone.css('.mine', 'padding-top')).toBe('84px')
  expect((await phone.page.locator('.mine').boundingBox())?.y).toBe(0)
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
  expect(await stackOf(phone)).toEqual(['pages/first/first'])
})

test('ten pages are the most', async () => {
  const phone = await stage.open('/pages/first/first')
  for (let count = 1; count < 10; count += 1) await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' })`)
  expect((await stackOf(phone)).length).toBe(10)
  expect(await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' }).catch(error => error.errMsg)`)).toBe(
    'navigateTo:fail webview count limit exceed (10 pages are open)',
  )
  await phone.run('wx.navigateBack({ delta: 99 })')
  expect(await stackOf(phone)).toEqual(['pages/first/first'])
})

test('a sub-package is loaded on first use, and shares the modules of the main package', async () => {
  const phone = await stage.open('/pages/first/first')
  const isPackage = (request: string) => request.endsWith('/package-packages-extra.js')
  expect(phone.requests.filter(isPackage)).toEqual([])
  await phone.run(`wx.navigateTo({ url: '/packages/extra/deep/deep?chapter=4' })`)
  expect(await phone.text('#chapter')).toBe('第 5 章')
  expect(await phone.page.getByText('徽章').count()).toBe(1)
  await phone.run('wx.navigateBack()')
  await phone.run(`wx.navigateTo({ url: '/packages/extra/deep/deep?chapter=1' })`)
  expect(phone.requests.filter(isPackage).length).toBe(1)
  expect((await phone.life()).filter(line => line === 'deep load').length).toBe(2)
})

test('a reload opens the page that was shown, with a way home', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run(`wx.navigateTo({ url: '/packages/extra/deep/deep?chapter=8' })`)
  await phone.page.reload()
  await phone.isAt('packages/extra/deep/deep')
  expect(await phone.text('#chapter')).toBe('第 9 章')
  expect(await stackOf(phone)).toEqual(['packages/extra/deep/deep'])
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
  expect(await phone.text('#query')).toBe(before)
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
  expect(await phone.page.evaluate(() => document.querySelector('wx-page')?.scrollTop)).toBe(200)
})

test('a page with unsaved work asks before it is left', async () => {
  const phone = await stage.open('/pages/first/first')
  await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' })`)
  await phone.run(`wx.enableAlertBeforeUnload({ message: '还没保存，确定离开？' })`)
  await phone.page.getByRole('button', { name: '返回' }).click()
  await phone.page.getByRole('dialog', { name: '还没保存，确定离开？' }).getByRole('button', { name: '取消' }).click()
  expect(await phone.path()).toBe('pages/fields/fields')
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
  expect(await phone.page.getByRole('heading').innerText()).toBe('换了')
  expect([await phone.css('.navigation-bar', 'color'), await phone.css('.navigation-bar', 'background-color')]).toEqual(
    ['rgb(255, 255, 255)', 'rgb(18, 52, 86)'],
  )
  expect(await phone.css('.tab-bar', 'background-color')).toBe('rgb(4, 5, 6)')
  expect(await phone.css('.tab:nth-child(2)', 'color')).toBe('rgb(1, 2, 3)')
  expect(await phone.text('.tab:nth-child(2) .tab-badge')).toBe('12')
  await phone.run(`wx.removeTabBarBadge({ index: 1 })`)
  expect(await phone.page.locator('.tab:nth-child(2) .tab-badge').isVisible()).toBe(false)
})

test('sharing shows what a friend would get, from the menu and from a button', async () => {
  const phone = await stage.open('/pages/first/first')
  const { page } = phone
  await page.getByRole('button', { name: '更多' }).click()
  await page.getByRole('button', { name: '转发给朋友' }).click()
  const sheet = page.getByRole('dialog', { name: '转发给朋友' })
  expect(await sheet.locator('.share-title').innerText()).toBe('转发自menu')
  expect(await sheet.locator('.share-path').innerText()).toBe('/pages/first/first?shared=1')
  await sheet.getByRole('button', { name: '取消' }).click()
  await page.getByRole('tab', { name: '二号' }).click()
  await page.getByRole('button', { name: '发给朋友' }).click()
  expect(await page.locator('.share-title').innerText()).toBe('button share poster')
  expect(await page.locator('.share-picture').getAttribute('src')).toBe('/phone/files/assets/light.png')
  await page.getByRole('button', { name: '发送' }).click()
  expect(await page.getByRole('dialog').count()).toBe(0)
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
  expect((await other.life()).filter(line => line === 'first bottom').length).toBe(1)
  expect(await other.life()).toContain('first scrolled')
})
