import type { Window } from '../../miniprogram/contract/time'
import type { Transaction } from '../platform/transaction'
import { type Round, roundsSpec } from './repository/rounds'

/** Of a year without a round before it: what the founding notice names, two questions each. */
const FIRST_TERMS: Pick<Round, 'minutes' | 'attemptsPerDay' | 'blueprint' | 'bank' | 'certificates' | 'minPlayers'> = {
  minutes: 5,
  attemptsPerDay: 3,
  blueprint: [
    { category: 'air', count: 2 },
    { category: 'water', count: 2 },
    { category: 'waste', count: 2 },
    { category: 'biodiversity', count: 2 },
    { category: 'epidemic', count: 2 },
  ],
  bank: 'contest',
  certificates: [
    { from: 60, name: '答题达标证书' },
    { from: 80, name: '优秀答题证书' },
    { from: 100, name: '满分答题证书' },
  ],
  minPlayers: 5,
}

const roundId = (year: number): string => `${year}-main`

/**
 * Gives a year its round, with the terms of the year before and the window of its activity, in the transaction that
 * publishes it: two reads and a write. False where the year has one already, which stays as it is.
 */
export async function openRoundInside(
  transaction: Transaction,
  year: number,
  { opensAt, closesAt }: Window,
): Promise<boolean> {
  const rounds = transaction.collection(roundsSpec)
  const _id = roundId(year)
  if (await rounds.get(_id)) return false
  const terms = (await rounds.get(roundId(year - 1))) ?? FIRST_TERMS
  await rounds.insert(
    { ...terms, _id, title: '', state: 'published', opened: false, version: 1, changedWith: '', opensAt, closesAt },
    new Error(`round ${_id} is there`),
  )
  return true
}
