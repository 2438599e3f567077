import type { Bytes } from './file-system'

interface Encoding {
  encode(text: string): Bytes
  decode(bytes: Bytes): string
}

const codes = (bytes: Bytes) => Array.from(bytes, byte => String.fromCharCode(byte)).join('')
const latin1: Encoding = { encode: text => Uint8Array.from(text, unit => unit.charCodeAt(0)), decode: codes }
const utf8: Encoding = {
  encode: text => new Uint8Array(new TextEncoder().encode(text)),
  decode: bytes => new TextDecoder().decode(bytes),
}
const utf16: Encoding = {
  encode: text => new Uint8Array(Uint16Array.from(text.split(''), unit => unit.charCodeAt(0)).buffer),
  decode: bytes => new TextDecoder('utf-16le').decode(bytes),
}

const ENCODINGS: Record<string, Encoding> = {
  ascii: latin1,
  binary: latin1,
  latin1,
  base64: { encode: text => latin1.encode(atob(text)), decode: bytes => btoa(codes(bytes)) },
  hex: {
    encode: text => Uint8Array.from(text.match(/../g) ?? [], pair => Number.parseInt(pair, 16)),
    decode: bytes => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join(''),
  },
  'utf-8': utf8,
  utf8,
  ucs2: utf16,
  'ucs-2': utf16,
  utf16le: utf16,
  'utf-16le': utf16,
}

/** undefined for a name the platform does not know */
export const encodingOf = (name: string): Encoding | undefined => ENCODINGS[name]
