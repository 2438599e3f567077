import { setTimeout as pause } from 'node:timers/promises'
import { serverTimeout } from '../../cloud-error'
import { Locked } from './locks'

/**
 * Does a write, if need be again each time the transaction that held one of its documents is over.
 * @param patience milliseconds
 * @throws CloudError SERVER_TIMEOUT
 */
export async function whenUnlocked<Result>(work: () => Result, patience: number): Promise<Result> {
  const until = performance.now() + patience
  for (;;) {
    try {
      return work()
    } catch (thrown) {
      if (!(thrown instanceof Locked)) throw thrown
      await overWithin(thrown.holder.over, until - performance.now())
    }
  }
}

async function overWithin(over: Promise<void>, milliseconds: number): Promise<void> {
  const waiting = new AbortController()
  const limit = pause(Math.max(milliseconds, 0), 'too late', { ref: false, signal: waiting.signal })
  try {
    if ((await Promise.race([over, limit])) === 'too late') throw serverTimeout()
  } finally {
    limit.catch(() => undefined) // It is rejected when it is called off.
    waiting.abort()
  }
}
