const PACKED = '\u0001'
const BYTE = 8
const LOW = 0xff

/**
 * A browser gives each site about five million characters, whatever they are. Text is kept as its UTF-8 bytes, two to a
 * character, so that what a telephone holds (10 MB) fits.
 */
export function pack(text: string): string {
  const bytes = new TextEncoder().encode(text)
  const units: string[] = []
  for (let at = 0; at < bytes.length; at += 2)
    units.push(String.fromCharCode(((bytes[at] ?? 0) << BYTE) | (bytes[at + 1] ?? 0)))
  return `${PACKED}${bytes.length}${PACKED}${units.join('')}`
}

export function unpack(stored: string): string {
  if (!stored.startsWith(PACKED)) return stored
  const end = stored.indexOf(PACKED, 1)
  const bytes = new Uint8Array(Number(stored.slice(1, end)))
  for (let at = 0; at < bytes.length; at += 1) {
    const unit = stored.charCodeAt(end + 1 + (at >> 1))
    bytes[at] = at % 2 === 0 ? unit >> BYTE : unit & LOW
  }
  return new TextDecoder().decode(bytes)
}
