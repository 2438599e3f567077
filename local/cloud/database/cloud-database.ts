import { aggregate, type Stage } from './aggregate'
import { count, find, type Selection } from './read-documents'
import type { Store } from './store'
import type { BsonDocument, BsonValue } from './values/bson'
import {
  insertDocuments,
  removeDocuments,
  setDocument,
  type SetResult,
  type Target,
  updateDocuments,
} from './write-documents'

/** The operations of the platform's database. Each write is kept wholly, on disk, before its method returns. */
export class CloudDatabase {
  readonly #store: Store

  constructor(store: Store) {
    this.#store = store
  }

  createCollection(name: string): void {
    this.#store.create(name)
  }

  /** @returns the documents' `_id`s */
  insert(collection: string, documents: readonly BsonDocument[]): BsonValue[] {
    return this.#write(() => insertDocuments(this.#store.collection(collection), documents))
  }

  /** @returns the documents as relaxed extended JSON */
  find(collection: string, selection: Selection, projection?: BsonDocument): string[] {
    return find(this.#store.collection(collection), selection, projection)
  }

  count(collection: string, query: BsonDocument): number {
    return count(this.#store.collection(collection), query)
  }

  update(collection: string, target: Target, update: BsonDocument): number {
    return this.#write(() => updateDocuments(this.#store.collection(collection), target, update))
  }

  set(collection: string, id: BsonValue, document: BsonDocument): SetResult {
    return this.#write(() => setDocument(this.#store.collection(collection), id, document))
  }

  remove(collection: string, target: Target): number {
    return this.#write(() => removeDocuments(this.#store.collection(collection), target))
  }

  /** @returns the results as relaxed extended JSON */
  aggregate(collection: string, stages: readonly Stage[]): string[] {
    return aggregate(this.#store, collection, stages)
  }

  clear(collection: string): void {
    this.#write(() => {
      this.#store.collection(collection).clear()
    })
  }

  #write<Result>(work: () => Result): Result {
    return this.#store.sqlite.atomically(work)
  }
}
