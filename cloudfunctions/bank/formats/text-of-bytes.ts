const UTF16_LE = [0xff, 0xfe]
const UTF16_BE = [0xfe, 0xff]

const begins = (bytes: Uint8Array, mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte)

const decoded = (bytes: Uint8Array, encoding: string): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** Half of the bytes of western letters are zero in UTF-16, whichever half says in which order. */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  if (bytes.length % 2 !== 0 || !bytes.includes(0)) return null
  const zeros = [0, 0]
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  return even > odd ? 'utf-16be' : 'utf-16le'
}

/** Chinese of everyday texts lies in the first level of GB 2312; what decodes to other things was something else. */
const EVERYDAY =
  /^[\t\n\r\x20-\x7e\u2010-\u2027\u2030-\u204a\u00b0-\u00d7\u3000-\u3020\u4e00-\u9fa5\uff01-\uff5e\u2460-\u2473\u0391-\u03c9]*$/

/**
 * A text file in UTF-8, in UTF-16, or in GBK as older systems here write it, with line ends as \n; null where none of
 * them is certain.
 */
export function textOfBytes(bytes: Uint8Array): string | null {
  const text = begins(bytes, UTF16_LE)
    ? decoded(bytes, 'utf-16le')
    : begins(bytes, UTF16_BE)
      ? decoded(bytes, 'utf-16be')
      : withoutMark(bytes)
  return text === null ? null : text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n')
}

function withoutMark(bytes: Uint8Array): string | null {
  const utf16 = unmarkedUtf16(bytes)
  if (utf16 !== null) return decoded(bytes, utf16)
  const utf8 = decoded(bytes, 'utf-8')
  if (utf8 !== null) return utf8
  const gbk = decoded(bytes, 'gbk')
  return gbk !== null && EVERYDAY.test(gbk) ? gbk : null
}
