import { keyPart } from './index-key'
import { duplicateKey, type IndexTable } from './index-table'
import type { Row, Sqlite, SqlValue } from './sqlite'
import { bytesOf, numberOf, textOf } from './sqlite'
import type { BsonDocument, BsonValue } from './values/bson'
import { decodeStored, encodeValue } from './values/ejson'

export interface StoredDocument {
  row: number
  /** relaxed extended JSON, as the SDK receives it */
  text: string
  document: BsonDocument
}

/** Keys from `from` up to but not including `to`. */
export interface KeyRange {
  from: Buffer
  to: Buffer
}

/** Which rows to walk, in which order: by an index, by `_id`, or as they were inserted. */
export type Walk =
  | { by: 'insertion' }
  | { by: '_id'; ranges: KeyRange[]; backward: boolean }
  | { by: IndexTable; ranges: KeyRange[]; backward: boolean }

const SMALLEST_CHUNK = 8
const FIRST_CHUNK = 64
const LARGEST_CHUNK = 1024

/** The documents of one collection and the indexes that follow them. Every write belongs inside `Sqlite.atomically`. */
export class Collection {
  readonly table: string
  readonly #sqlite: Sqlite
  indexes: IndexTable[] = []

  constructor(
    sqlite: Sqlite,
    readonly id: number,
    readonly name: string,
  ) {
    this.#sqlite = sqlite
    this.table = `documents_${id}`
  }

  create(): void {
    this.#sqlite.execute(
      `CREATE TABLE ${this.table} (row INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, text TEXT NOT NULL)`,
    )
  }

  insert(document: BsonDocument): void {
    const id = keyPart(document['_id'])
    if (this.#sqlite.first(`SELECT row FROM ${this.table} WHERE id = ?`, [id]))
      throw duplicateKey(this.name, { name: '_id_', fields: [['_id', 1]] }, document)
    const row = this.#sqlite.run(`INSERT INTO ${this.table} (id, text) VALUES (?, ?)`, [id, encodeValue(document)])
    for (const index of this.indexes) index.add(row, document, this.name)
  }

  /** @returns whether anything changed */
  replace(stored: StoredDocument, document: BsonDocument): boolean {
    const text = encodeValue(document)
    if (text === stored.text) return false
    this.#sqlite.run(`UPDATE ${this.table} SET text = ? WHERE row = ?`, [text, stored.row])
    for (const index of this.indexes) index.move(stored.row, stored.document, document, this.name)
    return true
  }

  remove(stored: StoredDocument): void {
    this.#sqlite.run(`DELETE FROM ${this.table} WHERE row = ?`, [stored.row])
    for (const index of this.indexes) index.remove(stored.row, stored.document)
  }

  clear(): void {
    this.#sqlite.run(`DELETE FROM ${this.table}`)
    for (const index of this.indexes) index.clear()
  }

  count(): number {
    return numberOf(this.#sqlite.first(`SELECT count(*) AS total FROM ${this.table}`) ?? {}, 'total')
  }

  textById(id: BsonValue): string | undefined {
    const row = this.#sqlite.first(`SELECT text FROM ${this.table} WHERE id = ?`, [keyPart(id)])
    return row && textOf(row, 'text')
  }

  /** The `_id` of a row, as the bytes of its key. */
  idOfRow(row: number): string | undefined {
    const found = this.#sqlite.first(`SELECT id FROM ${this.table} WHERE row = ?`, [row])
    return found && Buffer.from(bytesOf(found, 'id')).toString('latin1')
  }

  /**
   * Rows come in chunks: nothing may write to the collection before the walk is over.
   * @param wanted how many documents the caller may be content with; so many are read at first
   */
  *walk(walk: Walk, wanted = Infinity): Generator<StoredDocument> {
    const first = Math.min(Math.max(wanted, SMALLEST_CHUNK), Number.isFinite(wanted) ? LARGEST_CHUNK : FIRST_CHUNK)
    if (walk.by === 'insertion') yield* this.#walkInserted(first)
    else for (const range of walk.ranges) yield* this.#walkKeys(this.#keysOf(walk.by), range, walk.backward, first)
  }

  *#walkInserted(first: number): Generator<StoredDocument> {
    const sql = `SELECT row, text FROM ${this.table} WHERE row > ? ORDER BY row LIMIT ?`
    let last = 0
    yield* this.#chunks(
      first,
      size => this.#sqlite.all(sql, [last, size]),
      row => (last = numberOf(row, 'row')),
    )
  }

  *#walkKeys(keys: string, range: KeyRange, backward: boolean, first: number): Generator<StoredDocument> {
    const [beyond, within, order] = backward ? ['<', '>=', 'DESC'] : ['>', '<', 'ASC']
    const sql =
      `SELECT key, row, text FROM (${keys}) WHERE (key, row) ${beyond} (?, ?) AND key ${within} ? ` +
      `ORDER BY key ${order}, row ${order} LIMIT ?`
    let cursor: SqlValue[] = [backward ? range.to : range.from, -1]
    const end = backward ? range.from : range.to
    yield* this.#chunks(
      first,
      size => this.#sqlite.all(sql, [...cursor, end, size]),
      row => (cursor = [bytesOf(row, 'key'), numberOf(row, 'row')]),
    )
  }

  #keysOf(by: '_id' | IndexTable): string {
    if (by === '_id') return `SELECT id AS key, row, text FROM ${this.table}`
    return `SELECT i.key AS key, i.row AS row, d.text AS text FROM ${by.table} i JOIN ${this.table} d ON d.row = i.row`
  }

  *#chunks(first: number, read: (size: number) => Row[], passed: (row: Row) => unknown): Generator<StoredDocument> {
    for (let size = first; ; size = Math.min(size * 4, LARGEST_CHUNK)) {
      const rows = read(size)
      for (const row of rows) {
        passed(row)
        const text = textOf(row, 'text')
        yield { row: numberOf(row, 'row'), text, document: decodeStored(text) }
      }
      if (rows.length < size) return
    }
  }
}
