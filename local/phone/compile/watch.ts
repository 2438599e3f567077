import { watch } from 'node:fs'

const QUIET_MS = 60

/** Calls back once the folder has been quiet for a moment after a change, until it is stopped; does not keep the process alive. */
export function watchFolder(folder: string, changed: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET_MS)
  })
  // The folder may be taken away while it is watched.
  watcher.on('error', () => undefined)
  watcher.unref()
  return () => {
    clearTimeout(timer)
    watcher.close()
  }
}
