import type { Window } from '../../miniprogram/contract/time'
import type { Transaction } from '../platform/transaction'
import { roundsSpec } from './repository/rounds'

/**
 * Moves a year's round with its activity, in the transaction that decides it: one write. Attempts under way keep their
 * own deadlines. False where the year has no round yet.
 */
export const moveRoundInside = (
  transaction: Transaction,
  year: number,
  { opensAt, closesAt }: Window,
): Promise<boolean> => transaction.collection(roundsSpec).update(`${year}-main`, { opensAt, closesAt })
