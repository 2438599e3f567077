import type { CloudClock } from './clock'
import type { Walk } from './database/collection'
import type { IndexSpecification } from './database/index-table'
import { keyPart } from './database/index-key'
import { select } from './database/read-documents'
import { numberOf, textOf } from './database/sqlite'
import type { Store } from './database/store'
import { decodeDocument, decodeValue, encodeValue } from './database/values/ejson'
import { FILE_ADDRESSES } from './storage/file-addresses'
import type { FileStore } from './storage/file-store'

export interface CollectionFacts {
  name: string
  documents: number
  /** of the documents' extended JSON; beyond a thousand documents an estimate from the first thousand */
  bytes: number
  indexes: readonly IndexSpecification[]
}

/** Documents as extended JSON, and where to go on; undefined at the end. */
export interface DocumentPage {
  documents: { id: string; text: string }[]
  next: string | undefined
}

export interface FileFacts {
  path: string
  bytes: number
}

const SAMPLE = 1000
const FIRST_KEY = Buffer.alloc(0)
const LAST_KEY = Buffer.of(0xff)
const ADDRESS_SECONDS = 3600

/** What one cloud holds, for reading only: not counted, not written, no function asked. */
export class CloudContents {
  readonly #store: Store
  readonly #files: FileStore
  readonly #clock: CloudClock

  constructor(store: Store, files: FileStore, clock: CloudClock) {
    this.#store = store
    this.#files = files
    this.#clock = clock
  }

  /** By name. */
  collections(): CollectionFacts[] {
    const names = this.#store.sqlite.all('SELECT name FROM collections ORDER BY name').map(row => textOf(row, 'name'))
    return names.map(name => {
      const collection = this.#store.collection(name)
      const documents = collection.count()
      const bytes = Math.round(this.#averageBytes(collection.table) * documents)
      return { name, documents, bytes, indexes: collection.indexes.map(({ specification }) => specification) }
    })
  }

  /**
   * Documents in the order of their `_id`s, of whatever types these are.
   * @param after the `next` of the page before
   */
  page(collection: string, limit: number, after?: string): DocumentPage {
    // No key is the beginning of another: one more byte leads just beyond it.
    const from = after === undefined ? FIRST_KEY : Buffer.concat([keyPart(decodeValue(after, 0)), Buffer.of(0)])
    const walk: Walk = { by: '_id', ranges: [{ from, to: LAST_KEY }], backward: false }
    const found: DocumentPage['documents'] = []
    for (const { text, document } of this.#store.collection(collection).walk(walk, limit + 1)) {
      found.push({ id: encodeValue(document['_id'] ?? null), text })
      if (found.length > limit) break
    }
    const documents = found.slice(0, limit)
    return { documents, next: found.length > limit ? documents.at(-1)?.id : undefined }
  }

  /**
   * Documents that match, in the order in which the database finds them.
   * @param query extended JSON
   * @param after the `next` of the page before
   * @throws an error in the database's words for a query that it does not understand
   */
  find(collection: string, query: string, limit: number, after = '0'): DocumentPage {
    const offset = Number(after) || 0
    const selection = { query: decodeDocument(query, this.#clock.now()), offset, limit: limit + 1 }
    const found = select(this.#store.collection(collection), selection)
    const documents = found
      .slice(0, limit)
      .map(({ text, document }) => ({ id: encodeValue(document['_id'] ?? null), text }))
    return { documents, next: found.length > limit ? String(offset + limit) : undefined }
  }

  /** @param id extended JSON @returns extended JSON */
  document(collection: string, id: string): string | undefined {
    return this.#store.collection(collection).textById(decodeValue(id, 0))
  }

  /** By path. */
  files(limit: number): { total: number; files: FileFacts[] } {
    const total = numberOf(this.#store.sqlite.first('SELECT count(*) AS total FROM files') ?? {}, 'total')
    return { total, files: this.#files.list({ limit }).map(({ path, bytes }) => ({ path, bytes })) }
  }

  /** Path and query under which the cloud's own server gives the file out, for an hour of its clock. */
  fileAddress(path: string): string {
    const until = Math.floor(this.#clock.now() / 1000) + ADDRESS_SECONDS
    const encoded = path.split('/').map(encodeURIComponent).join('/')
    return `${FILE_ADDRESSES}${encoded}?sign=${this.#files.sign('get', path, until)}&t=${until}`
  }

  #averageBytes(table: string): number {
    const sample = `SELECT length(CAST(text AS BLOB)) AS bytes FROM ${table} LIMIT ${SAMPLE}`
    return numberOf(this.#store.sqlite.first(`SELECT coalesce(avg(bytes), 0) AS bytes FROM (${sample})`) ?? {}, 'bytes')
  }
}
