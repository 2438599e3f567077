import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { startTestCloud } from './support/test-cloud'

let folder: string
let cloud: Cloud

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cloud-test-'))
  deploy('count', 'let calls = 0\nexports.main = () => ++calls')
  deploy(
    'wait',
    `exports.main = ({ way }) => { console.log('begun'); if (way === 'busy') for (;;); return new Promise(() => {}) }`,
  )
  cloud = await startTestCloud({ functionsRoot: folder })
})

afterEach(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true })
})

function deploy(name: string, code: string): void {
  mkdirSync(join(folder, name))
  writeFileSync(join(folder, name, 'index.js'), code)
}

async function resultOf(name: string, data: unknown = {}): Promise<unknown> {
  const answer = await cloud.call('li', name, data)
  return 'errCode' in answer ? answer.errMsg.replace(/ \(callId.*/, '') : answer.result
}

const begun = async (count: number) => {
  while (cloud.log.entries().filter(({ lines }) => lines.length > 0).length < count)
    await new Promise(done => setTimeout(done, 5))
}

const KILLED = 'cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: 1 code exit unexpected'

test.each(['busy', 'waiting'])('a killed instance ends a call that is %s, and no other function’s', async way => {
  expect(await resultOf('count')).toBe(1)
  const running = [resultOf('wait', { way }), resultOf('wait', { way })]
  await begun(2)
  expect(cloud.functions.instances('wait')).toEqual(['busy', 'busy'])
  await cloud.functions.kill('wait')
  expect(await Promise.all(running)).toEqual([KILLED, KILLED])
  expect([cloud.functions.instances('wait'), await resultOf('count')]).toEqual([[], 2])
})

test('what a killed or restarted function had in its memory is gone', async () => {
  const results = [await resultOf('count'), await resultOf('count')]
  await cloud.functions.kill('count')
  results.push(await resultOf('count'), await resultOf('count'))
  cloud.functions.restart('count')
  results.push(await resultOf('count'))
  expect(results).toEqual([1, 2, 1, 2, 1])
})

test('a call that waits for an instance while it is killed gets another one', async () => {
  const result = resultOf('count')
  expect(cloud.functions.instances('count')).toEqual(['starting'])
  await cloud.functions.kill('count')
  expect(await result).toBe(1)
})

test('the functions are told by name, and what is none is refused', async () => {
  mkdirSync(join(folder, 'no-code'))
  expect([cloud.functions.names(), cloud.functions.instances('count')]).toEqual([['count', 'wait'], []])
  await expect(cloud.functions.kill('no-code')).rejects.toThrow('no function no-code is deployed')
  expect(() => {
    cloud.functions.restart('../count')
  }).toThrow('no function ../count is deployed')
})
