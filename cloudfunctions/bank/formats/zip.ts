import { strFromU8, unzipSync, zipSync } from 'fflate'

/** Bytes that a file may swell to, all its entries together. */
const LARGEST = 40 * 1024 * 1024
const MOST_ENTRIES = 6000

export type Entries = Readonly<Record<string, Uint8Array>>

/** What is packed in there; null where it is no zip file, or one that would swell beyond measure. */
export function unpack(bytes: Uint8Array): Entries | null {
  let [size, count] = [0, 0]
  try {
    const entries = unzipSync(bytes, {
      filter({ originalSize }) {
        size += originalSize
        count += 1
        if (size > LARGEST || count > MOST_ENTRIES) throw new RangeError('too large')
        return true
      },
    })
    return entries
  } catch {
    return null
  }
}

export const pack = (entries: Entries): Uint8Array => zipSync({ ...entries }, { mtime: new Date(2000, 0, 1) })

/** The same without compression, for readers that trust the sizes a file says it has. */
export const repack = (entries: Entries): Uint8Array => zipSync({ ...entries }, { level: 0 })

/** Empty where there is none. */
export const entryText = (entry: Uint8Array | undefined): string =>
  entry ? strFromU8(entry).replace(/^\ufeff/, '') : ''
