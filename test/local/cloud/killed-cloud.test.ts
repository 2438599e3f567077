import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { send, sendJson } from './support/http-request'
import { startTestCloud } from './support/test-cloud'

jest.setTimeout(60_000)

const NOON = Date.UTC(2020, 5, 30, 4)
const MINUTE = 60_000

let folder: string
let dataRoot: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cloud-test-'))
  dataRoot = join(folder, 'data')
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

/** A cloud in a process of its own, which prints its address. */
async function startProcess(options: object): Promise<{ url: string; child: ChildProcess }> {
  const maker = JSON.stringify(join(__dirname, 'support', 'test-cloud.ts'))
  const code = `require(${maker}).startTestCloud(${JSON.stringify({ dataRoot, ...options })}).then(({ url }) => console.log(url))`
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  const line: unknown = await new Promise(resolve => child.stdout.once('data', resolve))
  return { child, url: String(line).trim() }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const contentOf = (path: string): Buffer => Buffer.alloc(300_000, path)

/** Puts files up and agrees to messages until the cloud dies; tells what it said yes to. */
async function useUntilDeath(url: string, writer: number, kept: Set<string>, enough: () => void) {
  const consents = { asked: 0, granted: 0 }
  const headers = { 'x-persona': 'li' }
  try {
    for (let number = 0; ; number++) {
      const path = `oLiHua/${writer}-${number}`
      await send(`${url}/storage/upload?path=${path}`, { method: 'POST', headers, body: contentOf(path) })
      kept.add(path)
      consents.asked++
      await sendJson(`${url}/subscriptions`, { templateIds: ['T'] }, headers)
      consents.granted++
      if (kept.size % 25 === 0) enough()
    }
  } catch {
    // The cloud was killed: what was asked last has no answer.
  }
  return consents
}

test('killed in the middle of uploads and agreements, the cloud keeps all it said yes to, and no half file', async () => {
  const kept = new Set<string>()
  const consents = { asked: 0, granted: 0 }
  for (let round = 0; round < 3; round++) {
    const { url, child } = await startProcess({})
    const writers = await new Promise<Awaited<ReturnType<typeof useUntilDeath>>[]>((resolve, reject) => {
      const enough = () => void kill(child)
      const all = [1, 2, 3].map(writer => useUntilDeath(url, round * 10 + writer, kept, enough))
      Promise.all(all).then(resolve, reject)
    })
    for (const { asked, granted } of writers) {
      consents.asked += asked
      consents.granted += granted
    }
    await (child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined)
  }
  const cloud = await startTestCloud({ dataRoot })
  try {
    const files = cloud.files.list({ limit: 10_000 })
    const names = new Set(files.map(({ path }) => path))
    expect([...kept].filter(path => !names.has(path))).toEqual([])
    expect(kept.size).toBeGreaterThanOrEqual(75)
    expect(files.filter(file => !cloud.files.readAll(file).equals(contentOf(file.path)))).toEqual([])
    expect(readdirSync(join(dataRoot, 'files'))).toHaveLength(files.length)
    const { T: remaining = 0 } = cloud.subscriptions.of('oLiHua')
    expect([remaining >= consents.granted, remaining <= consents.asked]).toEqual([true, true])
  } finally {
    await cloud.stop()
  }
})

const Counted = v.object({ functions: v.record(v.string(), v.number()) })

test('killed while timers run, the cloud has those to do again that had not ended, and no others', async () => {
  const functionsRoot = join(folder, 'functions')
  for (const [name, code] of Object.entries({ quick: '() => 1', stuck: '() => new Promise(() => {})' })) {
    mkdirSync(join(functionsRoot, name), { recursive: true })
    writeFileSync(join(functionsRoot, name, 'index.js'), `exports.main = ${code}`)
    const triggers = [{ name: 'tick', type: 'timer', config: '0 */5 * * * * *' }]
    writeFileSync(join(functionsRoot, name, 'config.json'), JSON.stringify({ timeout: 60, triggers }))
  }
  const { url, child } = await startProcess({ functionsRoot })
  const runsOf = async () => v.parse(Counted, JSON.parse((await send(`${url}/counters`)).text)).functions
  const freeze = (minutes: number) => sendJson(`${url}/clock`, { mode: 'frozen', now: NOON + minutes * MINUTE })
  await freeze(0)
  for (const [minutes, quick] of [
    [5, 1],
    [10, 2],
  ] as const) {
    await freeze(minutes)
    while ((await runsOf())['quick'] !== quick) await new Promise(done => setTimeout(done, 10))
  }
  expect(await runsOf()).toEqual({ quick: 2, stuck: 1 })
  await kill(child)
  const cloud = await startTestCloud({ dataRoot, functionsRoot, timers: 'by-hand' })
  try {
    const due = new Map(cloud.timers.list().map(({ functionName, dueAt = 0 }) => [functionName, dueAt - NOON]))
    expect(due.get('stuck')).toBe(5 * MINUTE)
    // Its first run had ended, or the second could not have begun; whether the second had, only the cloud knew.
    expect([10 * MINUTE, 15 * MINUTE]).toContain(due.get('quick'))
  } finally {
    await cloud.stop()
  }
})
