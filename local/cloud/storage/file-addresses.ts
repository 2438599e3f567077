import { type FileStore, refuseOddPath, type StoredFile } from './file-store'

/** Where the bytes of files go in and out, below the gateway's own address. */
export const FILE_ADDRESSES = '/cos/'

interface Permission {
  url: string
  /** the second until which it holds */
  until: number
  signature: string
}

/** Addresses of files that hold for one use of one file, until an instant of the cloud's clock. */
export class FileAddresses {
  readonly #files: FileStore
  readonly #now: () => number

  constructor(files: FileStore, now: () => number) {
    this.#files = files
    this.#now = now
  }

  /** Where the SDK may put a file. @throws CloudError INVALID_PARAM for an odd path */
  forUpload(origin: string, path: string, seconds: number): Permission {
    const encoded = refuseOddPath(path).split('/').map(encodeURIComponent).join('/')
    const until = this.#after(seconds)
    return { url: origin + FILE_ADDRESSES + encoded, until, signature: this.#files.sign('put', path, until) }
  }

  /** The path stands in it as it is, as the platform has it: whoever follows it encodes it. */
  forDownload(origin: string, path: string, seconds: number): string {
    const until = this.#after(seconds)
    return `${origin}${FILE_ADDRESSES}${path}?sign=${this.#files.sign('get', path, until)}&t=${until}`
  }

  /** @returns why the bearer may not, undefined when he may */
  refusalOf(use: 'put' | 'get', path: string, until: number, signature: string): string | undefined {
    if (!this.#files.isSigned(use, path, until, signature)) return 'AccessDenied'
    return until * 1000 < this.#now() ? 'Request has expired' : undefined
  }

  /** The file a download address leads to now; undefined when it leads to none, or not any more. */
  follow(address: URL): StoredFile | undefined {
    const path = pathOf(address)
    const [until, signature] = [Number(address.searchParams.get('t')), address.searchParams.get('sign') ?? '']
    if (path === undefined || this.refusalOf('get', path, until, signature) !== undefined) return undefined
    return this.#files.find(path)
  }

  #after(seconds: number): number {
    return Math.floor(this.#now() / 1000) + seconds
  }
}

/** @returns undefined for an address that names no file */
export function pathOf(address: URL): string | undefined {
  if (!address.pathname.startsWith(FILE_ADDRESSES)) return undefined
  try {
    return refuseOddPath(decodeURIComponent(address.pathname.slice(FILE_ADDRESSES.length)))
  } catch {
    return undefined
  }
}
