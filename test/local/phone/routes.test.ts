import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { phoneRoutes } from '../../../local/phone/routes'
import { NODE_MODULES } from './support/fixture-folders'

let folder: string
let server: Server
let port = 0

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'phone-routes-'))
  mkdirSync(join(folder, 'out/app'), { recursive: true })
  writeFileSync(join(folder, 'secret.txt'), 'secret')
  writeFileSync(join(folder, 'out/index.html'), 'phone')
  writeFileSync(join(folder, 'out/desk.html'), 'desk')
  writeFileSync(join(folder, 'out/app/main.js'), 'main')
  writeFileSync(join(folder, 'out-of-reach.txt'), 'neighbour')
  const routes = phoneRoutes({ outDir: join(folder, 'out'), nodeModulesRoot: NODE_MODULES })
  server = createServer((incoming, response) => {
    if (!routes(incoming, response, new URL(incoming.url ?? '/', 'http://127.0.0.1')))
      response.writeHead(418).end('not mine')
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})

afterAll(async () => {
  server.closeAllConnections()
  await new Promise(done => server.close(done))
  rmSync(folder, { recursive: true, force: true })
})

// Not fetch: it would tidy the path before it is sent.
function ask(
  path: string,
  method = 'GET',
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const outgoing = request({ host: '127.0.0.1', port, path, method }, response => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString('utf8')))
      response.on('end', () => {
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers })
      })
    })
    outgoing.on('error', reject)
    outgoing.end()
  })
}

test.each([
  ['/', 'desk', 'text/html; charset=utf-8'],
  ['/phone/', 'phone', 'text/html; charset=utf-8'],
  ['/phone/?persona=lin#/pages/a/a', 'phone', 'text/html; charset=utf-8'],
  ['/phone/app/main.js', 'main', 'text/javascript; charset=utf-8'],
])('%s is served', async (path, text, type) => {
  const answer = await ask(path)
  expect([answer.status, answer.text, answer.headers['content-type']]).toEqual([200, text, type])
})

test('the Chinese font comes from the package', async () => {
  const sheet = await ask('/phone/fonts/index.css')
  const file = /url\(\.\/(files\/[^)]+\.woff2)\)/.exec(sheet.text)?.[1] ?? ''
  expect((await ask(`/phone/fonts/${file}`, 'HEAD')).headers['content-type']).toBe('font/woff2')
})

test('whatever is served may load from its own origin only', async () => {
  const policy = String((await ask('/phone/')).headers['content-security-policy']).split('; ')
  expect(policy).toEqual([
    "default-src 'self' data: blob:",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'self'",
  ])
})

test.each([
  '/phone/../secret.txt',
  '/phone/%2e%2e/secret.txt',
  '/phone/..%2fsecret.txt',
  '/phone/app/../../secret.txt',
  '/phone/..%2fout-of-reach.txt',
  '/phone/fonts/../../../../../../etc/passwd',
  '/phone/fonts/..%2f..%2f..%2fpackage.json',
  '/phone/%00',
  '/phone/%zz',
  '/phone/app',
  '/phone/nothing.js',
])('%s leads nowhere', async path => {
  const { status, text } = await ask(path)
  expect([status === 404 || status === 418, text.includes('secret') || text.includes('neighbour')]).toEqual([
    true,
    false,
  ])
})

test('only reading is served, and other paths are left to others', async () => {
  expect((await ask('/phone/', 'POST')).status).toBe(405)
  expect((await ask('/call', 'POST')).status).toBe(418)
  expect((await ask('/phoney')).status).toBe(418)
})

test('the phone without its slash leads to the phone', async () => {
  const { status, headers } = await ask('/phone?persona=lin')
  expect([status, headers.location]).toEqual([308, '/phone/?persona=lin'])
})
