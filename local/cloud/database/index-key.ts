import { type BsonValue, ObjectId } from './values/bson'
import { encodeValue } from './values/ejson'
import { rankOf } from './values/order'

/** +1 ascending, -1 descending. */
export type Direction = 1 | -1

/**
 * Bytes that compare as the values do, so that SQLite can hold and walk an index it does not understand.
 * No encoding is the beginning of another one, which lets the parts of a compound key simply follow each other.
 * Objects and whole arrays are only good for equality: their bytes do not follow MongoDB's order.
 */
export function keyPart(value: BsonValue | undefined): Buffer {
  const rank = Buffer.of(rankOf(value))
  if (value === undefined || value === null) return rank
  if (typeof value === 'number') return Buffer.concat([rank, numberBytes(value)])
  if (typeof value === 'boolean') return Buffer.concat([rank, Buffer.of(Number(value))])
  if (value instanceof Date) return Buffer.concat([rank, numberBytes(value.getTime())])
  if (value instanceof ObjectId) return Buffer.concat([rank, Buffer.from(value.hex, 'hex')])
  return Buffer.concat([rank, textBytes(typeof value === 'string' ? value : encodeValue(value)), TEXT_END])
}

const TEXT_END = Buffer.of(0, 1)

/** The bytes with which the keys of all strings with this beginning begin. */
export const textBeginning = (text: string): Buffer => Buffer.concat([Buffer.of(rankOf(text)), textBytes(text)])

export const rankByte = (value: BsonValue): Buffer => Buffer.of(rankOf(value))

/** A zero byte is followed by 255, so that the end mark (0, 1) sorts before any longer text. */
function textBytes(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8')
  if (!bytes.includes(0)) return bytes
  return Buffer.from([...bytes].flatMap(byte => (byte === 0 ? [0, 255] : [byte])))
}

/** IEEE 754 big-endian with the sign turned, so that bytes sort as numbers; NaN comes first. */
function numberBytes(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  if (Number.isNaN(value)) return bytes
  bytes.writeDoubleBE(value === 0 ? 0 : value)
  if (value < 0) return inverted(bytes)
  bytes.writeUInt8(bytes.readUInt8(0) | 0x80, 0)
  return bytes
}

const inverted = (bytes: Uint8Array): Buffer => Buffer.from(bytes.map(byte => 255 - byte))

export const directed = (bytes: Buffer, direction: Direction): Buffer => (direction === 1 ? bytes : inverted(bytes))

/** The least bytes that come after everything beginning with these; undefined when there are none. */
export function after(bytes: Uint8Array): Buffer | undefined {
  let length = bytes.length
  while (length > 0 && bytes[length - 1] === 255) length--
  if (length === 0) return undefined
  const next = Buffer.from(bytes.subarray(0, length))
  next.writeUInt8(next.readUInt8(length - 1) + 1, length - 1)
  return next
}
