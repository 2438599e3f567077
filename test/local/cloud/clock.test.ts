import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { send, sendJson } from './support/http-request'
import { startTestCloud } from './support/test-cloud'

const EVENING = Date.UTC(2020, 5, 30, 15, 59, 59, 500)
const DAY = 86_400_000

let cloud: Cloud

beforeAll(async () => {
  cloud = await startTestCloud()
})

afterAll(() => cloud.stop())

const Times = v.object({
  result: v.object({
    now: v.number(),
    made: v.number(),
    stamp: v.number(),
    text: v.number(),
    given: v.number(),
    isDate: v.boolean(),
    server: v.number(),
    later: v.number(),
  }),
})

const timesInFunction = async () => v.parse(Times, await cloud.call('li', 'clock', {})).result

test('frozen, functions and server dates all tell the same instant', async () => {
  cloud.clock.freeze(EVENING)
  expect(await timesInFunction()).toEqual({
    now: EVENING,
    made: EVENING,
    stamp: EVENING,
    text: EVENING - 500,
    given: 5,
    isDate: true,
    server: EVENING,
    later: EVENING + 60_000,
  })
  expect([cloud.clock.now(), cloud.clock.state()]).toEqual([EVENING, { mode: 'frozen', now: EVENING }])
})

test('a warm function follows the clock from call to call', async () => {
  const told = []
  for (const days of [1, 3, -1000]) {
    cloud.clock.freeze(EVENING + days * DAY)
    told.push((await timesInFunction()).now - EVENING)
  }
  expect(told).toEqual([DAY, 3 * DAY, -1000 * DAY])
})

test('set, it goes on from the instant', async () => {
  cloud.clock.set(EVENING)
  const { now, server } = await timesInFunction()
  const end = cloud.clock.now()
  expect([EVENING <= server, server <= now, now <= end, end < EVENING + 60_000]).toEqual([true, true, true, true])
})

test('real again, it tells the time of this machine', async () => {
  cloud.clock.freeze(EVENING)
  cloud.clock.real()
  const before = Date.now()
  const { now } = await timesInFunction()
  expect([before <= now, now <= Date.now(), cloud.clock.state().mode]).toEqual([true, true, 'real'])
})

test.each([Number.NaN, Infinity, 1.5, 9e15])('%p is no instant', instant => {
  expect(() => {
    cloud.clock.freeze(instant)
  }).toThrow('an instant is a whole number of epoch milliseconds')
})

test('a page reads and sets it as JSON', async () => {
  const url = `${cloud.url}/clock`
  expect(await sendJson(url, { mode: 'frozen', now: EVENING })).toEqual({ mode: 'frozen', now: EVENING })
  expect(JSON.parse((await send(url)).text)).toEqual({ mode: 'frozen', now: EVENING })
  expect(await sendJson(url, { mode: 'ticking', now: EVENING })).toMatchObject({ mode: 'ticking' })
  expect(Math.floor(cloud.clock.now() / DAY)).toBe(Math.floor(EVENING / DAY))
  expect(await sendJson(url, { mode: 'real' })).toMatchObject({ mode: 'real' })
})

test('it stands as it was set when the cloud starts again', async () => {
  const dataRoot = mkdtempSync(join(tmpdir(), 'cloud-test-'))
  const states = []
  for (const mode of ['frozen', 'ticking', 'real'] as const) {
    const first = await startTestCloud({ dataRoot })
    await sendJson(`${first.url}/clock`, { mode, now: EVENING })
    await first.stop()
    const second = await startTestCloud({ dataRoot })
    const state = second.clock.state()
    states.push([state.mode, Math.floor(state.now / DAY) === Math.floor(EVENING / DAY)])
    await second.stop()
  }
  rmSync(dataRoot, { recursive: true })
  expect(states).toEqual([
    ['frozen', true],
    ['ticking', true],
    ['real', false],
  ])
})
