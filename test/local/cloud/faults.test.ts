import type { Cloud } from '../../../local/cloud/start-cloud'
import { send, sendJson } from './support/http-request'
import { startTestCloud } from './support/test-cloud'

let cloud: Cloud

beforeAll(async () => {
  cloud = await startTestCloud()
})

afterEach(() => {
  cloud.faults.clear()
})

afterAll(() => cloud.stop())

const LOST = { errCode: -1, errMsg: 'cloud.callFunction:fail request:fail net::ERR_CONNECTION_RESET', requestID: '' }
const OFF = { dropBefore: 0, dropAfter: 0, delay: 0, duplicate: 0, kill: 0, cutUpload: 0 }
const TIMES = { delayMilliseconds: 200, killWithinMilliseconds: 20, seed: 1 }

/** Calls one after the other; of each whether it was answered, and how often the function ran. */
async function callTimes(count: number) {
  const before = cloud.counters.snapshot()
  const answered = []
  for (let call = 0; call < count; call++) answered.push('result' in (await cloud.call('li', 'str', {})))
  const { functions, faults } = cloud.counters.since(before)
  return { answered, runs: functions['str'] ?? 0, faults }
}

test('nothing happens until it is set', async () => {
  expect(cloud.faults.settings()).toEqual({ ...OFF, ...TIMES })
  expect(await callTimes(20)).toEqual({ answered: Array.from({ length: 20 }, () => true), runs: 20, faults: {} })
})

test('a request lost before the function does nothing; an answer lost after it has done all', async () => {
  cloud.faults.set({ dropBefore: 1 })
  expect(await callTimes(3)).toEqual({ answered: [false, false, false], runs: 0, faults: { dropBefore: 3 } })
  expect(await cloud.call('li', 'str', {})).toEqual(LOST)
  cloud.faults.set({ dropAfter: 1 })
  expect(await callTimes(3)).toEqual({ answered: [false, false, false], runs: 3, faults: { dropAfter: 3 } })
})

test('a doubled call runs twice and is answered once', async () => {
  cloud.faults.set({ duplicate: 1 })
  expect(await callTimes(3)).toEqual({ answered: [true, true, true], runs: 6, faults: { duplicate: 3 } })
})

test('a share is a share, and the same seed is the same sequence', async () => {
  const settings = { dropBefore: 0.25, dropAfter: 0.25, duplicate: 0.5, seed: 7 }
  cloud.faults.set(settings)
  const first = await callTimes(200)
  cloud.faults.set(settings)
  const second = await callTimes(200)
  cloud.faults.set({ ...settings, seed: 8 })
  const third = await callTimes(200)
  expect(second).toEqual(first)
  expect(third.answered).not.toEqual(first.answered)
  const { dropBefore = 0, dropAfter = 0, duplicate = 0 } = first.faults
  expect(first.answered.filter(answered => !answered)).toHaveLength(dropBefore + dropAfter)
  expect(first.runs).toBe(200 - dropBefore + duplicate)
  for (const [count, least, most] of [
    [dropBefore, 30, 70],
    [dropAfter, 20, 60],
    [duplicate, 50, 100],
  ] as const)
    expect([least < count, count < most]).toEqual([true, true])
})

test('a delayed call is overtaken by one that is not', async () => {
  cloud.faults.set({ delay: 1, delayMilliseconds: 300 })
  const order: string[] = []
  const slow = cloud.call('li', 'str', {}).then(() => order.push('delayed'))
  cloud.faults.clear()
  await cloud.call('li', 'str', {}).then(() => order.push('not delayed'))
  await slow
  expect(order).toEqual(['not delayed', 'delayed'])
})

test('an instance that dies during a call ends this call only', async () => {
  cloud.faults.set({ kill: 1 })
  const killed = await cloud.call('li', 'hang', { busy: false })
  expect(killed).toMatchObject({ errCode: -504002 })
  expect('errMsg' in killed && killed.errMsg).toContain('functions execute fail | errMsg: 1 code exit unexpected')
  cloud.faults.clear()
  expect(await cloud.call('li', 'hang', {})).toMatchObject({ result: 'awake' })
})

test('a page of the phone sets them, and hears nothing of what is lost', async () => {
  const headers = { origin: cloud.url }
  expect(await sendJson(`${cloud.url}/faults`, { dropAfter: 1 }, headers)).toEqual({ ...OFF, ...TIMES, dropAfter: 1 })
  await expect(sendJson(`${cloud.url}/call`, { name: 'str' }, headers)).rejects.toThrow(/socket hang up|ECONNRESET/)
  expect(await sendJson(`${cloud.url}/faults`, {}, headers)).toEqual({ ...OFF, ...TIMES })
  expect(await sendJson(`${cloud.url}/call`, { name: 'str' }, headers)).toMatchObject({ result: '123' })
  expect(JSON.parse((await send(`${cloud.url}/faults`)).text)).toEqual({ ...OFF, ...TIMES })
})

test.each([{ dropAfter: 2 }, { dropAfter: -1 }, { dropAfter: '1' }, { delayMilliseconds: 1e9 }, { dropAll: 1 }, null])(
  '%j is no setting',
  async settings => {
    const refused = { errCode: -1, errMsg: 'local cloud: not a setting of the faults' }
    expect(await sendJson(`${cloud.url}/faults`, settings)).toEqual(refused)
    expect(cloud.faults.settings()).toEqual({ ...OFF, ...TIMES })
  },
)

test('a share beyond all calls is refused in code too', () => {
  expect(() => {
    cloud.faults.set({ kill: 1.5 })
  }).toThrow('kill has to be a share from 0 to 1')
})
