import type { Instant, Window } from '../../miniprogram/contract/time'
import type { Transaction } from '../platform/transaction'
import { isSettled } from './opened-round'
import { roundsSpec } from './repository/rounds'

/**
 * Moves a year's round with its activity, in the transaction that decides it: a read and a write. Attempts under way keep
 * their own deadlines. False where the year has no round yet.
 */
export async function moveRoundInside(
  transaction: Transaction,
  year: number,
  { opensAt, closesAt }: Window,
  now: Instant,
): Promise<boolean> {
  const rounds = transaction.collection(roundsSpec)
  const id = `${year}-main`
  const round = await rounds.get(id)
  return round !== null && rounds.update(id, { opensAt, closesAt, opened: isSettled(round, now) })
}
