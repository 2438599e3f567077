import { setTimeout as pause } from 'node:timers/promises'
import { transactionBusy, transactionMissing, transactionTooLong } from '../../cloud-error'
import type { Change, Documents } from '../documents'
import { select } from '../read-documents'
import type { Store } from '../store'
import { claimsOf } from './claims'
import { History } from './history'
import { Locked, Locks } from './locks'
import { Transaction } from './transaction'
import { TransactionDocuments } from './transaction-documents'

/** Times are milliseconds of the real clock, whatever the cloud's own clock says. */
export interface TransactionLimits {
  /** after which an open transaction is aborted */
  lifetime: number
  operations: number
  /** how long an operation at least occupies its transaction: on the platform two started together always meet */
  occupation: number
  /** how long an ordinary write waits for a lock */
  patience: number
}

export const PLATFORM_LIMITS: TransactionLimits = {
  lifetime: 30_000,
  operations: 100,
  occupation: 2,
  patience: 10_000,
}

/** All open transactions. What they write stays in memory and is put into the store by the commit, all at once. */
export class Transactions {
  readonly #store: Store
  readonly #limits: TransactionLimits
  readonly #history = new History()
  readonly #locks = new Locks()
  readonly #open = new Map<string, { transaction: Transaction; timer: NodeJS.Timeout }>()

  constructor(store: Store, limits: TransactionLimits) {
    this.#store = store
    this.#limits = limits
  }

  /** @returns its id */
  start(): string {
    const transaction = new Transaction()
    const timer = setTimeout(() => {
      this.#close(transaction)
    }, this.#limits.lifetime).unref()
    this.#open.set(transaction.id, { transaction, timer })
    return transaction.id
  }

  /**
   * Does one operation on a collection as the transaction sees it. Whatever is refused ends the transaction.
   * @throws CloudError DATABASE_TRANSACTION_FAIL, DATABASE_TRANSACTION_CONFLICT, or the operation's own
   */
  async operate<Result>(id: string, collection: string, work: (documents: Documents) => Result): Promise<Result> {
    const transaction = this.#idle(id)
    try {
      transaction.busy = true
      const result = this.#work(transaction, collection, work)
      if (this.#limits.occupation > 0) await pause(this.#limits.occupation)
      return result
    } catch (thrown) {
      this.#close(transaction)
      throw thrown
    } finally {
      transaction.busy = false
    }
  }

  /** All that was written is on disk when this returns. */
  commit(id: string): void {
    const transaction = this.#idle(id)
    const { changes } = transaction
    try {
      this.#store.sqlite.atomically(() => {
        changes.forEach(replay)
      })
    } finally {
      this.#close(transaction)
    }
    this.#history.record(changes)
  }

  rollBack(id: string): void {
    this.#close(this.#idle(id))
  }

  /** Ends it from outside, even in the middle of an operation. */
  abort(transaction: Transaction): void {
    this.#close(transaction)
  }

  abortAll(): void {
    for (const { transaction } of [...this.#open.values()]) this.abort(transaction)
  }

  /**
   * Does an ordinary write, outside any transaction.
   * @param work gets what it has to announce its changes to; undefined while no transaction is open
   * @throws Locked
   */
  ordinaryWrite<Result>(work: (announce?: (change: Change) => void) => Result): Result {
    if (this.#open.size === 0) return work()
    const changes: Change[] = []
    const result = work(change => {
      const holder = this.#locks.holderOf(claimsOf(change))
      if (holder) throw new Locked(holder)
      changes.push(change)
    })
    this.#history.record(changes)
    return result
  }

  /** How many documents' earlier states are kept for open transactions. */
  get images(): number {
    return this.#history.size
  }

  #work<Result>(transaction: Transaction, name: string, work: (documents: Documents) => Result): Result {
    if (++transaction.operations > this.#limits.operations) throw transactionTooLong(this.#limits.operations)
    const collection = this.#store.collection(name)
    const snapshot = (transaction.snapshot ??= this.#history.open(transaction))
    const surroundings = { history: this.#history, locks: this.#locks, snapshot }
    return work(new TransactionDocuments(collection, transaction, surroundings))
  }

  #idle(id: string): Transaction {
    const transaction = this.#open.get(id)?.transaction
    if (!transaction) throw transactionMissing()
    if (transaction.busy) throw transactionBusy()
    return transaction
  }

  #close(transaction: Transaction): void {
    clearTimeout(this.#open.get(transaction.id)?.timer)
    this.#open.delete(transaction.id)
    this.#history.close(transaction)
    this.#locks.release(transaction)
    transaction.end()
  }
}

/** The locks have kept the document as the transaction last saw it. */
function replay({ collection, before, after }: Change): void {
  const id = (after ?? before?.document)?.['_id'] ?? null
  const [stored] = select(collection, { query: { _id: id }, limit: 1 })
  if (after && stored) collection.replace(stored, after)
  else if (after) collection.insert(after)
  else if (stored) collection.remove(stored)
}
