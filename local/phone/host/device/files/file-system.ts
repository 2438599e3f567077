import type { FileBox, KeptFile } from './file-box'
import { FileFault } from './file-fault'

export const USER_DATA_PATH = 'wxfile://usr'
const TEMPORARY = 'wxfile://tmp_'
const SAVED = 'wxfile://store_'
const MOST_BYTES = 200 * 1024 * 1024

export type Bytes = Uint8Array<ArrayBuffer>

const isKept = (path: string) => path.startsWith(`${USER_DATA_PATH}/`) || path.startsWith(SAVED)
const parentOf = (path: string) => path.slice(0, path.lastIndexOf('/'))
const trimmed = (path: string) => (path === USER_DATA_PATH ? path : path.replace(/\/+$/, ''))

/**
 * The files of one person's telephone. The user's own outlive a reload; temporary ones do not, as on a phone that ends
 * the mini-program.
 */
export class FileSystem {
  private readonly addresses = new Map<string, string>()
  private writing: Promise<unknown> = Promise.resolve()
  private count = 0

  private constructor(
    private readonly box: FileBox,
    private readonly nodes: Map<string, KeptFile>,
  ) {}

  static async open(box: FileBox): Promise<FileSystem> {
    return new FileSystem(box, await box.all())
  }

  /** What was written so far is kept once this resolves. */
  async settled(): Promise<void> {
    await this.writing
  }

  /** @throws FileFault */
  read(path: string, action = 'open'): Bytes {
    const file = this.nodes.get(path)
    if (file === undefined) throw new FileFault(this.isFolder(path) ? 'is-a-folder' : 'missing', action, path)
    if (file.bytes === undefined) throw new FileFault('is-a-folder', action, path)
    return file.bytes
  }

  /** @throws FileFault */
  write(path: string, bytes: Bytes): void {
    this.refuseForeign(path, 'open')
    if (this.isFolder(path)) throw new FileFault('is-a-folder', 'open', path)
    if (!this.isFolder(parentOf(path))) throw new FileFault('missing', 'open', path)
    const used = [...this.nodes].reduce((sum, [other, file]) => sum + (other === path ? 0 : sizeOf(other, file)), 0)
    if (used + bytes.length > MOST_BYTES) throw new FileFault('full', 'open', path)
    this.set(path, { bytes, modifiedAt: Date.now() })
  }

  makeFolder(path: string, isDeep: boolean): void {
    this.refuseForeign(path, 'mkdir')
    if (this.has(path)) throw new FileFault('exists', 'mkdir', path)
    const parent = parentOf(path)
    if (!this.has(parent) && isDeep) this.makeFolder(parent, true)
    if (!this.isFolder(parent)) throw new FileFault('missing', 'mkdir', path)
    this.set(trimmed(path), { bytes: undefined, modifiedAt: Date.now() })
  }

  removeFolder(path: string, isDeep: boolean): void {
    this.refuseForeign(path, 'rmdir')
    if (!this.isFolder(path)) throw new FileFault(this.has(path) ? 'not-a-folder' : 'missing', 'rmdir', path)
    const inside = [...this.nodes.keys()].filter(other => other.startsWith(`${trimmed(path)}/`))
    if (inside.length > 0 && !isDeep) throw new FileFault('not-empty', 'rmdir', path)
    for (const other of [...inside, trimmed(path)]) this.set(other, undefined)
  }

  remove(path: string): void {
    if (path.startsWith(USER_DATA_PATH)) this.refuseForeign(path, 'unlink')
    this.read(path, 'unlink')
    this.set(path, undefined)
  }

  /** names, without a path @throws FileFault */
  list(path: string): string[] {
    if (!this.isFolder(path)) throw new FileFault(this.has(path) ? 'not-a-folder' : 'missing', 'scandir', path)
    const start = `${trimmed(path)}/`
    const inside = [...this.nodes.keys()].filter(other => other.startsWith(start))
    return inside.map(other => other.slice(start.length)).filter(name => !name.includes('/'))
  }

  /** @throws FileFault */
  about(path: string, action = 'stat'): { isFolder: boolean; size: number; modifiedAt: number } {
    if (path === USER_DATA_PATH) return { isFolder: true, size: 0, modifiedAt: 0 }
    const file = this.nodes.get(trimmed(path))
    if (file === undefined) throw new FileFault('missing', action, path)
    return { isFolder: file.bytes === undefined, size: file.bytes?.length ?? 0, modifiedAt: file.modifiedAt }
  }

  /** A new temporary file. `suffix` comes with its dot, or is empty. */
  addTemporary(bytes: Bytes, suffix: string): string {
    return this.add(TEMPORARY, bytes, suffix)
  }

  /** A new file that is kept, without a name of the user's. */
  addSaved(bytes: Bytes, suffix: string): string {
    return this.add(SAVED, bytes, suffix)
  }

  /** Where the browser finds the file; undefined when there is none. */
  addressOf(path: string, type: string): string | undefined {
    const bytes = this.nodes.get(path)?.bytes
    if (bytes === undefined) return undefined
    const address = this.addresses.get(path) ?? URL.createObjectURL(new Blob([bytes], { type }))
    this.addresses.set(path, address)
    return address
  }

  private add(start: string, bytes: Bytes, suffix: string): string {
    this.count += 1
    const path = `${start}${Date.now().toString(36)}${this.count.toString(36).padStart(4, '0')}${suffix}`
    this.set(path, { bytes, modifiedAt: Date.now() })
    return path
  }

  private has(path: string): boolean {
    return path === USER_DATA_PATH || this.nodes.has(trimmed(path))
  }

  private isFolder(path: string): boolean {
    if (path === USER_DATA_PATH) return true
    const file = this.nodes.get(trimmed(path))
    return file !== undefined && file.bytes === undefined
  }

  private refuseForeign(path: string, action: string): void {
    const parts = path.split('/')
    if (!path.startsWith(`${USER_DATA_PATH}/`) || parts.includes('..')) throw new FileFault('forbidden', action, path)
  }

  private set(path: string, file: KeptFile | undefined): void {
    const address = this.addresses.get(path)
    if (address !== undefined) URL.revokeObjectURL(address)
    this.addresses.delete(path)
    if (file === undefined) this.nodes.delete(path)
    else this.nodes.set(path, file)
    if (isKept(path)) this.writing = Promise.all([this.writing, this.box.put(path, file)])
  }
}

const sizeOf = (path: string, file: KeptFile) => (isKept(path) ? (file.bytes?.length ?? 0) : 0)
