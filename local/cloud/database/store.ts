import { collectionExists, collectionMissing, invalidParameter } from '../cloud-error'
import { Collection } from './collection'
import { IndexTable, type IndexSpecification } from './index-table'
import type { CollectionSpecification } from './manifest'
import { numberOf, Sqlite, textOf } from './sqlite'
import { readIndexRow, sameFields } from './index-catalogue'

const FORMAT = 1

const TABLES = `
  CREATE TABLE IF NOT EXISTS collections (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS indexes (
    id INTEGER PRIMARY KEY AUTOINCREMENT, collection INTEGER NOT NULL, name TEXT NOT NULL, fields TEXT NOT NULL,
    is_unique INTEGER NOT NULL, flat INTEGER NOT NULL DEFAULT 1);
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
`

/** The durable store: collections, their indexes, and the local cloud's own settings. */
export class Store {
  readonly sqlite: Sqlite
  readonly #collections = new Map<string, Collection>()

  /** @param file a path, or ':memory:' */
  constructor(file: string) {
    this.sqlite = new Sqlite(file)
    this.#refuseOtherFormat()
    this.sqlite.execute(TABLES)
    for (const row of this.sqlite.all('SELECT id, name FROM collections ORDER BY id'))
      this.#load(numberOf(row, 'id'), textOf(row, 'name'))
  }

  /** @throws CloudError DATABASE_COLLECTION_NOT_EXIST */
  collection(name: string): Collection {
    const collection = this.#collections.get(name)
    if (!collection) throw collectionMissing(name)
    return collection
  }

  has(name: string): boolean {
    return this.#collections.has(name)
  }

  create(name: string): void {
    if (!/^[A-Za-z0-9][\w-]{0,63}$/.test(name)) throw invalidParameter(`invalid collection name: ${name}`)
    if (this.has(name)) throw collectionExists()
    this.sqlite.atomically(() => {
      const id = this.sqlite.run('INSERT INTO collections (name) VALUES (?)', [name])
      new Collection(this.sqlite, id, name).create()
      this.#load(id, name)
    })
  }

  /** Brings collections and indexes to what the manifest says; collections it does not name are left alone. */
  apply(manifest: readonly CollectionSpecification[]): void {
    for (const { name, indexes } of manifest) {
      if (!this.has(name)) this.create(name)
      this.#applyIndexes(this.collection(name), indexes)
    }
  }

  setting(name: string): string | undefined {
    const row = this.sqlite.first('SELECT value FROM settings WHERE name = ?', [name])
    return row && textOf(row, 'value')
  }

  keepSetting(name: string, value: string): void {
    this.sqlite.run('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)', [name, value])
  }

  close(): void {
    this.sqlite.close()
  }

  #refuseOtherFormat(): void {
    const version = numberOf(this.sqlite.first('PRAGMA user_version') ?? {}, 'user_version')
    if (version !== 0 && version !== FORMAT)
      throw new Error(`the data folder has format ${version}, this version reads ${FORMAT}: start afresh with --reset`)
    this.sqlite.execute(`PRAGMA user_version = ${FORMAT}`)
  }

  #load(id: number, name: string): void {
    const collection = new Collection(this.sqlite, id, name)
    collection.indexes = this.sqlite
      .all('SELECT * FROM indexes WHERE collection = ? ORDER BY id', [id])
      .map(row => readIndexRow(this.sqlite, row))
    this.#collections.set(name, collection)
  }

  #applyIndexes(collection: Collection, wanted: readonly IndexSpecification[]): void {
    const kept = collection.indexes.filter(index => wanted.some(other => sameIndex(index.specification, other)))
    const dropped = collection.indexes.filter(index => !kept.includes(index))
    const added = wanted.filter(other => !kept.some(index => sameIndex(index.specification, other)))
    if (dropped.length + added.length === 0) return
    this.sqlite.atomically(() => {
      for (const index of dropped) this.#dropIndex(index)
      collection.indexes = [...kept, ...added.map(specification => this.#addIndex(collection, specification))]
    })
  }

  #dropIndex(index: IndexTable): void {
    index.drop()
    this.sqlite.run('DELETE FROM indexes WHERE id = ?', [index.id])
  }

  #addIndex(collection: Collection, specification: IndexSpecification): IndexTable {
    const id = this.sqlite.run('INSERT INTO indexes (collection, name, fields, is_unique) VALUES (?, ?, ?, ?)', [
      collection.id,
      specification.name,
      JSON.stringify(specification.fields),
      specification.unique,
    ])
    const index = new IndexTable(this.sqlite, id, specification, true)
    index.create()
    for (const { row, document } of collection.walk({ by: 'insertion' })) index.add(row, document, collection.name)
    return index
  }
}

const sameIndex = (left: IndexSpecification, right: IndexSpecification): boolean =>
  left.name === right.name && left.unique === right.unique && sameFields(left.fields, right.fields)
