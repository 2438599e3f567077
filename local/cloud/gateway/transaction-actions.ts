import * as v from 'valibot'
import type { Counters } from '../counters'
import type { Transactions } from '../database/transactions/transactions'
import { type Action, parseBody } from './action'

const Named = v.object({ transactionId: v.string() })

/** Beginnings and ends belong to no collection; this cannot be the name of one. */
const COUNTED_UNDER = '(transactions)'

/** The beginning and the end of transactions; they are counted by name, as neither reads nor writes. */
export function transactionActions(transactions: Transactions, counters: Counters): Record<string, Action> {
  const actions: Record<string, (body: unknown) => object> = {
    startTransaction: () => ({ transactionId: transactions.start() }),
    commitTransaction: body => {
      transactions.commit(parseBody(Named, body).transactionId)
      return {}
    },
    abortTransaction: body => {
      transactions.rollBack(parseBody(Named, body).transactionId)
      return {}
    },
  }
  const counted = Object.entries(actions).map(([name, act]): [string, Action] => [
    `database.${name}`,
    body => {
      counters.countOperation(COUNTED_UNDER, name)
      return act(body)
    },
  ])
  return Object.fromEntries(counted)
}
