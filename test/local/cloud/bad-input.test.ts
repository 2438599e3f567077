import { assert, asyncProperty, uint8Array } from 'fast-check'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { refusalCode } from './support/refusal-code'
import { decodeRequest, encodeAnswer } from '../../../local/cloud/open-api/messages'
import { readFields } from '../../../local/cloud/open-api/wire'
import { send, sendJson } from './support/http-request'
import { startTestCloud } from './support/test-cloud'

let cloud: Cloud
let dataRoot: string

beforeAll(async () => {
  dataRoot = mkdtempSync(join(tmpdir(), 'cloud-test-'))
  cloud = await startTestCloud({ dataRoot })
})

// Whatever came in, the cloud goes on and has written nothing.
afterEach(async () => {
  expect(await sendJson(`${cloud.url}/call`, { name: 'str' })).toMatchObject({ result: '123' })
  expect([readdirSync(join(dataRoot, 'files')), cloud.database.find('notes')]).toEqual([[], []])
})

afterAll(async () => {
  await cloud.stop()
  rmSync(dataRoot, { recursive: true })
})

const form = (fields: Record<string, string | Buffer>, boundary = 'b'): Buffer =>
  Buffer.concat([
    ...Object.entries(fields).flatMap(([name, value]) => [
      Buffer.from(`--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
      Buffer.from(value),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])

const FORM = 'multipart/form-data; boundary=b'

async function sendForm(body: Buffer | string, contentType = FORM) {
  const { status, headers, text } = await send(`${cloud.url}/admin`, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body,
  })
  return { status, type: headers['content-type'], text }
}

const refusal = (reason: string) => ({ errCode: -1, errMsg: `local cloud: ${reason}` })

test.each<[string, Buffer | string, string, number, object]>([
  ['without a boundary', form({}), 'multipart/form-data', 400, refusal('the form has no boundary')],
  ['with a field without a name', '--b\r\nX: y\r\n\r\nz\r\n--b--', FORM, 400, refusal('the form cannot be read')],
  [
    'that ends in a field',
    '--b\r\nContent-Disposition: form-data; name="a"\r\n--b--',
    FORM,
    400,
    refusal('the form cannot be read'),
  ],
  ['without fields', 'nonsense', FORM, 200, { code: 'ACTION_NOT_SERVED_LOCALLY' }],
  ['of payments', form({ action: 'wx.wxPayApi' }), FORM, 200, { code: 'ACTION_NOT_SERVED_LOCALLY' }],
  [
    'whose message ends inside a field',
    form({ action: 'wx.openApi', apiName: 'a.b', requestData: Buffer.from([0x12, 0x7f, 1]) }),
    FORM,
    200,
    { code: 'INVALID_PARAM', message: 'the request data cannot be read' },
  ],
  [
    'whose value is no JSON',
    form({ action: 'wx.openApi', apiName: 'a.b', requestData: Buffer.from('080012080a060a016112017b', 'hex') }),
    FORM,
    200,
    { code: 'INVALID_PARAM' },
  ],
])('a form %s is refused', async (_, body, contentType, status, refused) => {
  const quiet = jest.spyOn(console, 'error').mockReturnValue()
  const received = await sendForm(body, contentType)
  quiet.mockRestore()
  expect([received.status, received.type]).toEqual([status, 'application/json; charset=utf-8'])
  expect(JSON.parse(received.text)).toMatchObject(refused)
})

test('an open API answers nobody but a function that runs', async () => {
  const { text, type } = await sendForm(
    form({ action: 'wx.openApi', apiName: 'wxacode.getUnlimited', requestData: '' }),
  )
  expect([type, text]).toEqual([
    'application/octet-stream',
    encodeAnswer({ kind: 'refused', errorCode: -604104 }).toString('utf8'),
  ])
})

test('any bytes at all are a message or refused as none', async () => {
  await assert(
    asyncProperty(uint8Array({ maxLength: 40 }), async bytes => {
      const code = refusalCode(() => decodeRequest(Buffer.from(bytes)))
      expect(['not refused', 'INVALID_PARAM']).toContain(code)
      const { status } = await sendForm(form({ action: 'wx.openApi', apiName: 'a.b', requestData: Buffer.from(bytes) }))
      expect(status).toBe(200)
    }),
    { seed: 277, numRuns: 200 },
  )
})

test('a message without an end is not read forever', () => {
  expect(() => readFields(Buffer.alloc(20, 0xff))).toThrow('a number without an end')
})

const JSON_TYPE = { 'content-type': 'application/json' }

test.each<[string, string, string, string, number, object]>([
  ['broken JSON for addresses', 'POST', '/storage/urls', '{', 400, refusal('the body is not JSON')],
  ['no list of files', 'POST', '/storage/urls', '{}', 400, refusal('fileList has to name 1 to 50 files')],
  [
    'an empty list of files',
    'POST',
    '/storage/delete',
    '{"fileList":[]}',
    400,
    refusal('fileList has to name 1 to 50 files'),
  ],
  [
    'too many files',
    'POST',
    '/storage/delete',
    JSON.stringify({ fileList: Array.from({ length: 51 }, () => 'x') }),
    400,
    refusal('fileList has to name 1 to 50 files'),
  ],
  [
    'an address without an age',
    'POST',
    '/storage/urls',
    '{"fileList":[{"fileID":"a","maxAge":0}]}',
    400,
    refusal('fileList has to name 1 to 50 files'),
  ],
  [
    'an enormous list',
    'POST',
    '/storage/urls',
    JSON.stringify({ fileList: ['x'.repeat(200_000)] }),
    413,
    refusal('the body is larger than 102400 bytes'),
  ],
  ['an upload as GET', 'GET', '/storage/upload?path=a', '', 405, refusal('this method is not served here')],
  ['an upload without a path', 'POST', '/storage/upload', 'x', 200, { errCode: -501007 }],
  ['an upload of a broken path', 'POST', '/storage/upload?path=%', 'x', 200, { errCode: -503002 }],
  ['a fault as HEAD', 'HEAD', '/faults', '', 405, {}],
  ['broken JSON for faults', 'POST', '/faults', '[', 400, refusal('the body is not JSON')],
  ['a subscription by nobody', 'GET', '/subscriptions', '', 400, refusal('nobody is on this phone')],
  ['an address under the storage', 'POST', '/storage/', '{}', 404, refusal('nothing is here')],
  [
    'an unknown collection',
    'POST',
    '/admin',
    '{"action":"database.getDocument","collectionName":"nowhere"}',
    200,
    { code: 'DATABASE_COLLECTION_NOT_EXIST' },
  ],
  [
    'invalid EJSON',
    'POST',
    '/admin',
    '{"action":"database.insertDocument","collectionName":"notes","data":["{\\"a\\":{\\"$date\\":\\"x\\"}}"]}',
    200,
    { code: 'INVALID_PARAM' },
  ],
  [
    'an upload that climbs out',
    'POST',
    '/admin',
    '{"action":"storage.getUploadMetadata","path":"../../a"}',
    200,
    { code: 'INVALID_PARAM' },
  ],
  [
    'an open API in broken JSON',
    'POST',
    '/admin',
    '{"action":"wx.api","apiName":"a.b","requestData":"{"}',
    200,
    { code: 'INVALID_PARAM' },
  ],
  [
    'an open API as JSON from nowhere',
    'POST',
    '/admin',
    '{"action":"wx.api","apiName":"a.b"}',
    200,
    { data: { responseData: '{"errcode":-604104,"errmsg":"system error"}' } },
  ],
])('%s: %s %s', async (_, method, path, body, status, refused) => {
  const headers = { ...JSON_TYPE, ...(path.includes('path=') && { 'x-persona': 'li' }) }
  const received = await send(cloud.url + path, { method, headers, body })
  expect([received.status, JSON.parse(received.text || '{}')]).toEqual([status, expect.objectContaining(refused)])
})

test.each(['/storage/upload?path=oLiHua/a', '/storage/urls', '/storage/delete', '/faults', '/subscriptions'])(
  'a page from elsewhere and a foreign name reach nothing at %s',
  async path => {
    const foreign = [{ origin: 'https://evil.example' }, { host: 'evil.example' }]
    for (const headers of foreign) {
      const received = await send(cloud.url + path, {
        method: 'POST',
        headers: { ...headers, 'x-persona': 'li' },
        body: '{}',
      })
      expect(received.status).toBe(403)
    }
  },
)
