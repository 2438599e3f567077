import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { sendJson } from './support/http-request'
import { seeded } from './support/seeded'
import { startTestCloud } from './support/test-cloud'

jest.setTimeout(60_000)

let dataRoot: string

beforeAll(() => {
  dataRoot = mkdtempSync(join(tmpdir(), 'cloud-test-'))
})

afterAll(() => {
  rmSync(dataRoot, { recursive: true })
})

interface RunningCloud {
  url: string
  child: ChildProcess
}

/** A cloud in a process of its own, which prints its address. */
async function startProcess(): Promise<RunningCloud> {
  const [maker, folder] = [join(__dirname, 'support', 'test-cloud.ts'), dataRoot].map(path => JSON.stringify(path))
  const code = `require(${maker}).startTestCloud({ dataRoot: ${folder} }).then(({ url }) => console.log(url))`
  const child = spawn(process.execPath, ['--import', 'tsx', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  const line: unknown = await new Promise(resolve => child.stdout.once('data', resolve))
  return { child, url: String(line).trim() }
}

async function kill({ child }: RunningCloud): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

const BATCH = 20
const ANSWERS_A_ROUND = 101

/** What the cloud was asked for, and what it has said yes to. */
interface Ledger {
  batches: Set<number>
  removals: { asked: Set<number>; granted: Set<number> }
  increments: { asked: number; granted: number }
  answers: number
}

/** Writes until the cloud dies: batches of documents, increments, removals of earlier batches. */
async function writeUntilDeath(url: string, ledger: Ledger, writer: number, enough: () => void): Promise<void> {
  const { batches, removals, increments } = ledger
  const chance = seeded(writer)
  const ask = async (request: object) => {
    await sendJson(`${url}/admin`, request)
    if (++ledger.answers % ANSWERS_A_ROUND === 0) enough()
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

test('every acknowledged write is there after kill -9, no write is there by half, and indexes agree', async () => {
  const ledger: Ledger = {
    batches: new Set(),
    removals: { asked: new Set(), granted: new Set() },
    increments: { asked: 0, granted: 0 },
    answers: 0,
  }
  const { batches, removals, increments } = ledger
  const seed = await startTestCloud({ dataRoot })
  seed.database.insert('notes', [{ _id: 'counter', n: 0 }])
  await seed.stop()

  for (let round = 0; round < 4; round++) {
    const running = await startProcess()
    let writers: Promise<void>[] = []
    await new Promise<void>(enough => {
      writers = [0, 1, 2, 3].map(at => writeUntilDeath(running.url, ledger, round * 10_000 + at, enough))
    })
    await kill(running)
    await Promise.all(writers)

    const cloud = await startTestCloud({ dataRoot })
    const sizes = sizesOf(cloud)
    const byIndex = (batch: number) => cloud.database.find('attempts', { person: `p${batch}`, tags: 'x' }).length
    const found = {
      lost: [...batches].filter(batch => !removals.asked.has(batch) && sizes.get(batch) !== BATCH),
      undead: [...removals.granted].filter(batch => sizes.has(batch)),
      halves: [...sizes].filter(([batch, size]) => size !== BATCH || byIndex(batch) !== BATCH),
    }
    const total = Number(cloud.database.find('notes', { _id: 'counter' })[0]?.['n'])
    await cloud.stop()
    expect(found).toEqual({ lost: [], undead: [], halves: [] })
    expect(total).toBeGreaterThanOrEqual(increments.granted)
    expect(total).toBeLessThanOrEqual(increments.asked)
  }
  // There must have been something to lose.
  expect([batches.size > 100, removals.granted.size > 20]).toEqual([true, true])
})

test('a folder belongs to one process, until that process is gone', async () => {
  const running = await startProcess()
  await expect(startTestCloud({ dataRoot })).rejects.toThrow(
    `the data folder ${dataRoot} is in use by process ${running.child.pid ?? ''}; stop it first`,
  )
  await kill(running)
  await (await startTestCloud({ dataRoot })).stop()
})
