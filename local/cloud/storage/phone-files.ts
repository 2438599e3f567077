import { CloudError } from '../cloud-error'
import type { FileAddresses } from './file-addresses'
import { fileIdOf, type FileStore, pathOfFileId, refuseOddPath } from './file-store'

/** What stands in the storage's security rules: `openId` is undefined for a phone without a persona. */
export type FileRule = (openId: string | undefined, path: string) => boolean

export interface FileRules {
  mayWrite: FileRule
  mayRead: FileRule
  /** the size of one upload */
  mostBytes: number
}

/** Why a phone is refused, in the numbers and words of the platform's client. */
export const STORAGE_REFUSALS = {
  'too-large': [-403_001, 'upload file size exceeds limit'],
  'invalid-path': [-501_007, 'invalid parameters. invalid cloud path'],
  'request-failed': [-503_001, 'storage request fail'],
  'no-authority': [-503_002, 'storage permission denied'],
  missing: [-503_003, 'storage file not exists'],
} as const

export type StorageRefusal = keyof typeof STORAGE_REFUSALS

interface Upload {
  openId: string | undefined
  path: string
  content: AsyncIterable<unknown>
}

/** Files as a phone reaches them: within the rules, never by a path on disk. */
export class PhoneFiles {
  readonly #files: FileStore
  readonly #addresses: FileAddresses
  readonly #rules: FileRules

  constructor(files: FileStore, addresses: FileAddresses, rules: FileRules) {
    this.#files = files
    this.#addresses = addresses
    this.#rules = rules
  }

  get mostBytes(): number {
    return this.#rules.mostBytes
  }

  /** @returns why this person may not put a file there, undefined when it may */
  refusalOf(openId: string | undefined, path: string): StorageRefusal | undefined {
    if (isOdd(path)) return 'invalid-path'
    return this.#rules.mayWrite(openId, path) ? undefined : 'no-authority'
  }

  /** @returns the file's id */
  async upload({ openId, path, content }: Upload): Promise<{ fileID: string } | StorageRefusal> {
    const refusal = this.refusalOf(openId, path)
    if (refusal) return refusal
    try {
      await this.#files.keep(path, content, this.#rules.mostBytes)
      return { fileID: fileIdOf(path) }
    } catch (thrown) {
      if (thrown instanceof CloudError) return 'too-large'
      throw thrown
    }
  }

  temporaryUrl(openId: string | undefined, fileId: string, from: { origin: string; seconds: number }) {
    const path = pathOfFileId(fileId)
    if (path === undefined) return 'missing'
    if (!this.#rules.mayRead(openId, path)) return 'no-authority'
    return this.#files.find(path) ? { url: this.#addresses.forDownload(from.origin, path, from.seconds) } : 'missing'
  }

  /** @returns why not, undefined when it is gone */
  remove(openId: string | undefined, fileId: string): StorageRefusal | undefined {
    const path = pathOfFileId(fileId)
    if (path === undefined) return 'missing'
    if (!this.#rules.mayWrite(openId, path)) return 'no-authority'
    return this.#files.remove(path) ? undefined : 'missing'
  }
}

function isOdd(path: string): boolean {
  try {
    refuseOddPath(path)
    return false
  } catch {
    return true
  }
}

/** Everyone has a folder named by the own openId, and nobody else's. */
export const ownFolderOnly: FileRule = (openId, path) => openId !== undefined && path.startsWith(`${openId}/`)
