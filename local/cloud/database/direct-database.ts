import type { CloudDatabase } from './cloud-database'
import { insertDocuments } from './write-documents'
import { type BsonDocument, type BsonValue, isDocument, isRecord, ObjectId } from './values/bson'
import { decodeStored } from './values/ejson'

/**
 * The way into the database for seeds and tests: no function, no counting, no waiting. Refuses what the database
 * refuses, but a transaction that stands in the way of a write is aborted.
 */
export class DirectDatabase {
  readonly #database: CloudDatabase

  constructor(database: CloudDatabase) {
    this.#database = database
  }

  /** @returns the `_id`s, made where they were missing */
  insert(collection: string, documents: readonly object[]): BsonValue[] {
    const given = documents.map(documentOf)
    return this.#database.writeAtOnce(collection, target => insertDocuments(target, given))
  }

  /** All documents that match, without a limit. */
  find(collection: string, query: object = {}): BsonDocument[] {
    const selection = { query: documentOf(query) }
    return this.#database.read(collection, documents => documents.find(selection)).map(decodeStored)
  }

  /** Rows that the database has handed out so far, to whomever: what a search costs. */
  get rowsRead(): number {
    return this.#database.rowsRead
  }

  clear(collection: string): void {
    this.#database.clear(collection)
  }
}

function documentOf(value: unknown): BsonDocument {
  const document = bsonOf(value)
  if (!isDocument(document)) throw new TypeError('a document is expected')
  return document
}

/** As the SDK does: fields that are undefined are not there. */
function bsonOf(value: unknown): BsonValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  if (value instanceof Date || value instanceof RegExp || value instanceof ObjectId) return value
  if (Array.isArray(value)) return value.map((item: unknown) => bsonOf(item ?? null))
  if (!isRecord(value)) throw new TypeError(`a ${typeof value} cannot be stored`)
  const present = Object.entries(value).filter(([, item]) => item !== undefined)
  return Object.fromEntries(present.map(([field, item]) => [field, bsonOf(item)]))
}
