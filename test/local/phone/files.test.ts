import type { HeldPhone } from './support/held-phone'
import { Stage } from './support/stage'

const stage = Stage.forFile()
let phone: HeldPhone

beforeEach(async () => {
  phone = await stage.open('/pages/first/first')
  await phone.run(`{ window.fs = wx.getFileSystemManager(); window.usr = wx.env.USER_DATA_PATH }`)
})

const fails = (code: string) =>
  phone.run<string>(`(() => { try { return ${code} } catch (error) { return error.message } })()`)

test('text and bytes are written and read in every way', async () => {
  await phone.run(`fs.writeFileSync(usr + '/a.txt', '云a', 'utf8')`)
  expect(await phone.run(`fs.readFileSync(usr + '/a.txt', 'utf8')`)).toBe('云a')
  expect(await phone.run(`fs.readFileSync(usr + '/a.txt', 'base64')`)).toBe(Buffer.from('云a').toString('base64'))
  expect(await phone.run(`[...new Uint8Array(fs.readFileSync(usr + '/a.txt'))]`)).toEqual([...Buffer.from('云a')])
  await phone.run(`fs.appendFile({ filePath: usr + '/a.txt', data: '!' })`)
  expect(await phone.run(`fs.readFile({ filePath: usr + '/a.txt', encoding: 'utf-8' })`)).toEqual({
    data: '云a!',
    errMsg: 'readFile:ok',
  })
  expect(await phone.run(`fs.readFile({ filePath: usr + '/a.txt', encoding: 'hex', position: 3, length: 1 })`)).toEqual(
    {
      data: '61',
      errMsg: 'readFile:ok',
    },
  )
  await phone.run(`fs.writeFile({ filePath: usr + '/b', data: new Uint8Array([1, 2, 255]).buffer })`)
  expect(await phone.run(`fs.readFileSync(usr + '/b', 'hex')`)).toBe('0102ff')
  expect(await phone.run(`fs.statSync(usr + '/b').size`)).toBe(3)
})

test('folders are made, read and removed', async () => {
  await phone.run(`fs.mkdirSync(usr + '/drafts/2026', true)`)
  await phone.run(`fs.writeFileSync(usr + '/drafts/2026/one.json', '{}', 'utf8')`)
  expect(await phone.run(`fs.readdirSync(usr + '/drafts')`)).toEqual(['2026'])
  expect(await phone.run(`fs.statSync(usr + '/drafts').isDirectory()`)).toBe(true)
  expect(await fails(`fs.rmdirSync(usr + '/drafts')`)).toBe(
    'rmdirSync:fail directory not empty, rmdir wxfile://usr/drafts',
  )
  await phone.run(`fs.renameSync(usr + '/drafts/2026/one.json', usr + '/two.json')`)
  expect(await phone.run(`fs.readdirSync(usr + '/drafts/2026')`)).toEqual([])
  await phone.run(`fs.unlinkSync(usr + '/two.json')`)
  await phone.run(`fs.rmdirSync(usr + '/drafts', true)`)
  expect(await phone.run('fs.readdirSync(usr)')).toEqual([])
})

test('what is not there, or not allowed, fails with the platform’s words', async () => {
  expect(await fails(`fs.accessSync(usr + '/none')`)).toBe(
    'accessSync:fail no such file or directory, access wxfile://usr/none',
  )
  expect(
    await phone.run(`fs.readFile({ filePath: usr + '/none' }).catch(({ errMsg, errno }) => [errMsg, errno])`),
  ).toEqual(['readFile:fail no such file or directory, open wxfile://usr/none', 1300002])
  expect(await fails(`fs.writeFileSync('/pages/own.txt', 'x', 'utf8')`)).toBe(
    'writeFileSync:fail permission denied, open /pages/own.txt',
  )
  expect(await fails(`fs.writeFileSync(usr + '/../up.txt', 'x', 'utf8')`)).toBe(
    'writeFileSync:fail permission denied, open wxfile://usr/../up.txt',
  )
  expect(await fails(`fs.writeFileSync(usr + '/no/folder.txt', 'x', 'utf8')`)).toBe(
    'writeFileSync:fail no such file or directory, open wxfile://usr/no/folder.txt',
  )
})

test('files outlive a reload, are another’s for another person, and temporary ones do neither', async () => {
  await phone.run(`fs.writeFile({ filePath: usr + '/draft', data: '写到一半' })`)
  const saved = await phone.run<string>(`wx.canvasToTempFilePath({ canvas: wx.createOffscreenCanvas({ type: '2d' }) })
    .then(({ tempFilePath }) => { window.temp = tempFilePath; return fs.saveFile({ tempFilePath }) })
    .then(answer => answer.savedFilePath)`)
  const temporary = await phone.run<string>('temp')
  await phone.page.reload()
  await phone.isAt('pages/first/first')
  const has = (path: string) =>
    phone.run<boolean>(
      `(() => { try { wx.getFileSystemManager().accessSync('${path}'); return true } catch { return false } })()`,
    )
  expect([await has('wxfile://usr/draft'), await has(saved), await has(temporary)]).toEqual([true, true, false])
  expect(await phone.run(`wx.getFileSystemManager().readFileSync('wxfile://usr/draft', 'utf8')`)).toBe('写到一半')
  await phone.page.goto(`${stage.server.url}/phone/?persona=wang`)
  await phone.isAt('pages/first/first')
  expect([await has('wxfile://usr/draft'), await has(saved)]).toEqual([false, false])
})

test('more than the telephone holds is refused', async () => {
  await phone.run(
    `{ window.part = new ArrayBuffer(90 * 1024 * 1024); fs.writeFileSync(usr + '/1', part); fs.writeFileSync(usr + '/2', part) }`,
  )
  expect(await fails(`fs.writeFileSync(usr + '/3', part)`)).toBe(
    'writeFileSync:fail the maximum size of the file storage limit is exceeded, open wxfile://usr/3',
  )
  await phone.run(`fs.writeFileSync(usr + '/2', 'small', 'utf8')`)
  await phone.run(`fs.unlinkSync(usr + '/1')`)
})
