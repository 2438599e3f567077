import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { send, sendJson } from './support/http-request'
import { inFunction, type Sdk, valueOf } from './support/in-function'
import { startTestCloud } from './support/test-cloud'

let cloud: Cloud
let dataRoot: string

beforeAll(async () => {
  dataRoot = mkdtempSync(join(tmpdir(), 'cloud-test-'))
  cloud = await startTestCloud({ dataRoot })
})

afterAll(async () => {
  await cloud.stop()
  rmSync(dataRoot, { recursive: true })
})

const ROOT = 'cloud://local-env.6c6f-local-env-1250000000/'

const upload = (cloudPath: string, text: string) =>
  inFunction(
    cloud,
    ({ cloud: sdk }: Sdk, file: { cloudPath: string; text: string }) =>
      sdk.uploadFile({ cloudPath: file.cloudPath, fileContent: Buffer.from(file.text) }),
    { cloudPath, text },
  )

const download = (fileID: string) =>
  inFunction(
    cloud,
    async ({ cloud: sdk }: Sdk, id: string) => (await sdk.downloadFile({ fileID: id })).fileContent.toString(),
    fileID,
  )

const Urls = v.object({ fileList: v.array(v.object({ tempFileURL: v.string(), status: v.number() })) })

async function temporaryUrl(fileID: string, maxAge = 60): Promise<string> {
  const answer = await valueOf(
    cloud,
    ({ cloud: sdk }: Sdk, file: { fileID: string; maxAge: number }) => sdk.getTempFileURL({ fileList: [file] }),
    { fileID, maxAge },
  )
  return encodeURI(v.parse(Urls, answer).fileList[0]?.tempFileURL ?? '')
}

test('a file goes up, comes down, is replaced and deleted through the SDK', async () => {
  const fileID = `${ROOT}works/观鸟 1.png`
  expect(await upload('works/观鸟 1.png', 'first')).toEqual({
    value: { fileID, statusCode: -1, errMsg: 'uploadFile:ok' },
  })
  expect(await download(fileID)).toEqual({ value: 'first' })
  await upload('works/观鸟 1.png', 'second')
  expect(await download(fileID)).toEqual({ value: 'second' })
  expect(readdirSync(join(dataRoot, 'files'))).toHaveLength(1)
  const { fileList } = await valueOf(
    cloud,
    ({ cloud: sdk }: Sdk, id: string) => sdk.deleteFile({ fileList: [id, 'cloud://elsewhere.x/a'] }),
    fileID,
  )
  expect(fileList).toEqual([
    { fileID, status: 0, errMsg: 'ok' },
    { fileID: 'cloud://elsewhere.x/a', status: -503003, errMsg: 'storage file not exists' },
  ])
  expect((await download(fileID)).error).toMatchObject({ code: 'STORAGE_FILE_NONEXIST' })
  expect(readdirSync(join(dataRoot, 'files'))).toEqual([])
})

test('a temporary address serves a picture as one, and a page as bytes only', async () => {
  await upload('a.png', 'picture')
  await upload('a.html', '<script>alert(1)</script>')
  const picture = await send(await temporaryUrl(`${ROOT}a.png`))
  const page = await send(await temporaryUrl(`${ROOT}a.html`))
  expect([picture.text, picture.headers['content-type']]).toEqual(['picture', 'image/png'])
  expect([page.text, page.headers['content-type']]).toEqual(['<script>alert(1)</script>', 'application/octet-stream'])
  expect(page.headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  })
})

test('a temporary address ends, and holds for its own file only', async () => {
  await upload('own.txt', 'own')
  await upload('foreign.txt', 'foreign')
  const url = await temporaryUrl(`${ROOT}own.txt`)
  const statusOf = async (address: string) => (await send(address)).status
  cloud.clock.set(Date.now() + 61_000)
  const late = await statusOf(url)
  cloud.clock.real()
  expect([
    await statusOf(url),
    late,
    await statusOf(url.replace('own.txt', 'foreign.txt')),
    await statusOf(url.replace(/&t=\d+/, '&t=99999999999')),
    await statusOf(url.replace(/\?.*/, '')),
  ]).toEqual([200, 403, 403, 403, 403])
})

test('nothing goes up without the gateway’s permission for this path', async () => {
  const metadata = await sendJson(`${cloud.url}/admin`, { action: 'storage.getUploadMetadata', path: 'mine.txt' })
  const Permission = v.object({ data: v.object({ url: v.string(), token: v.string(), authorization: v.string() }) })
  const { url, token, authorization } = v.parse(Permission, metadata).data
  const put = async (address: string, headers: Record<string, string>) =>
    (await send(address, { method: 'PUT', headers, body: 'x' })).status
  const right = { 'x-cos-security-token': token, authorization }
  expect([
    await put(url, {}),
    await put(url.replace('mine', 'yours'), right),
    await put(url, { ...right, 'x-cos-security-token': String(Number(token) + 1) }),
    await put(url, right),
  ]).toEqual([403, 403, 403, 200])
})

test.each([
  '../escape.txt',
  'a/../../escape.txt',
  '/absolute.txt',
  'a//b',
  'a/./b',
  '',
  'a\\b',
  'a?b',
  'a#b',
  'x'.repeat(851),
])('the path %p is refused', async cloudPath => {
  const before = readdirSync(join(dataRoot, 'files')).length
  const request = { action: 'storage.getUploadMetadata', path: cloudPath, method: 'put' }
  expect(await sendJson(`${cloud.url}/admin`, request)).toMatchObject({ code: 'INVALID_PARAM' })
  expect(readdirSync(join(dataRoot, 'files')).length).toBe(before)
})

test.each(['a%2F..%2Fb', '..%2f..%2fcloud.sqlite', '%', '%00', ''])('the address %p is no file', async path => {
  const { status } = await send(`${cloud.url}/cos/${path}?sign=x&t=1`)
  expect(status).toBe(400)
})

/** The half that arrived is erased once its connection is known to be gone. */
async function restsAt(files: number): Promise<void> {
  const count = () => readdirSync(join(dataRoot, 'files')).length
  while (count() !== files) await new Promise(resolve => setTimeout(resolve, 20))
}

test('an upload that breaks off leaves the file as it was', async () => {
  await upload('kept.txt', 'whole')
  const request = { action: 'storage.getUploadMetadata', path: 'kept.txt', method: 'put' }
  const Permission = v.object({ data: v.object({ url: v.string(), token: v.string(), authorization: v.string() }) })
  const { url, token, authorization } = v.parse(Permission, await sendJson(`${cloud.url}/admin`, request)).data
  const before = readdirSync(join(dataRoot, 'files')).length
  const headers = { 'x-cos-security-token': token, authorization, 'content-length': '1000' }
  await expect(send(url, { method: 'PUT', headers, body: 'half', cutAfter: 50 })).rejects.toThrow()
  expect(await download(`${ROOT}kept.txt`)).toEqual({ value: 'whole' })
  await restsAt(before)
})

test('files outlive the process, their bytes under names that tell nothing', async () => {
  await upload('张三/身份证.jpg', 'kept')
  await cloud.stop()
  const names = readdirSync(join(dataRoot, 'files'))
  expect(names.every(name => /^[0-9a-f-]{36}$/.test(name))).toBe(true)
  expect(names.map(name => readFileSync(join(dataRoot, 'files', name), 'utf8'))).toContain('kept')
  cloud = await startTestCloud({ dataRoot })
  expect(await download(`${ROOT}张三/身份证.jpg`)).toEqual({ value: 'kept' })
})
