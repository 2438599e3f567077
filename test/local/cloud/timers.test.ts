import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { startTestCloud } from './support/test-cloud'

const NOON = Date.UTC(2020, 5, 30, 4)
const MINUTE = 60_000

let folder: string
let cloud: Cloud

const start = (timers: 'by-hand' | 'by-clock' = 'by-hand') =>
  startTestCloud({ functionsRoot: join(folder, 'functions'), dataRoot: join(folder, 'data'), timers })

const SDK = createRequire(__filename).resolve('wx-server-sdk')
const WITH_SDK = `const cloud = require(${JSON.stringify(SDK)})
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })
exports.main = event => console.log(JSON.stringify({ event, context: cloud.getWXContext() }))`
const NOTES_DOWN = `exports.main = event => { console.log(JSON.stringify({ event })); return 'done' }`

function deploy(name: string, code: string, config: object): void {
  const own = join(folder, 'functions', name)
  mkdirSync(own, { recursive: true })
  writeFileSync(join(own, 'index.js'), code)
  writeFileSync(join(own, 'config.json'), JSON.stringify(config))
}

const trigger = (name: string, config: string) => ({ name, type: 'timer', config })
const each = (minutes: number) => ({ timeout: 5, triggers: [trigger('tick', `0 */${minutes} * * * * *`)] })

/** What the functions of this cloud noted down, as JSON. */
const noted = () => cloud.log.entries().flatMap(({ lines }) => lines.map(({ text }): unknown => JSON.parse(text)))
const Timed = v.object({ event: v.object({ Time: v.string() }) })
const times = () => noted().map(note => v.parse(Timed, note).event.Time)

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cloud-test-'))
  deploy('roll', NOTES_DOWN, each(5))
  cloud = await start()
  cloud.clock.freeze(NOON)
  cloud.reload()
})

afterEach(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true })
})

const dueNames = () => cloud.timers.due().map(({ functionName, triggerName }) => `${functionName}/${triggerName}`)

test('a trigger calls its function with the platform’s event, as nobody', async () => {
  deploy('roll', WITH_SDK, each(5))
  cloud.clock.freeze(NOON + 5 * MINUTE)
  expect(dueNames()).toEqual(['roll/tick'])
  await cloud.timers.runDue()
  expect(noted()).toEqual([
    {
      event: { Type: 'Timer', TriggerName: 'tick', Time: '2020-06-30T04:05:00Z', Message: '' },
      context: { CLIENTIP: '127.0.0.1', APPID: 'wx0000000000000001', ENV: 'local-env', SOURCE: 'wx_trigger' },
    },
  ])
  expect(dueNames()).toEqual([])
})

test('however often it became due while the clock jumped, it runs once, and then goes on from there', async () => {
  cloud.clock.freeze(NOON + 3 * 86_400_000)
  await Promise.all([cloud.timers.runDue(), cloud.timers.runDue()])
  await cloud.timers.runDue()
  cloud.clock.freeze(NOON + 3 * 86_400_000 + 5 * MINUTE)
  await cloud.timers.runDue()
  expect(times()).toEqual(['2020-06-30T04:05:00Z', '2020-07-03T04:05:00Z'])
})

test('a clock that is set back makes earlier instants count again', async () => {
  cloud.clock.freeze(NOON + 5 * MINUTE)
  await cloud.timers.runDue()
  cloud.clock.freeze(NOON - 60 * MINUTE)
  expect([dueNames(), cloud.timers.list().map(({ dueAt }) => dueAt)]).toEqual([[], [NOON - 55 * MINUTE]])
  cloud.clock.freeze(NOON - 55 * MINUTE)
  await cloud.timers.runDue()
  expect(times()).toEqual(['2020-06-30T04:05:00Z', '2020-06-30T03:05:00Z'])
})

test('a test runs any of them at once, which moves nothing', async () => {
  const before = cloud.timers.list()
  const run = await cloud.timers.run('roll', 'tick')
  expect(run).toMatchObject({ outcome: 'returned', result: 'done' })
  expect([times(), cloud.timers.list()]).toEqual([['2020-06-30T04:00:00Z'], before])
  expect(cloud.log.entries().map(({ requestId }) => requestId)).toEqual([run.requestId])
  await expect(cloud.timers.run('roll', 'tock')).rejects.toThrow('roll has no trigger tock')
})

test('a restart doubles none that ran and loses none that became due meanwhile', async () => {
  cloud.clock.freeze(NOON + 5 * MINUTE)
  await cloud.timers.runDue()
  expect(times()).toEqual(['2020-06-30T04:05:00Z'])
  await cloud.stop()
  cloud = await start()
  expect(dueNames()).toEqual([])
  cloud.clock.freeze(NOON + 10 * MINUTE)
  await cloud.stop()
  cloud = await start()
  expect(dueNames()).toEqual(['roll/tick'])
  await cloud.timers.runDue()
  expect(times()).toEqual(['2020-06-30T04:10:00Z'])
})

test('one that was cut off by the end of the cloud runs again', async () => {
  deploy('roll', `exports.main = () => { console.log('{}'); return new Promise(() => {}) }`, each(5))
  cloud.clock.freeze(NOON + 5 * MINUTE)
  const running = cloud.timers.runDue()
  while (noted().length === 0) await new Promise(done => setTimeout(done, 5))
  await cloud.stop()
  await running
  cloud = await start()
  expect(dueNames()).toEqual(['roll/tick'])
})

test('one that fails is done with, until it is due again', async () => {
  deploy('roll', `exports.main = () => { throw new Error('no') }`, each(5))
  cloud.clock.freeze(NOON + 5 * MINUTE)
  await cloud.timers.runDue()
  expect([dueNames(), cloud.log.entries().map(({ outcome }) => outcome)]).toEqual([[], ['threw']])
})

test('what becomes due while it runs is not lost', async () => {
  deploy('roll', `exports.main = () => { console.log('{}'); return new Promise(d => setTimeout(d, 200)) }`, each(5))
  cloud.clock.freeze(NOON + 5 * MINUTE)
  const running = cloud.timers.runDue()
  while (noted().length === 0) await new Promise(done => setTimeout(done, 5))
  cloud.clock.freeze(NOON + 10 * MINUTE)
  await running
  expect(dueNames()).toEqual(['roll/tick'])
})

test('by the clock they run by themselves, when it is set and as it ticks', async () => {
  await cloud.stop()
  cloud = await start('by-clock')
  const until = async (count: number) => {
    while (times().length < count) await new Promise(done => setTimeout(done, 10))
  }
  cloud.clock.freeze(NOON + 5 * MINUTE)
  await until(1)
  cloud.clock.set(NOON + 10 * MINUTE - 300)
  await until(2)
  expect(times()).toEqual(['2020-06-30T04:05:00Z', '2020-06-30T04:10:00Z'])
})

test('triggers are taken from the disk anew, and one that cannot be read stops no other', () => {
  const told = jest.spyOn(console, 'error').mockReturnValue()
  deploy('broken', NOTES_DOWN, { triggers: [trigger('often', 'every minute')] })
  deploy('odd', NOTES_DOWN, { triggers: [{ name: '1', type: 'timer', config: '* * * * * * *' }] })
  deploy('two', NOTES_DOWN, { triggers: [trigger('a', '0 0 13 * * * *'), trigger('b', '0 0 14 * * * *')] })
  deploy('roll', NOTES_DOWN, {})
  cloud.reload()
  const lines = told.mock.calls.map(([line]) => String(line).replace(/\/.*\//, ''))
  told.mockRestore()
  expect(cloud.timers.list().map(({ functionName, triggerName, dueAt }) => [functionName, triggerName, dueAt])).toEqual(
    [
      ['two', 'a', NOON + 60 * MINUTE],
      ['two', 'b', NOON + 120 * MINUTE],
    ],
  )
  expect(lines).toEqual([
    'local cloud: the timers of broken do not run: "every minute" has 2 fields instead of seven',
    'local cloud: the timers of odd do not run: config.json: triggers.0.name cannot be used',
  ])
})
