import { practice } from '../contract/practice'
import { call } from '../services/cloud'
import { newIdempotencyKey } from '../services/idempotency-key'
import { hasConsented, me } from './me'
import { absorb, isEmpty, nextBatch } from './practice-cards'
import { heardTime } from './server-clock'

let running: Promise<boolean> | null = null
let heardOnce = false

/** One batch after the other until nothing is left to tell; without any it still asks once what other phones did. */
async function syncAll(): Promise<boolean> {
  if (!hasConsented(await me())) return false
  let batch = nextBatch()
  while (!heardOnce || !isEmpty(batch)) {
    const answer = await call(practice.syncCards, batch, newIdempotencyKey())
    heardTime(answer.now)
    absorb(batch, answer)
    heardOnce = true
    batch = nextBatch()
  }
  return true
}

/**
 * Brings this phone and the person's others together, in silence: what cannot be told now is told another time.
 * @returns whether it is all told; false also for who has not consented, whose practice stays on the phone
 */
export function syncQuietly(): Promise<boolean> {
  running ??= syncAll()
    .catch(() => false)
    .finally(() => {
      running = null
    })
  return running
}
