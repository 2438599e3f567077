import type { Transaction } from '../../platform/transaction'
import type { ScoringRuling } from '../../quiz/api'
import { itemRulings } from '../repository/item-rulings'

/** Puts down, in the transaction of the ruling, that a version’s statistics have to follow it: one write. */
export const ruledInside = (
  transaction: Transaction,
  { question, number, key, at }: Omit<ScoringRuling, 'note'>,
): Promise<void> => itemRulings.inside(transaction).set({ _id: question, number, key, at, settled: false })
