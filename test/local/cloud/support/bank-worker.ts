import { parentPort } from 'node:worker_threads'
import { NOBODY } from '../../../../miniprogram/contract/roles'
import { contextOf } from '../../../../cloudfunctions/platform/context'
import { Refusal } from '../../../../cloudfunctions/platform/refusal'
import { inTransaction } from '../../../../cloudfunctions/platform/transaction'
import { accountsSpec, entriesSpec, type Made, type Transfer } from './bank'

// One worker with an SDK of its own. It makes the transfers it is sent, one after the other.

const context = contextOf({ who: { person: 'worker' }, standing: NOBODY, now: 0, requestId: 'request', key: 'key' })
const tooPoor = new Refusal('quiz-closed')

const make = ({ id, from, to, amount }: Transfer): Promise<void> =>
  inTransaction(context, async transaction => {
    const accounts = transaction.collection(accountsSpec)
    const [giver, taker] = await Promise.all([accounts.get(from), accounts.get(to)])
    if (!giver || !taker) throw new Error('an account is missing')
    if (giver.balance < amount) throw tooPoor
    await accounts.update(from, { balance: giver.balance - amount })
    await accounts.update(to, { balance: taker.balance + amount })
    const entry = { _id: id, uid: id, level: amount, from, to }
    await transaction.collection(entriesSpec).insert(entry, new Error('made twice'))
  })

async function makeAtLast(transfer: Transfer): Promise<Made> {
  for (let busy = 0; ; busy++) {
    try {
      await make(transfer)
      return { id: transfer.id, outcome: 'made', busy }
    } catch (error) {
      if (error === tooPoor) return { id: transfer.id, outcome: 'too-poor', busy }
      if (!(error instanceof Refusal && error.code === 'busy')) throw error
    }
  }
}

const isTransfers = (message: unknown): message is Transfer[] => Array.isArray(message)

parentPort?.on('message', (message: unknown) => {
  if (!isTransfers(message)) return
  void (async () => {
    for (const transfer of message) parentPort?.postMessage(await makeAtLast(transfer))
  })()
})
parentPort?.postMessage('ready')
