import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/first/first')
})

const message = (code: string) =>
  phone.run<string>(`(() => { try { return ${code} } catch (error) { return error.message } })()`)

describe('storage', () => {
  test('keeps what JSON keeps, and dates', async () => {
    await phone.run(`wx.setStorageSync('all', { text: '云', list: [1, null, { a: true }] })`)
    await phone.run(`wx.setStorageSync('day', new Date(0))`)
    await phone.run(`wx.setStorage({ key: 'later', data: 7 })`)
    expect(await phone.run(`wx.getStorageSync('all')`)).toEqual({ text: '云', list: [1, null, { a: true }] })
    expect(await phone.run(`wx.getStorageSync('day').getTime()`)).toBe(0)
    expect(await phone.run(`wx.getStorage({ key: 'later' })`)).toEqual({ data: 7, errMsg: 'getStorage:ok' })
    expect(await phone.run(`wx.getStorageSync('none')`)).toBe('')
    expect(await phone.run(`wx.getStorage({ key: 'none' }).catch(error => error.errMsg)`)).toBe(
      'getStorage:fail data not found',
    )
    expect(await phone.run(`wx.getStorageInfoSync()`)).toEqual({
      keys: ['all', 'day', 'later'],
      currentSize: 1,
      limitSize: 10240,
    })
    await phone.run(`wx.removeStorageSync('all')`)
    expect(await phone.run(`wx.getStorageInfoSync().keys`)).toEqual(['day', 'later'])
    await phone.run(`wx.clearStorageSync()`)
    expect(await phone.run(`wx.getStorageInfoSync().keys`)).toEqual([])
  })

  test('is kept over a reload, and is another one for another person', async () => {
    await phone.run(`wx.setStorageSync('draft', '写到一半')`)
    await phone.page.reload()
    await phone.isAt('pages/first/first')
    expect(await phone.run(`wx.getStorageSync('draft')`)).toBe('写到一半')
    await phone.page.goto(`${stage.server.url}/phone/?persona=wang`)
    await phone.isAt('pages/first/first')
    expect(await phone.run(`wx.getStorageSync('draft')`)).toBe('')
    await phone.run('wx.clearStorageSync()')
    await phone.page.goto(`${stage.server.url}/phone/?persona=lin`)
    await phone.isAt('pages/first/first')
    expect(await phone.run(`wx.getStorageSync('draft')`)).toBe('写到一半')
  })

  test('holds 1 MB under a key and 10 MB in all, in whatever language, and not a byte more', async () => {
    const most = 1024 * 1024 - '{"data":""}'.length
    expect(await message(`wx.setStorageSync('a', 'x'.repeat(${most + 1}))`)).toBe(
      'setStorageSync:fail entry size limit reached',
    )
    expect(await message(`wx.setStorageSync('a', '云'.repeat(${Math.floor(most / 3) + 1}))`)).toBe(
      'setStorageSync:fail entry size limit reached',
    )
    for (let key = 0; key < 9; key += 1) await phone.run(`wx.setStorageSync('k${key}', 'x'.repeat(${most}))`)
    await phone.run(`wx.setStorageSync('k9', 'ÿ'.repeat(${(most >> 1) - 1024}))`)
    expect(await message(`wx.setStorageSync('more', 'x'.repeat(2048))`)).toBe(
      'setStorageSync:fail exceed storage max size 10Mb',
    )
    expect(await phone.run(`wx.setStorage({ key: 'more', data: 'x'.repeat(2048) }).catch(error => error.errMsg)`)).toBe(
      'setStorage:fail exceed storage max size 10Mb',
    )
    expect(await phone.run(`wx.getStorageSync('k0') === 'x'.repeat(${most})`)).toBe(true)
    expect(await phone.run(`wx.getStorageSync('k9') === 'ÿ'.repeat(${(most >> 1) - 1024})`)).toBe(true)
    await phone.run(`wx.removeStorageSync('k9')`)
    await phone.run(`wx.setStorageSync('more', 'xy')`)
    expect(await phone.run(`wx.getStorageSync('more')`)).toBe('xy')
  })
})

describe('the cloud', () => {
  const call = (name: string, data: object = {}) =>
    phone.run<Record<string, unknown>>(
      `wx.cloud.callFunction(${JSON.stringify({ name, data })}).then(
        answer => answer,
        error => ({ isError: error instanceof Error, errCode: error.errCode, errMsg: error.errMsg }))`,
    )

  test('is called in the name of the persona', async () => {
    expect(await call('quiz', { at: 1 })).toEqual({
      result: { name: 'quiz', data: { at: 1 } },
      errMsg: 'cloud.callFunction:ok',
      requestID: 'r1',
    })
    await eventually(() => stage.server.calls.at(-1), { persona: 'lin', body: { name: 'quiz', data: { at: 1 } } })
  })

  test('answers with callbacks too', async () => {
    const heard = await phone.run(`new Promise(done => {
      const heard = []
      const note = name => answer => heard.push([name, answer.errMsg])
      wx.cloud.callFunction({ name: 'quiz', success: note('success'), fail: note('fail'), complete: answer => { note('complete')(answer); done(heard) } })
    })`)
    expect(heard).toEqual([
      ['success', 'cloud.callFunction:ok'],
      ['complete', 'cloud.callFunction:ok'],
    ])
  })

  test('fails with the code of the cloud', async () => {
    expect(await call('broken')).toEqual({
      isError: true,
      errCode: -504002,
      errMsg: 'cloud.callFunction:fail Error: errCode: -504002 functions execute fail',
    })
  })

  test('is out of reach without a network, and back with it', async () => {
    const before = stage.server.calls.length
    await phone.run(
      `wx.onNetworkStatusChange(event => { (window.nets ??= []).push([event.isConnected, event.networkType]) })`,
    )
    await phone.page.evaluate(() => {
      window.phone.goOffline()
    })
    expect(await call('quiz')).toEqual({
      isError: true,
      errCode: -1,
      errMsg: 'cloud.callFunction:fail request:fail net::ERR_INTERNET_DISCONNECTED',
    })
    await eventually(() => phone.text('.status-signal'), '无网络')
    expect(await phone.run('wx.getNetworkType()')).toEqual({
      isConnected: false,
      networkType: 'none',
      errMsg: 'getNetworkType:ok',
    })
    expect(stage.server.calls.length).toBe(before)
    await phone.page.evaluate(() => {
      window.phone.goOnline()
    })
    expect((await call('quiz')).errMsg).toBe('cloud.callFunction:ok')
    await eventually(
      () => phone.run('window.nets'),
      [
        [false, 'none'],
        [true, '5g'],
      ],
    )
  })

  test('loses the answer when the network goes while it waits', async () => {
    const answer = call('held')
    await phone.page.waitForRequest(request => request.url().endsWith('/call')).catch(() => undefined)
    await phone.page.evaluate(() => {
      window.phone.goOffline()
    })
    expect(await answer).toEqual({
      isError: true,
      errCode: -1,
      errMsg: 'cloud.callFunction:fail request:fail net::ERR_NETWORK_CHANGED',
    })
    stage.server.letGo()
  })
})

describe('questions and words', () => {
  const { stringify } = JSON

  test('a question waits for its answer', async () => {
    const asked = phone.run(`wx.showModal({ title: '交卷？', content: '还有两题', confirmText: '交' })`)
    const dialog = phone.page.getByRole('dialog', { name: '交卷？' })
    await eventually(() => dialog.innerText(), expect.stringContaining('还有两题'))
    await dialog.getByRole('button', { name: '交', exact: true }).click()
    expect(await asked).toEqual({ confirm: true, cancel: false, content: null, errMsg: 'showModal:ok' })
  })

  test('a question can be written into, and have one button', async () => {
    const asked = phone.run(
      `wx.showModal({ title: '昵称', editable: true, placeholderText: '写一个', showCancel: false })`,
    )
    await phone.page.getByPlaceholder('写一个').fill('小溪')
    await eventually(() => phone.page.getByRole('dialog').getByRole('button').allInnerTexts(), ['确定'])
    await phone.page.getByRole('button', { name: '确定' }).click()
    expect(await asked).toEqual({ confirm: true, cancel: false, content: '小溪', errMsg: 'showModal:ok' })
  })

  test('a sheet answers which, or that it was put away', async () => {
    const chosen = phone.run(`wx.showActionSheet({ itemList: ['拍照', '相册'] })`)
    await phone.page.getByRole('button', { name: '相册' }).click()
    expect(await chosen).toEqual({ tapIndex: 1, errMsg: 'showActionSheet:ok' })
    const left = phone.run(`wx.showActionSheet({ itemList: ['拍照'] }).catch(error => error.errMsg)`)
    await phone.page.getByRole('button', { name: '取消' }).click()
    expect(await left).toBe('showActionSheet:fail cancel')
    expect(
      await phone.run(
        `wx.showActionSheet({ itemList: ${stringify(Array(7).fill('x'))} }).catch(error => error.errMsg)`,
      ),
    ).toBe('showActionSheet:fail parameter error: itemList should not be larger than 6')
  })

  test('toasts come one at a time and go by themselves or when told', async () => {
    await phone.run(`wx.showLoading({ title: '载入中', mask: true })`)
    await eventually(() => phone.page.getByRole('status').innerText(), '载入中')
    await phone.run(`wx.showToast({ title: '已提交', duration: 200 })`)
    await eventually(() => phone.page.getByRole('status').allInnerTexts(), [expect.stringContaining('已提交')])
    await phone.page.getByRole('status').waitFor({ state: 'detached' })
    await phone.run(`wx.showLoading({ title: '再来' })`)
    await phone.run(`wx.hideLoading()`)
    await eventually(() => phone.page.getByRole('status').count(), 0)
  })

  test('what is copied can be pasted', async () => {
    await phone.run(`wx.setClipboardData({ data: '回执 7F3A' })`)
    expect(await phone.run('wx.getClipboardData()')).toEqual({ data: '回执 7F3A', errMsg: 'getClipboardData:ok' })
  })
})

describe('the telephone', () => {
  test('tells its measures, all of one piece', async () => {
    const info = await phone.run<Record<string, unknown>>('wx.getWindowInfo()')
    expect(info).toEqual({
      pixelRatio: 1,
      screenWidth: 390,
      screenHeight: 844,
      windowWidth: 390,
      windowHeight: 672,
      statusBarHeight: 44,
      screenTop: 88,
      safeArea: { left: 0, right: 390, top: 44, bottom: 810, width: 390, height: 766 },
    })
    const all = await phone.run<Record<string, unknown>>('wx.getSystemInfoSync()')
    expect([all.windowHeight, all.SDKVersion, all.platform, all.theme]).toEqual([672, '3.17.0', 'ios', 'light'])
  })

  test('tells how large its owner reads', async () => {
    const other = await stage.open('/pages/first/first', { fontScale: 1.4 })
    expect(
      await other.run(
        '(({ fontSizeScaleFactor, fontSizeSetting }) => [fontSizeScaleFactor, Math.round(fontSizeSetting)])(wx.getAppBaseInfo())',
      ),
    ).toEqual([1.4, 24])
  })

  test('shows the time of the cloud', async () => {
    await phone.page.locator('.status-time').filter({ hasText: '09:41' }).waitFor()
    stage.server.clock = { mode: 'frozen', now: Date.parse('2026-06-05T18:00:00+08:00') }
    await phone.page.evaluate(() => window.phone.askClock())
    await eventually(() => phone.text('.status-time'), '18:00')
    stage.server.clock = { mode: 'frozen', now: Date.parse('2026-09-21T09:41:00+08:00') }
  })

  test('knows what it can do', async () => {
    expect(
      await phone.run(
        `['nextTick', 'cloud', 'button.open-type.share', 'chooseLocation', 'map'].map(name => wx.canIUse(name))`,
      ),
    ).toEqual([true, true, true, false, false])
    expect(await phone.run('[wx.getLaunchOptionsSync().path, wx.getLaunchOptionsSync().scene]')).toEqual([
      'pages/first/first',
      1001,
    ])
    expect(await phone.run('new Promise(done => wx.getUpdateManager().onCheckForUpdate(done))')).toEqual({
      hasUpdate: false,
    })
  })
})

describe('nodes', () => {
  test('are measured in the coordinates of the page', async () => {
    const [hello, all, none, view] = await phone.run<
      Record<string, number>[]
    >(`new Promise(done => wx.createSelectorQuery()
      .select('.hello').boundingClientRect().selectAll('.tall').fields({ size: true, computedStyle: ['display'] })
      .select('.gone').boundingClientRect().selectViewport().scrollOffset().exec(done))`)
    expect([hello?.left, hello?.top, hello?.width]).toEqual([0, 0, 390])
    expect(all).toEqual([{ width: 390, height: 2016, display: 'block' }])
    expect(none).toBe(null)
    expect(view?.scrollTop).toBe(0)
  })

  test('of a hidden page are measured when it is seen again', async () => {
    await phone.run(`window.home = getCurrentPages()[0]`)
    await phone.run(`wx.navigateTo({ url: '/pages/fields/fields' })`)
    await phone.run(
      `home.createSelectorQuery().select('.hello').boundingClientRect(rect => { window.width = rect.width }).exec()`,
    )
    await phone.run('new Promise(done => setTimeout(done, 30))')
    expect(await phone.run('window.width')).toBe(undefined)
    await phone.run('wx.navigateBack()')
    await phone.page.waitForFunction(() => Reflect.get(window, 'width') === 390)
  })

  test('tell when they come into view', async () => {
    await phone.run(`{
      window.ratios = []
      wx.createIntersectionObserver(getCurrentPages()[0]).relativeToViewport().observe('#end', entry => ratios.push([entry.id, entry.intersectionRatio > 0]))
    }`)
    await phone.page.waitForFunction(() => (Reflect.get(window, 'ratios') as unknown[]).length === 1) // eslint-disable-line @typescript-eslint/consistent-type-assertions -- set above, in the page
    await phone.run(`wx.pageScrollTo({ selector: '#end', duration: 0 })`)
    await phone.page.waitForFunction(() => (Reflect.get(window, 'ratios') as unknown[]).length === 2) // eslint-disable-line @typescript-eslint/consistent-type-assertions -- set above, in the page
    expect(await phone.run('ratios')).toEqual([
      ['end', false],
      ['end', true],
    ])
  })
})
