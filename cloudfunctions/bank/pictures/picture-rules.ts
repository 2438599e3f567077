import { createHash } from 'node:crypto'
import { LARGEST_PICTURE, PICTURE_SIDES, type PictureFault } from '../../../miniprogram/contract/question-pictures'

export interface PictureFacts {
  /** How the name of a file of its kind ends. */
  ending: 'jpg' | 'png' | 'webp'
  type: 'image/jpeg' | 'image/png' | 'image/webp'
  /** px */
  width: number
  height: number
}

type Size = Pick<PictureFacts, 'width' | 'height'>

const text = (bytes: Buffer, from: number, to: number): string => bytes.subarray(from, to).toString('latin1')

const PNG = '\u0089PNG\r\n\u001a\n'

const pngSize = (bytes: Buffer): Size | null =>
  text(bytes, 0, 8) === PNG && text(bytes, 12, 16) === 'IHDR' && bytes.length >= 24
    ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
    : null

/** Frames of every way to code a JPEG; the numbers between them are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc

/** Goes from segment to segment up to the frame, which says the size. */
function jpegSize(bytes: Buffer): Size | null {
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0
    if (isFrame(marker)) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    // Any number of 0xff may stand before a marker.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2)
  }
  return null
}

const CODED_SIZE = 0x3fff

/** The three forms of WebP: lossy, lossless, and with more than a picture inside. */
const WEBP_SIZES: Readonly<Record<string, (bytes: Buffer) => Size>> = {
  'VP8 ': bytes => ({ width: bytes.readUInt16LE(26) & CODED_SIZE, height: bytes.readUInt16LE(28) & CODED_SIZE }),
  VP8L(bytes) {
    const bits = bytes.readUInt32LE(21)
    return { width: (bits & CODED_SIZE) + 1, height: ((bits >>> 14) & CODED_SIZE) + 1 }
  },
  VP8X: bytes => ({ width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 }),
}

function webpSize(bytes: Buffer): Size | null {
  const isWebp = text(bytes, 0, 4) === 'RIFF' && text(bytes, 8, 12) === 'WEBP' && bytes.length >= 30
  return isWebp ? (WEBP_SIZES[text(bytes, 12, 16)]?.(bytes) ?? null) : null
}

/** What the bytes say they are, whatever the file is called; null for anything but JPEG, PNG and WebP. */
export function factsOfPicture(bytes: Buffer): PictureFacts | null {
  const [png, jpeg, webp] = [pngSize(bytes), jpegSize(bytes), webpSize(bytes)]
  if (png) return { ending: 'png', type: 'image/png', ...png }
  if (jpeg) return { ending: 'jpg', type: 'image/jpeg', ...jpeg }
  return webp && { ending: 'webp', type: 'image/webp', ...webp }
}

const isOdd = ({ width, height }: Size): boolean =>
  Math.min(width, height) < PICTURE_SIDES.least || Math.max(width, height) > PICTURE_SIDES.most

/** The facts of a picture that the bank may take, or why it may not. */
export function judgedPicture(bytes: Buffer): PictureFacts | PictureFault {
  if (bytes.length > LARGEST_PICTURE) return 'picture-too-large'
  const facts = factsOfPicture(bytes)
  if (facts === null) return 'picture-unreadable'
  return isOdd(facts) ? 'picture-odd-size' : facts
}

/** The folder that every phone may read and no person's deletion touches. */
const FOLDER = 'bank'
const NAME_LENGTH = 20

/** A name by the content: it tells no answer, and the same picture lies there once, for all versions that show it. */
export const placeOf = (bytes: Buffer, { ending }: PictureFacts): string =>
  `${FOLDER}/${createHash('sha256').update(bytes).digest('hex').slice(0, NAME_LENGTH)}.${ending}`

const BANK_FILE = /^cloud:\/\/[^/]+\/(bank\/[0-9a-f]{20}\.(?:jpg|png|webp))$/

/** Where a file of the bank lies in the storage; null for any other file. */
export const placeIn = (fileId: string): string | null => BANK_FILE.exec(fileId)?.[1] ?? null
