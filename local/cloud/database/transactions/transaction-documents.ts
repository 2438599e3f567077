import { transactionConflict } from '../../cloud-error'
import type { Collection, StoredDocument } from '../collection'
import type { Documents } from '../documents'
import { compileFilter } from '../filter'
import { duplicateKey, type IndexTable } from '../index-table'
import { entriesOf } from '../index-entries'
import { select, type Selection, textsOf } from '../read-documents'
import { sortDocuments } from '../sort'
import type { BsonDocument, BsonValue } from '../values/bson'
import { encodeValue } from '../values/ejson'
import { claimsOf, idKey } from './claims'
import type { History } from './history'
import type { Locks } from './locks'
import type { Transaction } from './transaction'

/** Own inserts have no row yet. */
const NO_ROW = -1

interface Surroundings {
  history: History
  locks: Locks
  snapshot: number
}

/** One collection as one transaction sees it: its snapshot with its own writes, of which nobody else knows. */
export class TransactionDocuments implements Documents {
  readonly #collection: Collection
  readonly #transaction: Transaction
  readonly #around: Surroundings
  readonly #writes: Map<string, StoredDocument | undefined>

  constructor(collection: Collection, transaction: Transaction, surroundings: Surroundings) {
    this.#collection = collection
    this.#transaction = transaction
    this.#around = surroundings
    this.#writes = transaction.writesIn(collection)
  }

  find(selection: Selection, projection?: BsonDocument): string[] {
    return textsOf(this.select(selection), projection)
  }

  select(selection: Selection): StoredDocument[] {
    const { query, order = [], offset = 0, limit = Infinity } = selection
    const [only, ...others] = Object.keys(query)
    if (only === '_id' && others.length === 0 && typeof query['_id'] === 'string')
      return this.#byId(query['_id']).slice(offset, offset + limit)
    const different = this.#different()
    const enough = offset + limit + different.size
    const same = select(this.#collection, { query, order, limit: enough }).filter(
      ({ document }) => !different.has(idKey(document['_id'])),
    )
    const filter = compileFilter(query)
    const own = [...different.values()].filter(stored => stored !== undefined && filter(stored.document))
    const all = [...same, ...own.filter(stored => stored !== undefined)]
    return (order.length === 0 ? all : sortDocuments(all, order)).slice(offset, offset + limit)
  }

  insert(document: BsonDocument): void {
    this.#write(undefined, document)
  }

  /** A change that changes nothing locks nothing, as in MongoDB: it cannot be used to hold a document. */
  replace(stored: StoredDocument, document: BsonDocument): boolean {
    if (encodeValue(document) === stored.text) return false
    this.#write(stored, document)
    return true
  }

  remove(stored: StoredDocument): void {
    this.#write(stored, undefined)
  }

  /** What is not, for this transaction, as it is for everybody. */
  #different(): Map<string, StoredDocument | undefined> {
    const { history, snapshot } = this.#around
    return new Map([...history.images(this.#collection, snapshot), ...this.#writes])
  }

  #byId(id: BsonValue): StoredDocument[] {
    const key = idKey(id)
    const { history, snapshot } = this.#around
    const image = history.image(this.#collection, key, snapshot)
    const stored = this.#writes.has(key) ? this.#writes.get(key) : image?.stored
    if (stored) return [stored]
    return this.#writes.has(key) || image ? [] : select(this.#collection, { query: { _id: id }, limit: 1 })
  }

  #write(before: StoredDocument | undefined, after: BsonDocument | undefined): void {
    const change = { collection: this.#collection, before, after }
    this.#claim(claimsOf(change))
    const id = (after ?? before?.document)?.['_id'] ?? null
    if (after) this.#refuseTaken(after, id, before === undefined)
    const stored = after && { row: before?.row ?? NO_ROW, text: encodeValue(after), document: after }
    this.#writes.set(idKey(id), stored)
    this.#transaction.changes.push(change)
  }

  /** @throws CloudError when another transaction has written it, or anybody has committed it since the snapshot */
  #claim(claims: readonly string[]): void {
    const { history, locks, snapshot } = this.#around
    if (locks.holderOf(claims, this.#transaction)) throw transactionConflict()
    if (claims.some(claim => history.hasChanged(claim, snapshot))) throw transactionConflict()
    locks.take(claims, this.#transaction)
  }

  #refuseTaken(document: BsonDocument, id: BsonValue, isNew: boolean): void {
    const { name, indexes } = this.#collection
    if (isNew && this.#byId(id).length > 0) throw duplicateKey(name, { name: '_id_', fields: [['_id', 1]] }, document)
    for (const index of indexes) {
      const { keys } = entriesOf(document, index.fields)
      if (index.specification.unique && keys.some(key => this.#isTaken(index, key, idKey(id))))
        throw duplicateKey(name, index.specification, document)
    }
  }

  #isTaken(index: IndexTable, key: Buffer, own: string): boolean {
    const row = index.holderOf(key)
    const committed = row === undefined ? undefined : this.#collection.idOfRow(row)
    if (committed !== undefined && committed !== own && !this.#writes.has(committed)) return true
    return [...this.#writes].some(
      ([id, stored]) =>
        id !== own && stored && entriesOf(stored.document, index.fields).keys.some(other => other.equals(key)),
    )
  }
}
