import { writeFailed } from '../cloud-error'
import { entriesOf, type IndexFields } from './index-entries'
import { numberOf, type Sqlite } from './sqlite'
import { type BsonDocument, show } from './values/bson'
import { leavesOf } from './values/paths'

export interface IndexSpecification {
  name: string
  fields: IndexFields
  unique: boolean
}

/** One declared index: a table of (key, row) that follows its collection's documents. */
export class IndexTable {
  readonly table: string
  readonly #sqlite: Sqlite
  #flat: boolean

  constructor(
    sqlite: Sqlite,
    readonly id: number,
    readonly specification: IndexSpecification,
    flat: boolean,
  ) {
    this.#sqlite = sqlite
    this.table = `index_${id}`
    this.#flat = flat
  }

  get fields(): IndexFields {
    return this.specification.fields
  }

  /** Whether the keys sort as the documents do and no document has more than one. */
  get flat(): boolean {
    return this.#flat
  }

  create(): void {
    this.#sqlite.execute(
      `CREATE TABLE ${this.table} (key BLOB NOT NULL, row INTEGER NOT NULL, PRIMARY KEY (key, row)) WITHOUT ROWID`,
    )
  }

  drop(): void {
    this.#sqlite.execute(`DROP TABLE ${this.table}`)
  }

  clear(): void {
    this.#sqlite.run(`DELETE FROM ${this.table}`)
  }

  /** @throws CloudError when a unique index already holds one of the document's keys for another row */
  add(row: number, document: BsonDocument, collection: string): void {
    const { keys, flat } = entriesOf(document, this.fields)
    if (!flat) this.#markUneven()
    for (const key of keys) {
      if (this.specification.unique) this.#refuseTaken(key, row, document, collection)
      this.#sqlite.run(`INSERT INTO ${this.table} (key, row) VALUES (?, ?)`, [key, row])
    }
  }

  remove(row: number, document: BsonDocument): void {
    for (const key of entriesOf(document, this.fields).keys)
      this.#sqlite.run(`DELETE FROM ${this.table} WHERE key = ? AND row = ?`, [key, row])
  }

  move(row: number, before: BsonDocument, after: BsonDocument, collection: string): void {
    const [old, fresh] = [entriesOf(before, this.fields).keys, entriesOf(after, this.fields).keys]
    if (old.length === fresh.length && old.every((key, at) => fresh[at]?.equals(key) === true)) return
    this.remove(row, before)
    this.add(row, after, collection)
  }

  /** A row that stands in the index under this key. */
  holderOf(key: Buffer): number | undefined {
    const found = this.#sqlite.first(`SELECT row FROM ${this.table} WHERE key = ? LIMIT 1`, [key])
    return found && numberOf(found, 'row')
  }

  /** Written each time, because an earlier write of the mark may have been rolled back. */
  #markUneven(): void {
    this.#flat = false
    this.#sqlite.run('UPDATE indexes SET flat = 0 WHERE id = ? AND flat = 1', [this.id])
  }

  #refuseTaken(key: Buffer, row: number, document: BsonDocument, collection: string): void {
    const holder = this.holderOf(key)
    if (holder !== undefined && holder !== row) throw duplicateKey(collection, this.specification, document)
  }
}

/** The refusal with MongoDB's own wording, by which function code recognises it. */
export function duplicateKey(collection: string, index: Omit<IndexSpecification, 'unique'>, document: BsonDocument) {
  const parts = index.fields.map(([path]) => `${path}: ${show(leavesOf(document, path)[0] ?? null)}`)
  return writeFailed(
    `E11000 duplicate key error collection: tnt-local.${collection} index: ${index.name} dup key: { ${parts.join(', ')} }`,
  )
}
