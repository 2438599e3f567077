import type { Window } from '../../../miniprogram/contract/time'
import { after, before, startingWith } from '../../platform/conditions'
import { collection } from '../../platform/database'
import type { Transaction } from '../../platform/transaction'
import { attemptsSpec } from './attempts'
import { type Round, roundsSpec } from './rounds'

const store = collection(roundsSpec)
const attempts = collection(attemptsSpec)

const MOST = 50

/** Rounds as their organisers handle them, drafts too. */
export const organisedRounds = {
  latest: (): Promise<Round[]> => store.find({}, { orderBy: ['opensAt', -1], limit: MOST }),
  get: (id: string): Promise<Round | null> => store.get(id),
  inside: (transaction: Transaction) => transaction.collection(roundsSpec),

  /** Another published round that is open at some time of the window. */
  async overlapping({ opensAt, closesAt }: Window, id: string): Promise<boolean> {
    const found = await store.find({ opensAt: before(closesAt), closesAt: after(opensAt) }, { limit: MOST })
    return found.some(round => round._id !== id && round.state === 'published')
  },

  /** Whether anybody has begun an attempt; the ids of attempts begin with their round's. */
  async isRunning(id: string): Promise<boolean> {
    return (await attempts.find({ _id: startingWith(`${id}.`) }, { limit: 1 })).length > 0
  },
}
