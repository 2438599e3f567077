import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import * as v from 'valibot'

const Addresses = v.object({ cloud: v.string(), echo: v.string() })

interface RunningCloud {
  cloud: string
  echo: string
  /** as `kill -9` does */
  kill(): Promise<void>
}

/** Starts a cloud over this folder in a process of its own and waits until it listens. */
export async function startProcess(folder: string, manifest: string): Promise<RunningCloud> {
  const args = ['--import', 'tsx', join(__dirname, 'served.ts'), folder, manifest]
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
  const line: unknown = await Promise.race([once(child.stdout, 'data'), once(child, 'exit').then(() => undefined)])
  if (!(line instanceof Array)) throw new Error('the cloud did not start')
  const printed: unknown = JSON.parse(String(line))
  return { ...v.parse(Addresses, printed), kill: () => kill(child) }
}

async function kill(child: ChildProcess): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}
