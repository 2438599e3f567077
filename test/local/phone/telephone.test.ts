import { toBuffer } from 'qrcode'
import { drawCode } from '../../../local/cloud/open-api/mini-program-code'
import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/first/first')
})

const button = (name: string) => phone.page.getByRole('button', { name, exact: true })
const kept = () => phone.page.evaluate(() => window.phone.kept)

/** Asks something that waits for the person; `answered` is what came of it. */
async function ask(code: string): Promise<void> {
  await phone.run(
    `{ window.asked = ${code}.catch(({ errMsg, errCode, errno }) => ({ errMsg, errCode, errno })); undefined }`,
  )
}
const answered = () => phone.run<unknown>('asked')

test('consents are asked for one by one, and the cloud counts those that were given', async () => {
  await ask(`wx.requestSubscribeMessage({ tmplIds: ['t-open', 't-result'] })`)
  await phone.page.getByLabel('消息 t-result').uncheck()
  await button('允许').click()
  expect(await answered()).toEqual({ errMsg: 'requestSubscribeMessage:ok', 't-open': 'accept', 't-result': 'reject' })
  await eventually(() => stage.server.consents, [{ persona: 'lin', body: { templateIds: ['t-open'] } }])
  await ask(`wx.requestSubscribeMessage({ tmplIds: ['t-open'] })`)
  await button('取消').click()
  expect(await answered()).toEqual({ errMsg: 'requestSubscribeMessage:ok', 't-open': 'reject' })
  await eventually(() => stage.server.consents.length, 1)
})

test('none and too many templates are refused', async () => {
  await ask(`wx.requestSubscribeMessage({ tmplIds: [] })`)
  expect(await answered()).toEqual({ errMsg: 'requestSubscribeMessage:fail tmplIds can not be empty', errCode: 10001 })
  await ask(`wx.requestSubscribeMessage({ tmplIds: ['1', '2', '3', '4', '5', '6'] })`)
  expect(await answered()).toEqual({
    errMsg: 'requestSubscribeMessage:fail Templates count out of max bounds',
    errCode: 20003,
  })
})

test('a date and a call go to the telephone when the person agrees', async () => {
  const start = Date.parse('2026-06-05T09:00:00+08:00') / 1000
  await ask(`wx.addPhoneCalendar({ title: '世界环境日', startTime: ${start} })`)
  await eventually(() => phone.page.getByRole('dialog').innerText(), expect.stringContaining('2026年6月5日 09:00'))
  await button('添加').click()
  expect(await answered()).toEqual({ errMsg: 'addPhoneCalendar:ok' })
  await ask(`wx.makePhoneCall({ phoneNumber: '010-12369' })`)
  await button('呼叫').click()
  await answered()
  await ask(`wx.makePhoneCall({ phoneNumber: '010-12369' })`)
  await button('取消').click()
  expect(await answered()).toEqual({ errMsg: 'makePhoneCall:fail cancel' })
  await eventually(kept, [
    { kind: 'date', name: '世界环境日', url: '' },
    { kind: 'call', name: '010-12369', url: '' },
  ])
})

test('a code is scanned: its text, or the picture of one that leads into the mini-program', async () => {
  const scanned = (answer: object) => ({ charSet: 'UTF-8', errMsg: 'scanCode:ok', ...answer })
  const pictureOf = async (buffer: Buffer) => {
    const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), button('从相册选取').click()])
    await chooser.setFiles([{ name: '码.png', mimeType: 'image/png', buffer }])
  }
  await ask('wx.scanCode()')
  await phone.page.getByLabel('码里的内容').fill('云科普')
  await button('扫到了').click()
  expect(await answered()).toEqual(scanned({ scanType: 'QR_CODE', result: '云科普', rawData: '5LqR56eR5pmu' }))

  const drawn = await drawCode({ page: 'pages/second/second', scene: 'a=1' })
  if (drawn.kind !== 'file') throw new Error('no code was drawn')
  await ask('wx.scanCode()')
  await pictureOf(await toBuffer('云科普'))
  await phone.page.getByText('没有在图片里认出码').waitFor()
  await pictureOf(drawn.bytes)
  const path = 'pages/second/second?scene=a%3D1'
  expect(await answered()).toEqual(scanned({ scanType: 'WX_CODE', result: '', path, rawData: btoa(path) }))

  await ask(`wx.scanCode({ onlyFromCamera: true, scanType: ['barCode'] })`)
  expect(await button('从相册选取').count()).toBe(0)
  await button('取消').click()
  expect(await answered()).toEqual({ errMsg: 'scanCode:fail cancel' })
})

test('privacy is asked for once, by the platform or by the page', async () => {
  await ask('wx.requirePrivacyAuthorize()')
  await button('拒绝').click()
  expect(await answered()).toEqual({
    errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized',
    errno: 104,
  })
  await ask('wx.requirePrivacyAuthorize()')
  expect(await answered()).toEqual({
    errMsg: 'requirePrivacyAuthorize:fail privacy permission is not authorized',
    errno: 103,
  })
  await phone.page.reload()
  await phone.isAt('pages/first/first')
  await phone.run(
    `wx.onNeedPrivacyAuthorization((resolve, info) => { window.referrer = info.referrer; resolve({ event: 'agree' }) })`,
  )
  await ask('wx.requirePrivacyAuthorize()')
  expect(await answered()).toEqual({ errMsg: 'requirePrivacyAuthorize:ok' })
  expect(await phone.run('referrer')).toBe('requirePrivacyAuthorize')
  await phone.page.reload()
  await phone.isAt('pages/first/first')
  expect(await phone.run('wx.getPrivacySetting().then(answer => answer.needAuthorization)')).toBe(false)
})

test('shaking is counted', async () => {
  await phone.run(`wx.vibrateShort({ type: 'light' })`)
  await phone.run('wx.vibrateLong()')
  await eventually(() => phone.page.evaluate(() => window.phone.vibrations()), 2)
  expect(await phone.run('wx.checkIsOpenAccessibility()')).toEqual({
    open: false,
    errMsg: 'checkIsOpenAccessibility:ok',
  })
})

test('a page takes sharing out of the menu and puts it back', async () => {
  const items = async () => {
    await button('更多').click()
    const texts = await phone.page.getByRole('dialog').getByRole('button').allInnerTexts()
    await button('取消').click()
    return texts.includes('转发给朋友')
  }
  expect(await items()).toBe(true)
  await phone.run('wx.hideShareMenu()')
  expect(await items()).toBe(false)
  await phone.run('wx.showShareMenu()')
  expect(await items()).toBe(true)
})

test('text is as large as on the largest setting, and no larger', async () => {
  const scale = async (fontScale: number) => {
    const other = await stage.open('/pages/first/first', { fontScale })
    return other.run('wx.getAppBaseInfo().fontSizeScaleFactor')
  }
  expect([await scale(1.75), await scale(9)]).toEqual([1.75, 1.75])
})
