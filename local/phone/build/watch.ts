import { watch } from 'node:fs'

const QUIET_MS = 60

/** Calls back once the folder has been quiet for a moment after a change; does not keep the process alive. */
export function watchFolder(folder: string, changed: () => void): void {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(folder, { recursive: true }, () => {
    clearTimeout(timer)
    timer = setTimeout(changed, QUIET_MS)
  })
  watcher.unref()
}
