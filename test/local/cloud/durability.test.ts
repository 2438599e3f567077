import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { buildSync } from 'esbuild'
import * as v from 'valibot'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { sendJson } from './support/http-request'
import { seeded } from './support/seeded'
import { startTestCloud } from './support/test-cloud'

jest.setTimeout(180_000)

let dataRoot: string
let programRoot: string

beforeAll(() => {
  dataRoot = mkdtempSync(join(tmpdir(), 'cloud-test-'))
  programRoot = mkdtempSync(join(tmpdir(), 'cloud-program-'))
  // Plain JavaScript, because it is started twenty times.
  buildSync({
    entryPoints: [join(__dirname, 'support', 'cloud-process.ts')],
    outfile: join(programRoot, 'cloud.cjs'),
    bundle: true,
    platform: 'node',
    packages: 'external',
  })
})

afterAll(() => {
  for (const folder of [dataRoot, programRoot]) rmSync(folder, { recursive: true })
})

interface RunningCloud {
  url: string
  child: ChildProcess
}

/** A cloud in a process of its own. */
async function startProcess(): Promise<RunningCloud> {
  const manifest = join(__dirname, 'manifest.json')
  const program = [join(programRoot, 'cloud.cjs'), manifest, join(__dirname, 'functions'), dataRoot]
  const packages = [join(__dirname, '..', '..', '..', 'node_modules'), process.env['NODE_PATH'] ?? '']
  const env = { ...process.env, NODE_PATH: packages.join(delimiter) }
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'], env })
  const url: unknown = await new Promise(resolve => child.stdout.once('data', resolve))
  return { child, url: String(url) }
}

async function kill({ child }: RunningCloud): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const ROUNDS = 20
const BATCH = 20
const TRANSFERS_A_ROUND = 3
const ACCOUNTS = Array.from({ length: 12 }, (_, at) => `account-${at}`)

/** What the cloud was asked for, and what it has said yes to. */
interface Ledger {
  batches: Set<number>
  removals: { asked: Set<number>; granted: Set<number> }
  increments: { asked: number; granted: number }
  /** what transactions have moved from account to account, by name */
  transfers: { asked: Set<string>; granted: Set<string> }
  answers: number
  round: number
}

const newLedger = (): Ledger => ({
  batches: new Set(),
  removals: { asked: new Set(), granted: new Set() },
  increments: { asked: 0, granted: 0 },
  transfers: { asked: new Set(), granted: new Set() },
  answers: 0,
  round: 0,
})

/** A round goes on for some transfers, and then to an answer that can be to anything. */
const isEnough = (ledger: Ledger): boolean =>
  ++ledger.answers % 7 === 0 && ledger.transfers.granted.size >= (ledger.round + 1) * TRANSFERS_A_ROUND

/** Writes until the cloud dies: batches of documents, increments, removals of earlier batches. */
async function writeUntilDeath(url: string, ledger: Ledger, writer: number, enough: () => void): Promise<void> {
  const { batches, removals, increments } = ledger
  const chance = seeded(writer)
  const ask = async (request: object) => {
    await sendJson(`${url}/admin`, request)
    if (isEnough(ledger)) enough()
  }
  try {
    for (let number = writer; ; number += 100) {
      const kept = [...batches].find(batch => batch % 100 === writer % 100 && !removals.asked.has(batch))
      if (kept !== undefined && chance.below(3) === 0) {
        removals.asked.add(kept)
        await ask(removal(kept))
        removals.granted.add(kept)
      } else {
        increments.asked++
        await ask(increment)
        increments.granted++
        await ask(insertion(number))
        batches.add(number)
      }
    }
  } catch {
    // The cloud was killed: what was asked last has no answer.
  }
}

const Answer = v.object({ code: v.optional(v.string()), transactionId: v.optional(v.string()) })

/** Moves money by transactions until the cloud dies; who meets a conflict goes on to the next transfer. */
async function transferUntilDeath(url: string, ledger: Ledger, writer: number, enough: () => void): Promise<void> {
  const { asked, granted } = ledger.transfers
  const ask = async (request: object) => {
    const answer = v.parse(Answer, await sendJson(`${url}/admin`, request))
    if (isEnough(ledger)) enough()
    return answer
  }
  try {
    for (let number = (writer % 100) * 5; ; number++) {
      const { transactionId } = await ask({ action: 'database.startTransaction' })
      const name = `${writer}-${number}`
      asked.add(name)
      const steps = [...transfer(name, number), { action: 'database.commitTransaction' }]
      let refused: string | undefined
      for (const step of steps) refused ??= (await ask({ ...step, transactionId })).code
      if (refused === undefined) granted.add(name)
    }
  } catch {
    // The cloud was killed: whether the last commit happened is not known.
  }
}

function transfer(name: string, number: number): object[] {
  const [from, to] = [ACCOUNTS[number % 12], ACCOUNTS[(number + 1 + (number % 3)) % 12]]
  const change = (id: string | undefined, by: number) => ({
    ...increment,
    query: JSON.stringify({ _id: id }),
    data: JSON.stringify({ $inc: { n: by } }),
  })
  const entry = JSON.stringify({ _id: name, uid: name, from, to })
  return [
    change(from, -1),
    { action: 'database.insertDocument', collectionName: 'scores', data: [entry] },
    change(to, 1),
  ]
}

const insertion = (batch: number) => ({
  action: 'database.insertDocument',
  collectionName: 'attempts',
  data: Array.from({ length: BATCH }, (_, at) =>
    JSON.stringify({ person: `p${batch}`, startedAt: at, tags: ['x', `t${at % 3}`], title: `第${batch}批`, batch }),
  ),
})

const removal = (batch: number) => ({
  action: 'database.removeDocument',
  collectionName: 'attempts',
  query: JSON.stringify({ person: `p${batch}` }),
  queryType: 'WHERE',
  multi: true,
})

const increment = {
  action: 'database.modifyDocument',
  collectionName: 'notes',
  data: '{"$inc":{"n":1}}',
  query: '{"_id":"counter"}',
  queryType: 'DOC',
  multi: false,
  merge: true,
  upsert: false,
}

function sizesOf(cloud: Cloud): Map<number, number> {
  const sizes = new Map<number, number>()
  for (const { batch } of cloud.database.find('attempts'))
    if (typeof batch === 'number') sizes.set(batch, (sizes.get(batch) ?? 0) + 1)
  return sizes
}

/** What is not as it was acknowledged. */
function damageIn(cloud: Cloud, { batches, removals, increments, transfers }: Ledger) {
  const sizes = sizesOf(cloud)
  const byIndex = (batch: number) => cloud.database.find('attempts', { person: `p${batch}`, tags: 'x' }).length
  const notes = new Map(cloud.database.find('notes').map(({ _id, n }) => [_id, Number(n)]))
  const entries = cloud.database.find('scores')
  const moved = (account: string) =>
    entries.filter(({ to }) => to === account).length - entries.filter(({ from }) => from === account).length
  const names = new Set(entries.map(({ uid }) => uid))
  const total = notes.get('counter') ?? 0
  return {
    lost: [...batches].filter(batch => !removals.asked.has(batch) && sizes.get(batch) !== BATCH),
    undead: [...removals.granted].filter(batch => sizes.has(batch)),
    halves: [...sizes].filter(([batch, size]) => size !== BATCH || byIndex(batch) !== BATCH),
    lostTransfers: [...transfers.granted].filter(name => !names.has(name)),
    madeUpTransfers: [...names].filter(name => typeof name !== 'string' || !transfers.asked.has(name)),
    halfTransfers: ACCOUNTS.filter(account => notes.get(account) !== moved(account)),
    increments: total < increments.granted || total > increments.asked,
  }
}

const NO_DAMAGE = {
  ...{ lost: [], undead: [], halves: [], lostTransfers: [], madeUpTransfers: [], halfTransfers: [] },
  increments: false,
}

test('twenty kill -9: every acknowledged write is there, no write or transaction is there by half, indexes agree', async () => {
  const ledger = newLedger()
  const seed = await startTestCloud({ dataRoot })
  seed.database.insert(
    'notes',
    ['counter', ...ACCOUNTS].map(_id => ({ _id, n: 0 })),
  )
  await seed.stop()

  for (let round = 0; round < ROUNDS; round++) {
    ledger.round = round
    const running = await startProcess()
    let writers: Promise<void>[] = []
    await new Promise<void>(enough => {
      writers = [0, 1].flatMap(at => [
        writeUntilDeath(running.url, ledger, round * 10_000 + at, enough),
        transferUntilDeath(running.url, ledger, round * 100 + at, enough),
      ])
    })
    await kill(running)
    await Promise.all(writers)

    const cloud = await startTestCloud({ dataRoot })
    const damage = damageIn(cloud, ledger)
    await cloud.stop()
    expect([round, damage]).toEqual([round, NO_DAMAGE])
  }
  // There must have been something to lose.
  const { batches, removals, transfers } = ledger
  expect([batches.size > 50, removals.granted.size > 10, transfers.granted.size >= ROUNDS * TRANSFERS_A_ROUND]).toEqual(
    [true, true, true],
  )
  // And some transactions must have been under way when the cloud died, or have met each other.
  expect(transfers.asked.size).toBeGreaterThan(transfers.granted.size)
})

test('a folder belongs to one process, until that process is gone', async () => {
  const running = await startProcess()
  await expect(startTestCloud({ dataRoot })).rejects.toThrow(
    `the data folder ${dataRoot} is in use by process ${running.child.pid ?? ''}; stop it first`,
  )
  await kill(running)
  await (await startTestCloud({ dataRoot })).stop()
})
