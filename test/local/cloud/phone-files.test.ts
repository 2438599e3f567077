import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { send, sendJson } from './support/http-request'
import { startTestCloud } from './support/test-cloud'

const ROOT = 'cloud://local-env.6c6f-local-env-1250000000/'

let cloud: Cloud
let dataRoot: string

beforeAll(async () => {
  dataRoot = mkdtempSync(join(tmpdir(), 'cloud-test-'))
  cloud = await startTestCloud({ dataRoot, mostUploadBytes: 2000 })
})

afterEach(() => {
  cloud.faults.clear()
})

afterAll(async () => {
  await cloud.stop()
  rmSync(dataRoot, { recursive: true })
})

const blobs = () => readdirSync(join(dataRoot, 'files')).length

async function upload(path: string, body: string | Buffer, persona = 'li', chunked = false): Promise<unknown> {
  const headers = { 'x-persona': persona, ...(chunked && { 'transfer-encoding': 'chunked' }) }
  const received = await send(`${cloud.url}/storage/upload?path=${encodeURIComponent(path)}`, {
    method: 'POST',
    headers,
    body,
  })
  return JSON.parse(received.text)
}

const ask = (address: 'urls' | 'delete', fileList: unknown, persona = 'li') =>
  sendJson(`${cloud.url}/storage/${address}`, { fileList }, { 'x-persona': persona })

const beginning = (text: string): unknown => expect.stringContaining(text)

const Urls = v.object({ fileList: v.array(v.object({ tempFileURL: v.string() })) })

async function addressOf(path: string, maxAge = 60): Promise<string> {
  const { fileList } = v.parse(Urls, await ask('urls', [{ fileID: ROOT + path, maxAge }]))
  return encodeURI(fileList[0]?.tempFileURL ?? '')
}

test('a phone puts a file up, reads it by a temporary address and deletes it', async () => {
  const path = 'oLiHua/works/观鸟 1.mp4'
  expect(await upload(path, 'film')).toEqual({ fileID: ROOT + path, statusCode: 204, errMsg: 'cloud.uploadFile:ok' })
  expect(await ask('urls', [ROOT + path, { fileID: ROOT + path, maxAge: 60 }])).toEqual({
    fileList: [86_400, 60].map(maxAge => ({
      fileID: ROOT + path,
      tempFileURL: beginning(`${cloud.url}/cos/${path}?sign=`),
      maxAge,
      status: 0,
      errMsg: 'ok',
    })),
    errMsg: 'cloud.getTempFileURL:ok',
  })
  const { status, headers, text } = await send(await addressOf(path))
  expect([status, headers['content-type'], text]).toEqual([200, 'video/mp4', 'film'])
  expect(await ask('delete', [ROOT + path])).toEqual({
    fileList: [{ fileID: ROOT + path, status: 0, errMsg: 'ok' }],
    errMsg: 'cloud.deleteFile:ok',
  })
  expect(await ask('urls', [ROOT + path])).toMatchObject({ fileList: [{ status: -503003, tempFileURL: '' }] })
})

const NO_AUTHORITY = { errCode: -503002, errMsg: 'cloud.uploadFile:fail -503002 storage permission denied' }
const INVALID = { errCode: -501007, errMsg: 'cloud.uploadFile:fail -501007 invalid parameters. invalid cloud path' }
const TOO_LARGE = { errCode: -403001, errMsg: 'cloud.uploadFile:fail -403001 upload file size exceeds limit' }

test.each<[string, string, string, object]>([
  ['somebody else’s folder', 'oWangFang/a.png', 'li', NO_AUTHORITY],
  ['a folder whose name begins like the own', 'oLiHuaX/a.png', 'li', NO_AUTHORITY],
  ['no folder', 'a.png', 'li', NO_AUTHORITY],
  ['a folder, from a phone without a persona', 'oLiHua/a.png', '', NO_AUTHORITY],
  ['a folder, from a phone of nobody known', 'undefined/a.png', 'nobody', NO_AUTHORITY],
  ['a path that climbs out', '../oLiHua/a.png', 'li', INVALID],
  ['a path that climbs out of the own folder', 'oLiHua/../oWangFang/a.png', 'li', INVALID],
  ['an absolute path', '/oLiHua/a.png', 'li', INVALID],
  ['a path of this machine', 'C:\\oLiHua\\a.png', 'li', INVALID],
  ['a path with a NUL', 'oLiHua/a\0.png', 'li', INVALID],
  ['a path with a line break', 'oLiHua/a\n.png', 'li', INVALID],
  ['an overlong path', `oLiHua/${'字'.repeat(300)}`, 'li', INVALID],
  ['no path', '', 'li', INVALID],
])('nothing is written to %s', async (_, path, persona, refused) => {
  const before = [blobs(), cloud.files.list({ limit: 100 })]
  expect(await upload(path, 'x', persona)).toEqual(refused)
  expect([blobs(), cloud.files.list({ limit: 100 })]).toEqual(before)
})

test('other people neither read nor delete, and nobody what is elsewhere', async () => {
  await upload('oLiHua/private.png', 'x')
  const foreign = ['oLiHua/private.png', 'oLiHua/../oLiHua/private.png'].map(path => ROOT + path)
  const list = [...foreign, 'cloud://elsewhere.x/a']
  const statuses = [{ status: -503002 }, { status: -503002 }, { status: -503003 }]
  expect(await ask('urls', list, 'wang')).toMatchObject({ fileList: statuses })
  expect(await ask('delete', list, 'wang')).toMatchObject({ fileList: statuses })
  expect(await ask('delete', [ROOT + 'oLiHua/../oLiHua/private.png'])).toMatchObject({
    fileList: [{ status: -503003 }],
  })
  expect(cloud.files.find('oLiHua/private.png')).toMatchObject({ bytes: 1 })
})

test('the rules are the options’', async () => {
  const open = await startTestCloud({
    clientMayWrite: () => true,
    clientMayRead: (_, path) => path.startsWith('public/'),
  })
  try {
    const own = { 'x-persona': 'li' }
    for (const path of ['public/a', 'closed/a'])
      await send(`${open.url}/storage/upload?path=${path}`, { method: 'POST', headers: own, body: 'x' })
    const fileList = [`${ROOT}public/a`, `${ROOT}closed/a`]
    expect(await sendJson(`${open.url}/storage/urls`, { fileList }, { 'x-persona': 'wang' })).toMatchObject({
      fileList: [{ status: 0 }, { status: -503002 }],
    })
  } finally {
    await open.stop()
  }
})

test.each<[string, boolean]>([
  ['announced', false],
  ['not announced', true],
])('a file of the largest size is kept, one byte more is not, its size %s', async (_, chunked) => {
  const before = blobs()
  expect(await upload('oLiHua/large', Buffer.alloc(2000), 'li', chunked)).toMatchObject({ statusCode: 204 })
  expect(await upload('oLiHua/larger', Buffer.alloc(2001), 'li', chunked)).toEqual(TOO_LARGE)
  expect(await upload('oLiHua/enormous', Buffer.alloc(3_000_000), 'li', chunked)).toEqual(TOO_LARGE)
  expect([blobs(), cloud.files.find('oLiHua/large')?.bytes]).toEqual([before + 1, 2000])
  await ask('delete', [`${ROOT}oLiHua/large`])
})

test('an upload that the network breaks off half-way leaves the file as it was', async () => {
  await upload('oLiHua/kept', 'whole')
  const before = blobs()
  cloud.faults.set({ cutUpload: 1 })
  await expect(upload('oLiHua/kept', Buffer.alloc(2000))).rejects.toThrow(/ECONNRESET|socket hang up/)
  cloud.faults.clear()
  expect([(await send(await addressOf('oLiHua/kept'))).text, blobs()]).toEqual(['whole', before])
  expect(cloud.counters.snapshot().faults).toEqual({ cutUpload: 1 })
})

test('an address ends by the cloud’s clock', async () => {
  await upload('oLiHua/brief', 'x')
  cloud.clock.freeze(1_800_000_000_000)
  const address = await addressOf('oLiHua/brief', 60)
  const statuses = []
  for (const seconds of [0, 60, 61]) {
    cloud.clock.freeze(1_800_000_000_000 + seconds * 1000)
    statuses.push((await send(address)).status)
  }
  cloud.clock.real()
  expect(statuses).toEqual([200, 200, 403])
})

describe('a part of a file', () => {
  let address: string
  let tag: string

  beforeAll(async () => {
    await upload('oLiHua/film.mp4', '0123456789')
    address = await addressOf('oLiHua/film.mp4')
    tag = String((await send(address)).headers['etag'])
  })

  const told = async (headers: Record<string, string>, method = 'GET') => {
    const received = await send(address, { method, headers })
    const { 'content-range': range, 'content-length': length } = received.headers
    return [received.status, range, length, received.text]
  }

  test.each<[string, number, string | undefined, string]>([
    ['bytes=0-3', 206, 'bytes 0-3/10', '0123'],
    ['bytes=4-4', 206, 'bytes 4-4/10', '4'],
    ['bytes=7-', 206, 'bytes 7-9/10', '789'],
    ['bytes=7-99', 206, 'bytes 7-9/10', '789'],
    ['bytes=-3', 206, 'bytes 7-9/10', '789'],
    ['bytes=-99', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=0-', 206, 'bytes 0-9/10', '0123456789'],
    ['bytes=5-4', 200, undefined, '0123456789'],
    ['bytes=0-1,4-5', 200, undefined, '0123456789'],
    ['seconds=0-1', 200, undefined, '0123456789'],
  ])('%s is answered with %d', async (range, status, contentRange, text) => {
    expect(await told({ range })).toEqual([status, contentRange, String(text.length), text])
    expect(await told({ range }, 'HEAD')).toEqual([status, contentRange, String(text.length), ''])
  })

  test.each(['bytes=10-', 'bytes=99-100', 'bytes=-0'])('%s is outside', async range => {
    expect((await told({ range })).slice(0, 2)).toEqual([416, 'bytes */10'])
  })

  test('the tag tells whether the file is still the same', async () => {
    expect((await told({ 'if-none-match': tag }))[0]).toBe(304)
    expect((await told({ range: 'bytes=0-3', 'if-range': tag }))[0]).toBe(206)
    await upload('oLiHua/film.mp4', 'abcdefghij')
    expect((await told({ 'if-none-match': tag }))[0]).toBe(200)
    expect(await told({ range: 'bytes=0-3', 'if-range': tag })).toEqual([200, undefined, '10', 'abcdefghij'])
  })

  test('an empty file is a file', async () => {
    await upload('oLiHua/empty', '')
    const { status, text, headers } = await send(await addressOf('oLiHua/empty'))
    expect([status, text, headers['content-length'], headers['accept-ranges']]).toEqual([200, '', '0', 'bytes'])
    const part = await send(await addressOf('oLiHua/empty'), { headers: { range: 'bytes=0-' } })
    expect([part.status, part.headers['content-range']]).toEqual([416, 'bytes */0'])
  })
})

test('a hundred files at once are each kept whole', async () => {
  const paths = Array.from({ length: 100 }, (_, at) => `oLiHua/many/${at}`)
  await Promise.all(paths.map(path => upload(path, Buffer.from(path.repeat(20)))))
  const texts = await Promise.all(paths.map(async path => (await send(await addressOf(path))).text))
  expect(texts).toEqual(paths.map(path => path.repeat(20)))
})
