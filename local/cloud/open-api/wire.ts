/** One field of a protobuf message; numbers of wire types the open APIs do not use are not read. */
export interface WireField {
  number: number
  value: number | Buffer
}

const VARINT = 0
const DELIMITED = 2

/**
 * Reads the fields of a protobuf message, in their order.
 * @throws Error for bytes that are no such message
 */
export function readFields(bytes: Buffer): WireField[] {
  const fields: WireField[] = []
  let at = 0
  while (at < bytes.length) {
    const key = readVarint(bytes, at)
    const first = readVarint(bytes, key.end)
    const number = key.value >>> 3
    if ((key.value & 7) === VARINT) {
      fields.push({ number, value: first.value })
      at = first.end
    } else if ((key.value & 7) === DELIMITED) {
      at = first.end + first.value
      if (at > bytes.length) throw new Error('the message ends inside a field')
      fields.push({ number, value: bytes.subarray(first.end, at) })
    } else throw new Error('a field of an unknown kind')
  }
  return fields
}

function readVarint(bytes: Buffer, start: number): { value: number; end: number } {
  let value = 0
  for (let at = start; at < bytes.length && at < start + 5; at++) {
    const byte = bytes[at] ?? 0
    value += (byte & 0x7f) * 2 ** (7 * (at - start))
    if (byte < 0x80) return { value, end: at + 1 }
  }
  throw new Error('a number without an end')
}

export const bytesField = (number: number, content: Buffer | string): Buffer => {
  const bytes = Buffer.from(content)
  return Buffer.concat([varint(BigInt(number * 8 + DELIMITED)), varint(BigInt(bytes.length)), bytes])
}

/** Negative numbers take ten bytes, as protobuf's int32 does. */
export const numberField = (number: number, value: number): Buffer =>
  Buffer.concat([varint(BigInt(number * 8 + VARINT)), varint(BigInt.asUintN(64, BigInt(value)))])

function varint(value: bigint): Buffer {
  const bytes: number[] = []
  let rest = value
  do {
    const low = Number(rest & 0x7fn)
    rest >>= 7n
    bytes.push(rest > 0n ? low | 0x80 : low)
  } while (rest > 0n)
  return Buffer.from(bytes)
}
