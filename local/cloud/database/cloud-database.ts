import { aggregate, type Stage } from './aggregate'
import { CommittedDocuments, type Documents } from './documents'
import { count } from './read-documents'
import type { Store } from './store'
import { whenUnlocked } from './transactions/lock-wait'
import { Locked } from './transactions/locks'
import { type TransactionLimits, Transactions } from './transactions/transactions'
import type { BsonDocument } from './values/bson'

/** Where an operation on documents happens: outside transactions, or inside one. */
export interface Place {
  read<Result>(collection: string, work: (documents: Documents) => Result): Result | Promise<Result>
  write<Result>(collection: string, work: (documents: Documents) => Result): Result | Promise<Result>
}

/** The platform's database. Each ordinary write is kept wholly, on disk, before it is answered. */
export class CloudDatabase {
  readonly transactions: Transactions
  /** Everybody's place: what is committed is read, and a write waits while a transaction locks its document. */
  readonly outside: Place
  readonly #store: Store

  constructor(store: Store, limits: TransactionLimits) {
    this.#store = store
    this.transactions = new Transactions(store, limits)
    this.outside = {
      read: (collection, work) => this.read(collection, work),
      write: (collection, work) => whenUnlocked(() => this.#write(collection, work), limits.patience),
    }
  }

  /** The place of one transaction. */
  inside(transactionId: string): Place {
    const operate: Place['read'] = (collection, work) => this.transactions.operate(transactionId, collection, work)
    return { read: operate, write: operate }
  }

  createCollection(name: string): void {
    this.#store.create(name)
  }

  /** Rows that the store has handed out so far. */
  get rowsRead(): number {
    return this.#store.sqlite.rowsRead
  }

  read<Result>(collection: string, work: (documents: Documents) => Result): Result {
    return work(new CommittedDocuments(this.#store.collection(collection)))
  }

  /** Writes at once: a transaction that locks one of the documents is aborted. */
  writeAtOnce<Result>(collection: string, work: (documents: Documents) => Result): Result {
    for (;;) {
      try {
        return this.#write(collection, work)
      } catch (thrown) {
        if (!(thrown instanceof Locked)) throw thrown
        this.transactions.abort(thrown.holder)
      }
    }
  }

  count(collection: string, query: BsonDocument): number {
    return count(this.#store.collection(collection), query)
  }

  /** @returns the results as relaxed extended JSON */
  aggregate(collection: string, stages: readonly Stage[]): string[] {
    return aggregate(this.#store, collection, stages)
  }

  /** Removes all documents of a collection, and every transaction that could still know them. */
  clear(collection: string): void {
    const target = this.#store.collection(collection)
    this.transactions.abortAll()
    this.#store.sqlite.atomically(() => {
      target.clear()
    })
  }

  /** @throws Locked */
  #write<Result>(collection: string, work: (documents: Documents) => Result): Result {
    const target = this.#store.collection(collection)
    return this.transactions.ordinaryWrite(announce =>
      this.#store.sqlite.atomically(() => work(new CommittedDocuments(target, announce))),
    )
  }
}
