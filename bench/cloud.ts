import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fillFolder, idAt } from './cloud/documents'
import { printRow, timed } from './figures'
import { compareGrowth } from './cloud/growth'
import { compareLatency } from './cloud/latency'
import { startProcess } from './cloud/running-cloud'
import { connect, operations } from './cloud/sdk'

const SMALL = 10_000
const LARGE = 1_000_000
const LAST_WRITES = 200

/** The local cloud at ten thousand and at a million documents: searching, starting, being killed, speaking to the SDK. */
export async function cloud(): Promise<void> {
  const root = mkdtempSync(join(tmpdir(), 'cloud-bench-'))
  try {
    const [small, large] = [SMALL, LARGE].map(total => ({ path: join(root, String(total)), total }))
    if (!small || !large) return
    fillFolder(small.path, SMALL)
    let manifest = ''
    const filling = await timed(() => (manifest = fillFolder(large.path, LARGE)))
    console.log(`${LARGE} documents with four indexes were written in ${seconds(filling)}`)
    compareGrowth(small, large)
    await startAndSpeak(large.path, manifest)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

async function startAndSpeak(folder: string, manifest: string): Promise<void> {
  const first = await startTimed(folder, manifest)
  printRow(`${LARGE} documents`, ['until it answers'])
  printRow('start in a fresh process', [seconds(first.time)])
  for (let turn = 0; turn < LAST_WRITES; turn++) await operations['inc']?.(first.database, idAt(turn), turn)
  await first.running.kill()
  const second = await startTimed(folder, manifest)
  printRow(`start after ${LAST_WRITES} writes and kill -9`, [seconds(second.time)])
  await compareLatency(second.running, LARGE)
  await second.running.kill()
}

/** From nothing to the first document that the SDK has read. */
async function startTimed(folder: string, manifest: string) {
  const start = performance.now()
  const running = await startProcess(folder, manifest)
  const database = connect(running.cloud)
  await operations['point read']?.(database, idAt(0), 0)
  return { running, database, time: performance.now() - start }
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`
