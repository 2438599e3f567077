import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { send, sendJson } from './support/http-request'
import { startTestCloud } from './support/test-cloud'

let cloud: Cloud

beforeAll(async () => {
  cloud = await startTestCloud({
    extraRoutes: (_request, response, url) => {
      if (url.pathname !== '/phone/app.js') return false
      response.end('the phone')
      return true
    },
  })
})

afterAll(() => cloud.stop())

const told = async (received: Promise<{ status: number; text: string }>) => {
  const { status, text } = await received
  return [status, text]
}

const refusal = (reason: string) => JSON.stringify({ errCode: -1, errMsg: `local cloud: ${reason}` })

test.each([
  ['evil.example', 403],
  ['evil.example:80', 403],
  ['127.0.0.1.evil.example', 403],
  ['[::1]', 403],
  ['127.0.0.1', 200],
  ['localhost:8365', 200],
])('a request for the host %p is answered with %d', async (host, status) => {
  expect((await send(`${cloud.url}/clock`, { headers: { host } })).status).toBe(status)
})

test.each(['/call', '/clock', '/admin', '/cos/a.jpg', '/phone/app.js'])(
  'a page from elsewhere reaches nothing at %s',
  async path => {
    for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', `${cloud.url}0`]) {
      const received = send(cloud.url + path, { method: 'POST', headers: { origin }, body: '{}' })
      expect(await told(received)).toEqual([403, refusal('foreign origin')])
    }
  },
)

test('the phone’s own page may call functions and set the clock, but does not reach the database', async () => {
  const headers = { origin: cloud.url, 'sec-fetch-site': 'same-origin' }
  expect(await sendJson(`${cloud.url}/call`, { name: 'str' }, headers)).toMatchObject({ result: '123' })
  expect(await sendJson(`${cloud.url}/clock`, { mode: 'real' }, headers)).toMatchObject({ mode: 'real' })
  const query = { action: 'database.getDocument', collectionName: 'notes' }
  const refused = { errCode: -1, errMsg: 'local cloud: not for browsers' }
  expect(await sendJson(`${cloud.url}/admin`, query, headers)).toEqual(refused)
  expect(await sendJson(`${cloud.url}/admin`, query, { 'sec-fetch-site': 'same-origin' })).toEqual(refused)
})

test('a call takes its persona from the header', async () => {
  const call = (headers: Record<string, string>) => sendJson(`${cloud.url}/call`, { name: 'whoami', data: {} }, headers)
  expect(await call({ 'x-persona': 'wang' })).toMatchObject({ result: { before: { OPENID: 'oWangFang' } } })
  for (const headers of [{}, { 'x-persona': 'nobody' }])
    expect(JSON.stringify(await call(headers))).not.toMatch(/"OPENID"|oWangFang/)
})

test.each<[string, string, string, string | Buffer, number, string]>([
  ['broken JSON', 'POST', '/call', '{"name":', 400, 'the body is not JSON'],
  ['an empty body', 'POST', '/call', '', 400, 'the body is not JSON'],
  ['a call without a name', 'POST', '/call', '{"data":{}}', 400, 'a call needs a name'],
  ['a call that is a list', 'POST', '/call', '[]', 400, 'a call needs a name'],
  ['an enormous call', 'POST', '/call', Buffer.alloc(3_000_000, 'x'), 413, 'the body is larger than 204800 bytes'],
  ['a wrong method', 'GET', '/call', '', 405, 'this method is not served here'],
  ['an odd method', 'DELETE', '/clock', '', 405, 'this method is not served here'],
  ['an unknown address', 'GET', '/nowhere', '', 404, 'nothing is here'],
  ['an address under one of ours', 'POST', '/admin/x', '{}', 404, 'nothing is here'],
  ['a clock without a mode', 'POST', '/clock', '{"now":1}', 400, 'not a setting of the clock'],
  ['a clock at no instant', 'POST', '/clock', '{"mode":"frozen","now":"1"}', 400, 'not a setting of the clock'],
  ['a clock beyond all dates', 'POST', '/clock', '{"mode":"frozen","now":9e15}', 400, 'not a setting of the clock'],
  [
    'an enormous setting of the clock',
    'POST',
    '/clock',
    Buffer.alloc(2000, ' '),
    413,
    'the body is larger than 1000 bytes',
  ],
  ['broken JSON from the SDK', 'POST', '/admin', '{', 400, 'the body is not JSON'],
])('%s is refused', async (_, method, path, body, status, reason) => {
  expect(await told(send(cloud.url + path, { method, body }))).toEqual([status, refusal(reason)])
})

test('a wrong method is told the right ones', async () => {
  const { headers } = await send(`${cloud.url}/clock`, { method: 'PUT' })
  expect(headers['allow']).toBe('GET, POST')
})

test.each([
  ['{}', { code: 'INVALID_PARAM', message: 'the request names no action' }],
  ['{"action":"constructor"}', { code: 'ACTION_NOT_SERVED_LOCALLY' }],
  ['{"action":"database.getDocument"}', { code: 'INVALID_PARAM' }],
  [
    '{"action":"database.getDocument","collectionName":"notes","query":"{"}',
    { code: 'INVALID_PARAM', message: 'invalid JSON' },
  ],
  ['{"action":"database.getDocument","collectionName":"notes","limit":-1}', { code: 'INVALID_PARAM' }],
  [
    '{"action":"database.getDocument","collectionName":"notes","order":"{\\"a\\":\\"up\\"}"}',
    { code: 'DATABASE_REQUEST_FAILED' },
  ],
  ['{"action":"database.insertDocument","collectionName":"notes","data":[]}', { code: 'INVALID_PARAM' }],
  ['{"action":"database.insertDocument","collectionName":"notes","data":["[]"]}', { code: 'INVALID_PARAM' }],
  ['{"action":"database.addCollection","collectionName":"a\\"; DROP"}', { code: 'INVALID_PARAM' }],
  ['{"action":"functions.invokeFunction","function_name":"other","request_data":"{"}', { code: 'INVALID_PARAM' }],
])('the gateway answers %s with its code', async (body, refused) => {
  const quiet = jest.spyOn(console, 'error').mockReturnValue()
  const { status, text } = await send(`${cloud.url}/admin`, { method: 'POST', body })
  quiet.mockRestore()
  expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining(refused)])
})

test.each([
  ['no HTTP', 'nonsense\r\n\r\n', '400'],
  ['no host', 'GET /clock HTTP/1.0\r\n\r\n', '403'],
  ['no address', 'GET http:// HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n', '400'],
])('a request with %s is refused and does no harm', async (_, bytes, expected) => {
  const status = await new Promise<string>((resolve, reject) => {
    const socket = connect(cloud.port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', chunk => {
      resolve(chunk.toString('latin1').split(' ')[1] ?? '')
      socket.destroy()
    })
    socket.on('error', reject)
  })
  expect([status, (await send(`${cloud.url}/clock`)).status]).toEqual([expected, 200])
})

test('the personas are told without what identifies them to functions', async () => {
  const { text } = await send(`${cloud.url}/personas`)
  expect(JSON.parse(text)).toEqual([
    { id: 'li', name: '李华', note: '学生' },
    { id: 'wang', name: '王芳', note: '评委' },
  ])
})

test('other addresses are the caller’s', async () => {
  expect(await told(send(`${cloud.url}/phone/app.js?v=1`))).toEqual([200, 'the phone'])
})

describe('a start that cannot work says why and leaves nothing behind', () => {
  let folder: string

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'cloud-test-'))
  })

  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  test('when the port is taken', async () => {
    await expect(startTestCloud({ port: cloud.port, dataRoot: folder })).rejects.toThrow(
      `port ${cloud.port} cannot be used`,
    )
    await (await startTestCloud({ dataRoot: folder })).stop()
  })

  test.each([
    ['{', 'cannot be used'],
    ['{"collections":[{"name":""}]}', 'cannot be used at collections.0.name'],
    [
      '{"collections":[{"name":"a","indexes":[{"name":"b","fields":[["c",2]]}]}]}',
      'at collections.0.indexes.0.fields.0.1',
    ],
    ['{"collections":[{"name":"no spaces please"}]}', 'invalid collection name: no spaces please'],
  ])('when the manifest is %s', async (content, reason) => {
    const manifestFile = join(folder, 'manifest.json')
    writeFileSync(manifestFile, content)
    await expect(startTestCloud({ manifestFile, dataRoot: folder })).rejects.toThrow(reason)
    await (await startTestCloud({ dataRoot: folder })).stop()
  })

  test('when another cloud of this process has the folder', async () => {
    const first = await startTestCloud({ dataRoot: folder })
    await expect(startTestCloud({ dataRoot: folder })).rejects.toThrow(
      `the data folder ${folder} is in use by process ${process.pid}; stop it first`,
    )
    await first.stop()
    await (await startTestCloud({ dataRoot: folder })).stop()
  })
})

test('after stop nothing answers, calls end with a refusal, and a second stop is nothing', async () => {
  const brief = await startTestCloud()
  const waiting = brief.call('li', 'hang', { busy: false })
  await brief.stop()
  expect(await waiting).toMatchObject({ errCode: -504002 })
  await expect(send(`${brief.url}/clock`)).rejects.toThrow('ECONNREFUSED')
  await brief.stop()
})
