import type { Window } from '../../../miniprogram/contract/time'
import { after, before } from '../../platform/conditions'
import { collection } from '../../platform/database'
import type { Transaction } from '../../platform/transaction'
import { type Round, roundsSpec } from './rounds'

const store = collection(roundsSpec)

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
}
