import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface FolderLock {
  release(): void
}

/**
 * Makes this process the only owner of a data folder. A lock left by a process that was killed is taken over.
 * @throws Error that names the folder and the process when it is in use
 */
export function lockFolder(folder: string): FolderLock {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'owner')
  const mine = `${process.pid} ${startOf(process.pid)}`
  if (!tryWrite(file, mine)) {
    const owner = readOwner(file)
    if (isAlive(owner)) throw inUse(folder, owner)
    takeAway(file, owner, folder)
    if (!tryWrite(file, mine)) throw inUse(folder, readOwner(file))
  }
  return {
    release: () => {
      rmSync(file, { force: true })
    },
  }
}

const inUse = (folder: string, owner: string): Error =>
  new Error(`the data folder ${folder} is in use by process ${owner.split(' ')[0] ?? ''}; stop it first`)

function tryWrite(file: string, owner: string): boolean {
  try {
    writeFileSync(file, owner, { flag: 'wx' })
    return true
  } catch {
    return false
  }
}

function readOwner(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return ''
  }
}

/** Of two processes that find the same dead owner, only one can rename its lock; the other may meet the first one's. */
function takeAway(file: string, deadOwner: string, folder: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    throw inUse(folder, readOwner(file))
  }
  const taken = readOwner(aside)
  if (taken !== deadOwner) {
    renameSync(aside, file)
    throw inUse(folder, taken)
  }
  rmSync(aside)
}

function isAlive(owner: string): boolean {
  const [id = '', start = ''] = owner.split(' ')
  if (!/^\d+$/.test(id)) return false
  try {
    process.kill(Number(id), 0)
  } catch (thrown) {
    if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM')) return false
  }
  return startOf(Number(id)) === start
}

/** The moment a process started, where the system tells it: process numbers are used again, above all in containers. */
function startOf(id: number): string {
  try {
    return readFileSync(`/proc/${id}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? ''
  } catch {
    return ''
  }
}
