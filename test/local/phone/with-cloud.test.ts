import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { buildPhone } from '../../../local/phone/build'
import { launchBrowser } from '../../../local/phone/find-browser'
import { phoneRoutes } from '../../../local/phone/routes'
import { startTestCloud } from '../cloud/support/test-cloud'
import { prepareFilm } from './support/film'
import { HeldPhone } from './support/held-phone'
import { NODE_MODULES } from './support/fixture-folders'

const outDir = mkdtempSync(join(tmpdir(), 'phone-cloud-test-'))
let cloud: Cloud
let browser: Browser
let phone: HeldPhone

beforeAll(async () => {
  await buildPhone({ miniprogramRoot: join(__dirname, 'fixture'), nodeModulesRoot: NODE_MODULES, outDir })
  ;[cloud, browser] = await Promise.all([
    startTestCloud({ extraRoutes: phoneRoutes({ outDir, nodeModulesRoot: NODE_MODULES }) }),
    launchBrowser(),
  ])
}, 60_000)

afterAll(async () => {
  await browser.close()
  await cloud.stop()
  rmSync(outDir, { recursive: true, force: true })
})

beforeEach(async () => {
  phone = await HeldPhone.open(browser, cloud.url, '/pages/media/media', { persona: 'li' })
})

afterEach(async () => {
  expect([await phone.complaints(), phone.stray()]).toEqual([[], []])
  await phone.close()
})

test('a file goes up to the person’s own folder, and to no other’s', async () => {
  await phone.run(
    `wx.getFileSystemManager().writeFile({ filePath: wx.env.USER_DATA_PATH + '/note.txt', data: '观察' })`,
  )
  const upload = (path: string) =>
    phone.run<{ fileID?: string; errMsg: string; errCode?: number }>(
      `wx.cloud.uploadFile({ cloudPath: '${path}', filePath: wx.env.USER_DATA_PATH + '/note.txt' })
        .catch(({ errCode, errMsg }) => ({ errCode, errMsg }))`,
    )
  expect(await upload('oWangFang/note.txt')).toEqual({
    errCode: -503002,
    errMsg: 'cloud.uploadFile:fail -503002 storage permission denied',
  })
  const { fileID, errMsg } = await upload('oLiHua/note.txt')
  expect(errMsg).toBe('cloud.uploadFile:ok')
  const read = `wx.cloud.downloadFile({ fileID: '${fileID ?? ''}' })
    .then(({ tempFilePath }) => wx.getFileSystemManager().readFileSync(tempFilePath, 'utf8'), error => error.errCode)`
  expect(await phone.run(read)).toBe('观察')
  expect(await phone.run(`wx.cloud.deleteFile({ fileList: ['${fileID ?? ''}'] })`)).toEqual({
    fileList: [{ fileID, status: 0, errMsg: 'ok' }],
    errMsg: 'cloud.deleteFile:ok',
  })
  expect(await phone.run(read)).toBe(-503003)
})

test('a film plays from the cloud, also from its middle', async () => {
  await prepareFilm(phone.page)
  const fileID = await phone.run<string>(`wx.chooseMedia({ count: 1, mediaType: ['video'] })
    .then(({ tempFiles: [film] }) => wx.cloud.uploadFile({ cloudPath: 'oLiHua/film.mp4', filePath: film.tempFilePath }))
    .then(answer => answer.fileID)`)
  await phone.run(`getCurrentPages()[0].setData({ film: '${fileID}' })`)
  await phone.page.locator('#log').filter({ hasText: 'film 64x48' }).waitFor()
  await phone.run(`wx.createVideoContext('film').seek(0.2)`)
  await phone.page.waitForFunction(() => {
    const film = document.querySelector<HTMLVideoElement>('#film video')
    return film !== null && !film.seeking && film.currentTime === 0.2
  })
})

test('a consent is counted by the cloud', async () => {
  await phone.run(`{ window.asked = wx.requestSubscribeMessage({ tmplIds: ['t-open'] }); undefined }`)
  await phone.page.getByRole('button', { name: '允许' }).click()
  await phone.run('asked')
  const counted = await fetch(`${cloud.url}/subscriptions`, { headers: { 'x-persona': 'li' } })
  expect(await counted.json()).toEqual({ remaining: { 't-open': 1 } })
})
