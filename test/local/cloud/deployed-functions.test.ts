import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { startTestCloud } from './support/test-cloud'

let folder: string
let cloud: Cloud

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cloud-test-'))
  cloud = await startTestCloud({ functionsRoot: folder })
})

afterEach(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true })
})

function deploy(name: string, code: string, config?: string): void {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'index.js'), code)
  if (config !== undefined) writeFileSync(join(folder, name, 'config.json'), config)
}

async function resultOf(name: string, data: unknown = {}): Promise<unknown> {
  const answer = await cloud.call('li', name, data)
  return 'errCode' in answer ? answer.errMsg.replace(/ \(callId.*/, '') : answer.result
}

test('a rebuilt function is taken after a reload; a call that runs is finished by the old one', async () => {
  const version = (number: number) =>
    `exports.main = ({ wait }) => new Promise(done => setTimeout(done, wait ?? 0, ${number}))`
  deploy('quiz', version(1))
  expect(await resultOf('quiz')).toBe(1)
  deploy('quiz', version(2))
  expect(await resultOf('quiz')).toBe(1)
  const running = resultOf('quiz', { wait: 300 })
  cloud.reload()
  expect([await resultOf('quiz'), await running, await resultOf('quiz')]).toEqual([2, 1, 2])
})

test('a function deployed later, and one that was broken and is repaired, can be called at once', async () => {
  expect(await resultOf('late')).toContain('-501000')
  deploy('late', 'exports.main = () => {')
  expect(await resultOf('late')).toContain('SyntaxError')
  deploy('late', 'exports.handler = () => 1')
  expect(await resultOf('late')).toContain('index.js exports no main')
  deploy('late', 'exports.main = () => 1')
  expect(await resultOf('late')).toBe(1)
})

test('secrets and nothing of this process come with the environment', async () => {
  process.env['ONLY_HERE'] = 'private'
  deploy(
    'env',
    'exports.main = () => [process.env.PAPER_SECRET, process.env.ONLY_HERE ?? null, process.env.NODE_OPTIONS ?? null]',
  )
  expect(await resultOf('env')).toEqual(['only for tests', null, null])
  delete process.env['ONLY_HERE']
})

test('a warm instance keeps what it has loaded and serves one call after the other', async () => {
  deploy('count', 'let calls = 0, at = 0\nexports.main = async () => { at++; await 0; return [++calls, at--] }')
  const results = []
  for (let call = 0; call < 3; call++) results.push(await resultOf('count'))
  expect(results).toEqual([
    [1, 1],
    [2, 1],
    [3, 1],
  ])
})

test('calls at the same time get instances of their own, up to a limit, and never share one', async () => {
  deploy(
    'slow',
    'let at = 0, calls = 0\nexports.main = async () => { at++; await new Promise(d => setTimeout(d, 20)); return [++calls, at--] }',
  )
  const results = await Promise.all(Array.from({ length: 40 }, () => resultOf('slow')))
  const calls = results.map(result => (Array.isArray(result) ? Number(result[0]) : 0))
  const instances = calls.filter(call => call === 1).length
  expect(results.every(result => Array.isArray(result) && result[1] === 1)).toBe(true)
  expect([instances > 1, instances <= 16, calls.length]).toEqual([true, true, 40])
})

test('more than a thousand waiting calls are refused, not kept', async () => {
  deploy('fast', 'exports.main = () => 1')
  const results = await Promise.all(Array.from({ length: 1003 }, () => resultOf('fast')))
  const refused = 'cloud.callFunction:fail Error: errCode: -501004 | errMsg: EXCEED_CONCURRENT_REQUEST_LIMIT'
  expect([results.slice(0, 1000).every(result => result === 1), results.slice(1000)]).toEqual([
    true,
    [refused, refused, refused],
  ])
})

test.each([
  ['{"timeout": 2}', 2000],
  ['{"timeout": 900}', 60_000],
  ['{"permissions": {"openapi": []}}', 3000],
])('with the configuration %s a call may take %d milliseconds', async (config, milliseconds) => {
  deploy('limit', 'exports.main = (event, context) => context.time_limit_in_ms', config)
  expect(await resultOf('limit')).toBe(milliseconds)
})

test.each(['{', '{"timeout": "long"}', '{"timeout": 0}'])(
  'the configuration %s ends the call, not the cloud',
  async config => {
    deploy('limit', 'exports.main = () => 1', config)
    expect(await resultOf('limit')).toContain('-504002')
    deploy('limit', 'exports.main = () => 1', '{"timeout": 5}')
    expect(await resultOf('limit')).toBe(1)
  },
)

test.each<[string, string, unknown]>([
  ['undefined', 'undefined', null],
  ['a function', '() => 1', null],
  ['dates and undefined fields', '({ at: new Date(0), gone: undefined })', { at: '1970-01-01T00:00:00.000Z' }],
  ['a number', '5', 5],
])('a result of %s arrives as JSON carries it', async (_, expression, expected) => {
  deploy('gives', `exports.main = () => (${expression})`)
  expect(await resultOf('gives')).toEqual(expected)
})

test.each([
  ['a circle', 'const circle = {}; circle.circle = circle; return circle', 'circular structure'],
  ['a BigInt', 'return 5n', 'BigInt'],
  ['text instead of an error', 'throw "only text"', 'only text'],
  ['nothing', 'throw undefined', 'undefined'],
])('a function that ends with %s fails in its own words', async (_, code, reason) => {
  deploy('fails', `exports.main = () => { ${code} }`)
  expect(await resultOf('fails')).toMatch(new RegExp(`-504002 functions execute fail .*${reason}`))
})
