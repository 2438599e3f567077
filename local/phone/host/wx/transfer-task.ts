import { Listeners } from '../device/listeners'
import { isFunction } from '../engine/instance'

/** How far a transfer has come; bytes. */
export interface TransferProgress {
  progress: number
  done: number
  total: number
}

/** What the mini-program gets while bytes travel. */
export class TransferTask {
  private readonly listeners = new Listeners<[event: object]>()
  private readonly stopping = new AbortController()

  /** @param describe names the numbers as the platform does for this direction */
  constructor(private readonly describe: (progress: TransferProgress) => object) {}

  get stop(): AbortSignal {
    return this.stopping.signal
  }

  tell(done: number, total: number): void {
    const progress = total === 0 ? 100 : Math.min(100, Math.floor((100 * done) / total))
    this.listeners.tell(this.describe({ progress, done, total }))
  }

  /** The platform's own face of the task. */
  face(): object {
    return {
      abort: () => {
        this.stopping.abort()
      },
      onProgressUpdate: (listener: unknown) => {
        if (isFunction(listener)) this.listeners.add(listener)
      },
      offProgressUpdate: (listener: unknown) => {
        this.listeners.remove(isFunction(listener) ? listener : undefined)
      },
      onHeadersReceived: () => undefined,
      offHeadersReceived: () => undefined,
    }
  }
}

export const uploadTask = () =>
  new TransferTask(({ progress, done, total }) => ({
    progress,
    totalBytesSent: done,
    totalBytesExpectedToSend: total,
  }))

export const downloadTask = () =>
  new TransferTask(({ progress, done, total }) => ({
    progress,
    totalBytesWritten: done,
    totalBytesExpectedToWrite: total,
  }))
