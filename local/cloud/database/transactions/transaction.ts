import { randomBytes } from 'node:crypto'
import type { Collection, StoredDocument } from '../collection'
import type { Change } from '../documents'

/** One open transaction: what it has written is here, in memory, until the commit. */
export class Transaction {
  readonly id = `${Date.now()}_${randomBytes(8).toString('hex')}`
  /** the version its reads see; undefined before the first operation */
  snapshot: number | undefined
  operations = 0
  /** while an operation is on its way no other one is let in */
  busy = false
  readonly claims: string[] = []
  /** in the order in which they were made */
  readonly changes: Change[] = []
  /** resolves when it is committed or aborted */
  readonly over: Promise<void>
  readonly #writes = new Map<Collection, Map<string, StoredDocument | undefined>>()
  #end: () => void = () => undefined

  constructor() {
    this.over = new Promise(resolve => (this.#end = resolve))
  }

  /** What it has written in a collection, by `_id`; undefined for what it has removed. */
  writesIn(collection: Collection): Map<string, StoredDocument | undefined> {
    const writes = this.#writes.get(collection) ?? new Map<string, StoredDocument | undefined>()
    this.#writes.set(collection, writes)
    return writes
  }

  end(): void {
    this.#end()
  }
}
