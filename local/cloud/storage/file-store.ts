import { createHmac, randomBytes, randomUUID, timingSafeEqual } from 'node:crypto'
import { createReadStream, createWriteStream, readFileSync, type ReadStream, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { FILE_ROOT } from '../cloud-environment'
import { invalidParameter } from '../cloud-error'
import { refuseBeyond } from './byte-limit'
import { numberOf, textOf } from '../database/sqlite'
import type { Store } from '../database/store'

export interface StoredFile {
  path: string
  bytes: number
  /** the name of the file on disk, which has nothing of the path in it */
  blob: string
}

const TABLE = 'CREATE TABLE IF NOT EXISTS files (path TEXT PRIMARY KEY, blob TEXT NOT NULL, bytes INTEGER NOT NULL)'

/** The files of the cloud storage. What people call them stands in the database only, never in a path on disk. */
export class FileStore {
  readonly #store: Store
  readonly #folder: string
  readonly #key: string

  constructor(store: Store, folder: string) {
    this.#store = store
    this.#folder = folder
    store.sqlite.execute(TABLE)
    this.#key = store.setting('file-key') ?? randomBytes(32).toString('hex')
    store.keepSetting('file-key', this.#key)
    this.#removeLeftovers()
  }

  find(path: string): StoredFile | undefined {
    const row = this.#store.sqlite.first('SELECT blob, bytes FROM files WHERE path = ?', [path])
    return row && { path, blob: textOf(row, 'blob'), bytes: numberOf(row, 'bytes') }
  }

  /** By path, from after this one on. */
  list({ after = '', limit }: { after?: string; limit: number }): StoredFile[] {
    const rows = this.#store.sqlite.all('SELECT * FROM files WHERE path > ? ORDER BY path LIMIT ?', [after, limit])
    return rows.map(row => ({ path: textOf(row, 'path'), blob: textOf(row, 'blob'), bytes: numberOf(row, 'bytes') }))
  }

  /**
   * Keeps all of the stream under this path, or nothing.
   * @throws CloudError STORAGE_REQUEST_FAIL when there are more bytes than this
   */
  async keep(path: string, content: AsyncIterable<unknown>, mostBytes: number): Promise<void> {
    const blob = randomUUID()
    const target = createWriteStream(join(this.#folder, blob), { flush: true })
    try {
      await pipeline(content, refuseBeyond(mostBytes), target)
    } catch (thrown) {
      // It may still be opening, and would then come into being after it was erased.
      if (!target.closed) await new Promise<void>(done => target.once('close', done))
      this.#erase(blob)
      throw thrown
    }
    const replaced = this.find(path)
    const values = [path, blob, target.bytesWritten]
    this.#store.sqlite.run('INSERT OR REPLACE INTO files (path, blob, bytes) VALUES (?, ?, ?)', values)
    if (replaced) this.#erase(replaced.blob)
  }

  /** @param range the first and the last byte */
  read(file: StoredFile, range?: { start: number; end: number }): ReadStream {
    return createReadStream(join(this.#folder, file.blob), range)
  }

  readAll(file: StoredFile): Buffer {
    return readFileSync(join(this.#folder, file.blob))
  }

  /** @returns whether there was such a file */
  remove(path: string): boolean {
    const file = this.find(path)
    if (!file) return false
    this.#store.sqlite.run('DELETE FROM files WHERE path = ?', [path])
    this.#erase(file.blob)
    return true
  }

  /** A proof that the gateway allowed this use of a path until this second. */
  sign(use: 'put' | 'get', path: string, until: number): string {
    return createHmac('sha256', this.#key).update(`${use}\n${until}\n${path}`).digest('hex').slice(0, 32)
  }

  isSigned(use: 'put' | 'get', path: string, until: number, signature: string): boolean {
    const expected = Buffer.from(this.sign(use, path, until))
    const given = Buffer.from(signature)
    return given.length === expected.length && timingSafeEqual(given, expected)
  }

  #erase(blob: string): void {
    rmSync(join(this.#folder, blob), { force: true })
  }

  /** Uploads that a killed process left half-way. */
  #removeLeftovers(): void {
    const known = new Set(this.#store.sqlite.all('SELECT blob FROM files').map(row => textOf(row, 'blob')))
    for (const blob of readdirSync(this.#folder)) if (!known.has(blob)) this.#erase(blob)
  }
}

/** @throws CloudError INVALID_PARAM for a path that is empty, absolute or climbs */
export function refuseOddPath(path: string): string {
  const parts = path.split('/')
  const isOdd = parts.some(part => part === '' || part === '.' || part === '..') || /[\\?#\0-\x1f\x7f]/.test(path)
  if (isOdd || Buffer.byteLength(path) > 850) throw invalidParameter('invalid cloud path')
  return path
}

export const fileIdOf = (path: string): string => FILE_ROOT + path

/** @returns undefined for an address of another environment */
export const pathOfFileId = (fileId: string): string | undefined =>
  fileId.startsWith(FILE_ROOT) ? fileId.slice(FILE_ROOT.length) : undefined
