import { isRecord } from '../engine/instance'
import { jsonOf } from '../json'
import { pack, unpack } from './packed-text'

const KEY_LIMIT_BYTES = 1024 * 1024
const LIMIT_BYTES = 10 * KEY_LIMIT_BYTES
const PACK_FROM_BYTES = 1024

const PACK_HEADER_BYTES = 32

const utf8 = new TextEncoder()
const bytesOf = (text: string) => utf8.encode(text).length

function encode(value: unknown): string {
  return value instanceof Date ? `{"date":${value.getTime()}}` : `{"data":${jsonOf(value) ?? 'null'}}`
}

function decode(text: string): unknown {
  const stored: unknown = JSON.parse(text)
  if (!isRecord(stored)) return ''
  return typeof stored.date === 'number' ? new Date(stored.date) : stored.data
}

/** The storage of one person's telephone: 1 MB a key, 10 MB in all, kept over reloads. */
export class PersonStorage {
  private readonly prefix: string

  constructor(
    persona: string,
    private readonly box: Storage,
  ) {
    this.prefix = `phone:${persona}:`
  }

  /** undefined when nothing is stored */
  get(key: string): unknown {
    const stored = this.box.getItem(this.prefix + key)
    return stored === null ? undefined : decode(unpack(stored))
  }

  /** @throws when a limit of the platform is passed */
  set(key: string, value: unknown): void {
    const text = encode(value)
    const size = bytesOf(text)
    if (size > KEY_LIMIT_BYTES) throw new Error('entry size limit reached')
    const others = this.keys().filter(other => other !== key)
    const used = others.reduce((sum, other) => sum + this.sizeOf(other), size + this.nameSize(key))
    if (used > LIMIT_BYTES) throw new Error('exceed storage max size 10Mb')
    this.box.setItem(this.prefix + key, size >= PACK_FROM_BYTES ? pack(text) : text)
  }

  remove(key: string): void {
    this.box.removeItem(this.prefix + key)
  }

  clear(): void {
    for (const key of this.keys()) this.remove(key)
  }

  keys(): string[] {
    return Object.keys(this.box)
      .filter(key => key.startsWith(this.prefix))
      .map(key => key.slice(this.prefix.length))
  }

  /** sizes in KB */
  info(): { keys: string[]; currentSize: number; limitSize: number } {
    const keys = this.keys()
    const bytes = keys.reduce((sum, key) => sum + this.sizeOf(key), 0)
    return { keys, currentSize: Math.ceil(bytes / 1024), limitSize: LIMIT_BYTES / 1024 }
  }

  private sizeOf(key: string): number {
    return bytesOf(unpack(this.box.getItem(this.prefix + key) ?? '')) + this.nameSize(key)
  }

  // Names count too: the browser has no more room than these 10 MB for names and values together.
  private nameSize(key: string): number {
    return 2 * (this.prefix.length + key.length) + PACK_HEADER_BYTES
  }
}
