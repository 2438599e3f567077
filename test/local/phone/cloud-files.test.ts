import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone
const PIXEL = 'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DAAMQACf4B/3S4+ykAAAAASUVORK5CYII='

beforeEach(async () => {
  phone = await stage.open('/pages/media/media')
  await phone.run(
    `wx.getFileSystemManager().writeFile({ filePath: wx.env.USER_DATA_PATH + '/a.png', data: '${PIXEL}', encoding: 'base64' })`,
  )
})

const upload = (path = 'works/a.png') =>
  phone.run<Record<string, unknown>>(
    `wx.cloud.uploadFile({ cloudPath: '${path}', filePath: wx.env.USER_DATA_PATH + '/a.png' })
      .catch(({ errCode, errMsg }) => ({ errCode, errMsg }))`,
  )

test('a file goes up, is found, shown, brought down and deleted', async () => {
  expect(await upload()).toEqual({ fileID: 'cloud://test/works/a.png', statusCode: 204, errMsg: 'cloud.uploadFile:ok' })
  await eventually(() => stage.server.files.get('works/a.png')?.toString('base64'), PIXEL)
  expect(
    await phone.run(
      `wx.cloud.getTempFileURL({ fileList: ['cloud://test/works/a.png', { fileID: 'cloud://test/no', maxAge: 60 }] })`,
    ),
  ).toEqual({
    fileList: [
      {
        fileID: 'cloud://test/works/a.png',
        tempFileURL: `${stage.server.url}/cos/works/a.png`,
        maxAge: 600,
        status: 0,
        errMsg: 'ok',
      },
      { fileID: 'cloud://test/no', tempFileURL: '', status: -503003, errMsg: 'storage file not exists' },
    ],
    errMsg: 'cloud.getTempFileURL:ok',
  })
  await phone.run(`getCurrentPages()[0].setData({ picture: 'cloud://test/works/a.png' })`)
  await phone.page.locator('#log').filter({ hasText: 'picture 2x1' }).waitFor()
  expect(
    await phone.run(`wx.cloud.downloadFile({ fileID: 'cloud://test/works/a.png' })
      .then(({ tempFilePath, statusCode }) => [statusCode, wx.getFileSystemManager().readFileSync(tempFilePath, 'base64')])`),
  ).toEqual([200, PIXEL])
  expect(await phone.run(`wx.cloud.deleteFile({ fileList: ['cloud://test/works/a.png', 'cloud://test/no'] })`)).toEqual(
    {
      fileList: [
        { fileID: 'cloud://test/works/a.png', status: 0, errMsg: 'ok' },
        { fileID: 'cloud://test/no', status: -503003, errMsg: 'storage file not exists' },
      ],
      errMsg: 'cloud.deleteFile:ok',
    },
  )
  await eventually(() => stage.server.files.has('works/a.png'), false)
})

test('with callbacks there is a task that tells how far it is', async () => {
  const told = await phone.run<Record<string, number>>(`new Promise((done, fail) => {
    let last
    const task = wx.cloud.uploadFile({ cloudPath: 'works/b.png', filePath: wx.env.USER_DATA_PATH + '/a.png', success: () => done(last), fail })
    task.onProgressUpdate(event => { last = event })
  })`)
  const bytes = Buffer.from(PIXEL, 'base64').length
  expect(told).toEqual({ progress: 100, totalBytesSent: bytes, totalBytesExpectedToSend: bytes })
})

test('a task is stopped', async () => {
  expect(
    await phone.run(`new Promise(done => {
      const task = wx.cloud.uploadFile({ cloudPath: 'works/c.png', filePath: wx.env.USER_DATA_PATH + '/a.png', fail: error => done(error.errMsg), success: done })
      task.abort()
    })`),
  ).toBe('cloud.uploadFile:fail abort')
  expect(stage.server.files.has('works/c.png')).toBe(false)
})

test('refusals come with the cloud’s number, a lost network with the platform’s words', async () => {
  expect(await upload('foreign/a.png')).toEqual({
    errCode: -403003,
    errMsg: 'cloud.uploadFile:fail -403003 no permission',
  })
  await phone.page.evaluate(() => {
    window.phone.goOffline()
  })
  expect(await upload()).toEqual({
    errCode: -1,
    errMsg: 'cloud.uploadFile:fail request:fail net::ERR_INTERNET_DISCONNECTED',
  })
})

test('plain transfers reach no foreign domain', async () => {
  const url = (address: string) =>
    phone.run<string>(
      `wx.downloadFile({ url: '${address}' }).then(answer => answer.tempFilePath, error => error.errMsg)`,
    )
  expect(await url('https://example.com/a.png')).toBe('downloadFile:fail url not in domain list')
  expect(await url('/phone/files/assets/light.png')).toMatch(/^wxfile:\/\/tmp_\w+\.png$/)
  expect(
    await phone.run(
      `wx.uploadFile({ url: 'https://example.com/in', filePath: 'x', name: 'x' }).catch(error => error.errMsg)`,
    ),
  ).toBe('uploadFile:fail url not in domain list')
})
