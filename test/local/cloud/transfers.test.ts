import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { buildSync } from 'esbuild'
import type { Cloud } from '../../../local/cloud/start-cloud'
import type { Made, Transfer } from './support/bank'
import { outcomeOf, pointSdkAt, sdkHere } from './support/sdk-here'
import { seeded } from './support/seeded'
import { startTestCloud } from './support/test-cloud'

// Eight workers, each with an SDK of its own, on whatever the machine has left.
jest.setTimeout(180_000)

const ACCOUNTS = 20
const WORKERS = 8
const TRANSFERS = 480
const START = 100

let cloud: Cloud
let folder: string

beforeAll(async () => {
  cloud = await startTestCloud()
  folder = mkdtempSync(join(tmpdir(), 'bank-'))
  const entry = join(__dirname, 'support', 'bank-worker.ts')
  buildSync({ entryPoints: [entry], outfile: join(folder, 'worker.cjs'), bundle: true, platform: 'node' })
})

afterAll(async () => {
  await cloud.stop()
  rmSync(folder, { recursive: true })
})

beforeEach(() => {
  for (const name of ['notes', 'scores']) cloud.database.clear(name)
})

const account = (at: number) => `account-${at}`

async function startWorker(): Promise<Worker> {
  pointSdkAt(cloud.url)
  const worker = new Worker(join(folder, 'worker.cjs'), { env: { ...process.env } })
  await once(worker, 'message')
  return worker
}

/** @returns what the worker has acknowledged */
function give(worker: Worker, transfers: Transfer[]): Promise<Made[]> {
  const made: Made[] = []
  return new Promise((resolve, reject) => {
    worker.on('error', reject)
    worker.on('message', (one: Made) => {
      if (made.push(one) === transfers.length) resolve(made)
    })
    worker.postMessage(transfers)
  })
}

const balances = (): Map<unknown, number> =>
  new Map(cloud.database.find('notes').map(({ _id, balance }) => [_id, Number(balance)]))

test('480 transfers between 20 accounts from 8 workers: nothing is lost, nothing is made', async () => {
  const chance = seeded(7)
  const ids = Array.from({ length: ACCOUNTS }, (_, at) => account(at))
  cloud.database.insert(
    'notes',
    ids.map(_id => ({ _id, balance: START })),
  )
  const transfers = Array.from({ length: TRANSFERS }, (_, at): Transfer => {
    const from = chance.below(ACCOUNTS)
    const to = (from + 1 + chance.below(ACCOUNTS - 1)) % ACCOUNTS
    return { id: `transfer-${at}`, from: account(from), to: account(to), amount: 1 + chance.below(60) }
  })
  const workers = await Promise.all(Array.from({ length: WORKERS }, startWorker))
  const before = cloud.counters.snapshot()
  const done = await Promise.all(
    workers.map((worker, at) =>
      give(
        worker,
        transfers.filter((_, number) => number % WORKERS === at),
      ),
    ),
  )
  await Promise.all(workers.map(worker => worker.terminate()))

  const made = new Set(done.flat().flatMap(({ id, outcome }) => (outcome === 'made' ? [id] : [])))
  const expected = new Map(ids.map(id => [id, START]))
  for (const { id, from, to, amount } of transfers.filter(({ id }) => made.has(id))) {
    expected.set(from, (expected.get(from) ?? 0) - amount)
    expected.set(to, (expected.get(to) ?? 0) + amount)
    expect(cloud.database.find('scores', { _id: id })).toEqual([{ _id: id, uid: id, level: amount, from, to }])
  }
  const left = balances()
  expect(left).toEqual(expected)
  expect([...left.values()].reduce((sum, balance) => sum + balance, 0)).toBe(ACCOUNTS * START)
  expect(Math.min(...left.values())).toBeGreaterThanOrEqual(0)
  expect(cloud.database.find('scores')).toHaveLength(made.size)
  // There was something to go wrong: refusals for want of money, and workers in each other's way.
  expect([made.size < TRANSFERS, made.size > TRANSFERS / 2]).toEqual([true, true])
  const { operations } = cloud.counters.since(before)
  expect(operations['(transactions)']?.['startTransaction']).toBeGreaterThan(TRANSFERS)
})

describe('two who read the same balance and then both write it', () => {
  beforeEach(() => {
    cloud.database.insert('notes', [{ _id: 'account', balance: START }])
  })

  test('lose one of the payments outside transactions: what the locks are for', async () => {
    const note = (await sdkHere(cloud)).collection('notes').doc('account')
    const read = [(await note.get()).data['balance'], (await note.get()).data['balance']]
    for (const balance of read) await note.update({ data: { balance: Number(balance) + 1 } })
    expect(balances().get('account')).toBe(START + 1)
  })

  test('do not both get through in transactions', async () => {
    const db = await sdkHere(cloud)
    const both = [await db.startTransaction(), await db.startTransaction()]
    const notes = both.map(transaction => transaction.collection('notes').doc('account'))
    const read: number[] = []
    for (const note of notes) read.push(Number((await note.get()).data['balance']))
    const outcomes: string[] = []
    for (const [at, note] of notes.entries())
      outcomes.push(await outcomeOf(note.update({ data: { balance: (read[at] ?? 0) + 1 } })))
    for (const transaction of both) outcomes.push(await outcomeOf(transaction.commit()))
    expect([outcomes, balances().get('account')]).toEqual([
      ['done', '-501001 TransactionConflict', 'done', 'DATABASE_TRANSACTION_FAIL TransactionNotExist'],
      START + 1,
    ])
  })
})
