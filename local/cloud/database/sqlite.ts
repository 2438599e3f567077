import { Database, type JSValue, type Statement } from 'node-sqlite3-wasm'

export type SqlValue = JSValue
export type Row = Record<string, unknown>

/** The most memory for pages that were read: an index scatters its documents over the file, so room for all of a large one. */
const CACHE_KIBIBYTES = 256 * 1024

/** One SQLite file (or memory). Every statement runs to its end at once, so none ever holds the file's log open. */
export class Sqlite {
  readonly #database: Database
  readonly #statements = new Map<string, Statement>()
  #rowsRead = 0

  /** @param file a path, or ':memory:' */
  constructor(file: string) {
    this.#database = new Database(file)
    // Only one process owns the file: with an exclusive lock SQLite's write-ahead log needs no shared memory.
    this.#database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA synchronous = NORMAL')
    this.#database.exec(`PRAGMA cache_size = -${CACHE_KIBIBYTES}`)
    this.#database.get('PRAGMA journal_mode = WAL')
  }

  execute(sql: string): void {
    this.#database.exec(sql)
  }

  /** How many rows have been handed out so far: what searches cost, told without a clock. */
  get rowsRead(): number {
    return this.#rowsRead
  }

  all(sql: string, values: SqlValue[] = []): Row[] {
    const rows = this.#prepared(sql).all(values)
    this.#rowsRead += rows.length
    return rows
  }

  first(sql: string, values: SqlValue[] = []): Row | undefined {
    return this.all(sql, values)[0]
  }

  /** @returns the row number of the last insert */
  run(sql: string, values: SqlValue[] = []): number {
    return Number(this.#prepared(sql).run(values).lastInsertRowid)
  }

  /** All of the work is kept, or none of it. */
  atomically<Result>(work: () => Result): Result {
    if (this.#database.inTransaction) return work()
    this.run('BEGIN IMMEDIATE')
    try {
      const result = work()
      this.run('COMMIT')
      return result
    } catch (thrown) {
      this.#rollBack()
      throw thrown
    }
  }

  /** SQLite has already rolled back by itself after its gravest errors. */
  #rollBack(): void {
    if (this.#database.inTransaction) this.run('ROLLBACK')
  }

  close(): void {
    for (const statement of this.#statements.values()) statement.finalize()
    this.#statements.clear()
    this.#database.close()
  }

  #prepared(sql: string): Statement {
    const known = this.#statements.get(sql)
    if (known) return known
    const statement = this.#database.prepare(sql)
    this.#statements.set(sql, statement)
    return statement
  }
}

export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw new Error(`column ${column} is not text`)
  return value
}

export function numberOf(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number') throw new Error(`column ${column} is not a number`)
  return value
}

export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw new Error(`column ${column} is not a blob`)
  return value
}
