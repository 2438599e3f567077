import { eventually } from '../../support/eventually'
import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/drawing/drawing')
  await phone.run(`new Promise(done => wx.createSelectorQuery().select('#poster').fields({ node: true, size: true })
    .exec(([found]) => { window.found = found; window.canvas = found.node; done() }))`)
})

const RED = '[255,0,0,255]'
const pixel = (context: string, x: number, y: number) =>
  phone.run<string>(`JSON.stringify([...${context}.getImageData(${x}, ${y}, 1, 1).data])`)

test('a canvas is found with its size, and drawn on', async () => {
  expect(await phone.run('[found.width, found.height, canvas.width, canvas.height]')).toEqual([200, 100, 300, 150])
  await phone.run(`{
    canvas.width = 400; canvas.height = 200
    window.context = canvas.getContext('2d')
    context.fillStyle = 'rgb(255, 0, 0)'
    context.fillRect(0, 0, 400, 200)
  }`)
  expect(await pixel('context', 399, 199)).toBe(RED)
  expect(await phone.run(`canvas.getContext('2d') === context && context.canvas === canvas`)).toBe(true)
  expect(await phone.run(`canvas.toDataURL('image/jpeg').slice(0, 23)`)).toBe('data:image/jpeg;base64,')
  await eventually(() => phone.page.getByRole('img', { name: '海报' }).evaluate(element => element.clientWidth), 200)
})

test('the same node answers by the shorter way', async () => {
  expect(
    await phone.run(
      `new Promise(done => wx.createSelectorQuery().select('#poster').node(({ node }) => done(node === canvas)).exec())`,
    ),
  ).toBe(true)
})

test('frames are asked for, pictures are drawn, whatever they come from', async () => {
  await phone.run('new Promise(done => canvas.requestAnimationFrame(done))')
  await phone.run(`new Promise((done, fail) => {
    const sheet = wx.createOffscreenCanvas({ type: '2d', width: 20, height: 20 })
    const ink = sheet.getContext('2d')
    ink.fillStyle = 'rgb(255, 0, 0)'
    ink.fillRect(0, 0, 20, 20)
    window.context = canvas.getContext('2d')
    context.drawImage(sheet, 10, 10)
    wx.canvasToTempFilePath({ canvas: sheet, destWidth: 40, destHeight: 40 }).then(({ tempFilePath }) => {
      const picture = canvas.createImage()
      picture.onload = () => { context.drawImage(picture, 100, 10); done() }
      picture.onerror = fail
      picture.src = tempFilePath
    }, fail)
  })`)
  expect([await pixel('context', 9, 9), await pixel('context', 29, 29)]).toEqual(['[0,0,0,0]', RED])
  expect([await pixel('context', 139, 49), await pixel('context', 141, 51)]).toEqual([RED, '[0,0,0,0]'])
})

test('Chinese is drawn in the font of the telephone', async () => {
  const width = (font: string) =>
    phone.run<number>(
      `{ const ink = canvas.getContext('2d'); ink.font = '${font}'; ink.measureText('生态环境').width }`,
    )
  expect(await width('20px sans-serif')).toBe(80)
  expect(await phone.run(`canvas.getContext('2d').font`)).toBe('20px sans-serif')
})

test('a part becomes a file of its own size, and goes to the album', async () => {
  const path = await phone.run<string>(
    `wx.canvasToTempFilePath({ canvas, x: 0, y: 0, width: 100, height: 50, destWidth: 200, destHeight: 100, fileType: 'jpg' })
      .then(answer => answer.tempFilePath)`,
  )
  expect(path).toMatch(/^wxfile:\/\/tmp_\w+\.jpg$/)
  expect(await phone.run(`wx.getImageInfo({ src: '${path}' })`)).toEqual({
    width: 200,
    height: 100,
    path,
    orientation: 'up',
    type: 'jpeg',
    errMsg: 'getImageInfo:ok',
  })
  await phone.run(`wx.saveImageToPhotosAlbum({ filePath: '${path}' })`)
  const kept = await phone.page.evaluate(() => window.phone.kept)
  expect(kept.map(({ kind, name }) => [kind, `wxfile://${name}`])).toEqual([['picture', path]])
  expect(
    await phone.run(`wx.saveImageToPhotosAlbum({ filePath: 'wxfile://none.png' }).catch(error => error.errMsg)`),
  ).toBe('saveImageToPhotosAlbum:fail no such file or directory, open wxfile://none.png')
})

test('other contexts, other members and older canvases fail loudly', async () => {
  phone.mayComplain = true
  expect(await phone.run(`canvas.getContext('webgl')`)).toBe(null)
  await phone.run(`{ try { canvas.style.width } catch {} }`)
  expect(await phone.run(`wx.canvasToTempFilePath({ canvasId: 'poster' }).catch(error => error.errMsg)`)).toBe(
    'canvasToTempFilePath:fail canvas is empty',
  )
  await eventually(
    async () => (await phone.errors()).map(error => error.split('\n')[0]),
    [
      `Error: canvas.getContext('webgl') is not provided by the local phone`,
      'Error: canvas.style is not provided by the local phone',
    ],
  )
})
