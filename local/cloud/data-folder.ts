import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { lockFolder } from './database/folder-lock'

interface DataFolder {
  databaseFile: string
  filesFolder: string
  close(): void
}

/**
 * Opens the folder of one local cloud, which from then on belongs to this process.
 * @param dataRoot a path, or 'memory' for a cloud that leaves nothing behind
 * @throws Error when another process owns the folder
 */
export function openDataFolder(dataRoot: string): DataFolder {
  if (dataRoot === 'memory') return temporaryFolder()
  const lock = lockFolder(dataRoot)
  const databaseFile = join(dataRoot, 'cloud.sqlite')
  // SQLite's own lock is a folder that a killed process leaves behind; ours has just shown that nobody holds it.
  rmSync(`${databaseFile}.lock`, { recursive: true, force: true })
  const filesFolder = join(dataRoot, 'files')
  mkdirSync(filesFolder, { recursive: true })
  return {
    databaseFile,
    filesFolder,
    close: () => {
      lock.release()
    },
  }
}

function temporaryFolder(): DataFolder {
  const filesFolder = mkdtempSync(join(tmpdir(), 'local-cloud-'))
  return {
    databaseFile: ':memory:',
    filesFolder,
    close: () => {
      rmSync(filesFolder, { recursive: true, force: true })
    },
  }
}
