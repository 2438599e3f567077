import type { Collection, StoredDocument } from './collection'
import { find, select, type Selection } from './read-documents'
import type { BsonDocument } from './values/bson'
import { encodeValue } from './values/ejson'

/** The documents of one collection as somebody reads and changes them: everybody, or one transaction alone. */
export interface Documents {
  select(selection: Selection): StoredDocument[]
  /** @returns the documents' extended JSON */
  find(selection: Selection, projection?: BsonDocument): string[]
  insert(document: BsonDocument): void
  /** @returns whether anything changed */
  replace(stored: StoredDocument, document: BsonDocument): boolean
  remove(stored: StoredDocument): void
}

/** One document before and after; undefined where it does not exist. */
export interface Change {
  collection: Collection
  before: StoredDocument | undefined
  after: BsonDocument | undefined
}

/** What is committed. Every write belongs inside `Sqlite.atomically`. */
export class CommittedDocuments implements Documents {
  readonly #collection: Collection
  readonly #announce: ((change: Change) => void) | undefined

  /** @param announce is told of each real change before it is made, and may throw to prevent it */
  constructor(collection: Collection, announce?: (change: Change) => void) {
    this.#collection = collection
    this.#announce = announce
  }

  select(selection: Selection): StoredDocument[] {
    return select(this.#collection, selection)
  }

  find(selection: Selection, projection?: BsonDocument): string[] {
    return find(this.#collection, selection, projection)
  }

  insert(document: BsonDocument): void {
    this.#announce?.({ collection: this.#collection, before: undefined, after: document })
    this.#collection.insert(document)
  }

  replace(stored: StoredDocument, document: BsonDocument): boolean {
    if (this.#announce && encodeValue(document) !== stored.text)
      this.#announce({ collection: this.#collection, before: stored, after: document })
    return this.#collection.replace(stored, document)
  }

  remove(stored: StoredDocument): void {
    this.#announce?.({ collection: this.#collection, before: stored, after: undefined })
    this.#collection.remove(stored)
  }
}
