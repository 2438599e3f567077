export interface ByteRange {
  /** the first and the last byte */
  start: number
  end: number
}

/**
 * What a `Range` header asks of a file.
 * @returns 'whole' for none, for several at once and for what cannot be read; 'outside' when no byte of it is there
 */
export function byteRangeOf(header: string, bytes: number): ByteRange | 'whole' | 'outside' {
  const suffix = /^bytes=-(\d+)$/.exec(header)?.[1]
  if (suffix !== undefined) return within({ start: Math.max(0, bytes - Number(suffix)), end: bytes - 1 }, bytes)
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(header) ?? []
  if (first === undefined) return 'whole'
  const [start, end] = [Number(first), Number(last || Infinity)]
  return end < start ? 'whole' : within({ start, end: Math.min(end, bytes - 1) }, bytes)
}

const within = (range: ByteRange, bytes: number): ByteRange | 'outside' =>
  range.start < bytes && range.start <= range.end ? range : 'outside'
