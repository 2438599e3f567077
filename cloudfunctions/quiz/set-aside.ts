import type { DecisionVerdict } from '../../miniprogram/contract/suspicions'
import type { Instant } from '../../miniprogram/contract/time'
import type { Transaction } from '../platform/transaction'
import { countedFrom } from './counted-from'
import { type AttemptPlace, attemptId, attemptsSpec } from './repository/attempts-spec'

/** An organiser's decision about an attempt. */
export interface Decision {
  verdict: DecisionVerdict
  /** The player reads it. */
  note: string
  at: Instant
}

/**
 * Lets an attempt count for nothing, or count again, in the transaction that decides it: one read and one write at most.
 * What counted all along stays as it is. False where the attempt is gone.
 */
export async function decideInside(
  transaction: Transaction,
  place: AttemptPlace,
  { verdict, note, at }: Decision,
): Promise<boolean> {
  const stored = transaction.collection(attemptsSpec)
  const id = attemptId(place)
  const countedAt = countedFrom(at)
  const attempt = await stored.get(id)
  if (attempt?.state !== 'submitted') return false
  if (verdict === 'set-aside') await stored.update(id, { setAside: { at, note }, restored: null, countedAt })
  else if (attempt.setAside) await stored.update(id, { setAside: null, restored: { at, note }, countedAt })
  return true
}
