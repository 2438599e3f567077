import { eventually } from '../../support/eventually'
import { prepareFilm } from './support/film'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/media/media')
})

const PICTURE = {
  name: '翠鸟.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGP4z8DAAMQACf4B/3S4+ykAAAAASUVORK5CYII=',
    'base64',
  ),
}
const PAPER = { name: '报告.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 云') }

/** Runs code that opens the computer's dialog, and chooses these files there. */
async function choose<Result>(code: string, files: (typeof PICTURE)[]): Promise<Result> {
  const [chooser] = await Promise.all([
    phone.page.waitForEvent('filechooser'),
    phone.run(`{ window.chosen = ${code}; undefined }`),
  ])
  await chooser.setFiles(files)
  return phone.run<Result>('chosen')
}

interface Chosen {
  type: string
  tempFiles: {
    tempFilePath: string
    size: number
    fileType: string
    width: number
    height: number
    duration?: number
  }[]
}

test('pictures are chosen, described and shown', async () => {
  const { type, tempFiles } = await choose<Chosen>(`wx.chooseMedia({ count: 2, mediaType: ['image'] })`, [PICTURE])
  const path = tempFiles[0]?.tempFilePath ?? ''
  expect([type, tempFiles]).toEqual([
    'image',
    [{ tempFilePath: path, size: PICTURE.buffer.length, fileType: 'image', width: 2, height: 1 }],
  ])
  await phone.run(`getCurrentPages()[0].setData({ picture: '${path}' })`)
  await phone.page.locator('#log').filter({ hasText: 'picture 2x1' }).waitFor()
  expect(await phone.run(`wx.getFileSystemManager().readFileSync('${path}', 'base64')`)).toBe(
    PICTURE.buffer.toString('base64'),
  )
})

test('a picture is made smaller, both sides as asked or the other as it follows', async () => {
  const { tempFiles } = await choose<Chosen>(`wx.chooseMedia({ count: 1, mediaType: ['image'] })`, [PICTURE])
  const path = tempFiles[0]?.tempFilePath ?? ''
  const sizes = `async (asked) => {
    const { tempFilePath } = await wx.compressImage({ src: '${path}', ...asked })
    const { width, height, type } = await wx.getImageInfo({ src: tempFilePath })
    return [width, height, type]
  }`
  expect(
    await phone.run(
      `Promise.all([{ compressedWidth: 40, compressedHeight: 30 }, { compressedWidth: 40 }, {}].map(${sizes}))`,
    ),
  ).toEqual([
    [40, 30, 'jpeg'],
    [40, 20, 'jpeg'],
    [2, 1, 'jpeg'],
  ])
  await phone.run("wx.getFileSystemManager().writeFileSync(`${wx.env.USER_DATA_PATH}/a.png`, 'no picture', 'utf8')")
  const refused = 'wx.compressImage({ src: `${wx.env.USER_DATA_PATH}/a.png` }).catch(error => error.errMsg)'
  expect(await phone.run(refused)).toBe('compressImage:fail file not supported')
})

test('no more than were asked for, and none when the dialog is left', async () => {
  const one = await choose<{ tempFilePaths: string[] }>('wx.chooseImage({ count: 1 })', [PICTURE])
  expect(one.tempFilePaths.length).toBe(1)
  await phone.page.evaluate(() => {
    window.phone.prepareFiles([])
  })
  expect(await phone.run(`wx.chooseMedia({ count: 1 }).catch(error => error.errMsg)`)).toBe('chooseMedia:fail cancel')
})

test('a file keeps its name and is offered to the computer', async () => {
  const { tempFiles } = await choose<{ tempFiles: { path: string; name: string; type: string; size: number }[] }>(
    `wx.chooseMessageFile({ count: 3, type: 'file', extension: ['pdf'] })`,
    [PAPER],
  )
  expect(tempFiles.map(({ name, size, type }) => [name, size, type])).toEqual([
    ['报告.pdf', PAPER.buffer.length, 'file'],
  ])
  await phone.run(`wx.openDocument({ filePath: '${tempFiles[0]?.path ?? ''}' })`)
  const [download] = await Promise.all([
    phone.page.waitForEvent('download'),
    phone.page.getByRole('link', { name: /^下载 tmp_/ }).click(),
  ])
  expect(download.suggestedFilename()).toMatch(/\.pdf$/)
  await eventually(
    async () => (await phone.page.evaluate(() => window.phone.kept)).map(({ kind }) => kind),
    ['document'],
  )
})

test('a film is measured, shown and played by command', async () => {
  await prepareFilm(phone.page)
  const { type, tempFiles } = await phone.run<Chosen>(`wx.chooseMedia({ count: 1, mediaType: ['video'] })`)
  const [film] = tempFiles
  expect([type, film?.fileType, film?.width, film?.height]).toEqual(['video', 'video', 64, 48])
  expect(film?.duration ?? 0).toBeGreaterThan(0)
  await phone.run(`getCurrentPages()[0].setData({ film: '${film?.tempFilePath ?? ''}' })`)
  await phone.page.locator('#log').filter({ hasText: 'film 64x48' }).waitFor()
  await phone.run(`wx.createVideoContext('film').play()`)
  await phone.page.locator('#log').filter({ hasText: 'played' }).waitFor()
  await phone.run(`wx.createVideoContext('film').stop()`)
  await eventually(
    () => phone.page.locator('#film video').evaluate(film => film instanceof HTMLVideoElement && film.paused),
    true,
  )
})

test('a picture that is not there fails', async () => {
  await phone.run(`getCurrentPages()[0].setData({ picture: 'wxfile://tmp_gone.png' })`)
  await phone.page.locator('#log').filter({ hasText: 'failed' }).waitFor()
  phone.mayComplain = true
  expect(await phone.errors()).toEqual([])
})

test('pictures are looked at one by one over the whole screen', async () => {
  const { tempFiles } = await choose<Chosen>('wx.chooseMedia({ count: 1 })', [PICTURE])
  const path = tempFiles[0]?.tempFilePath ?? ''
  await phone.run(`wx.previewImage({ urls: ['/assets/light.png', '${path}'], current: '${path}' })`)
  const viewer = phone.page.getByRole('dialog', { name: '预览' })
  await eventually(() => viewer.getByText('2 / 2').isVisible(), true)
  await viewer.getByRole('button', { name: '上一张' }).click()
  await eventually(() => viewer.getByText('1 / 2').isVisible(), true)
  await phone.page.waitForFunction(
    () => (document.querySelector<HTMLImageElement>('.viewer img')?.naturalWidth ?? 0) > 0,
  )
  await viewer.locator('.viewer-stage').click()
  await viewer.waitFor({ state: 'detached' })
})
