import { codeIn } from '../device/files/code-in-picture'
import { askScanner, type ScannerWish } from '../screen/scanner'
import { type Options, WxFailure } from './asynchronous'
import type { Family, Phone } from './phone'

/** What a typed text passes for, the first that is wanted. */
const TEXT_CODES = [
  ['qrCode', 'QR_CODE'],
  ['barCode', 'CODE_128'],
  ['datamatrix', 'DATA_MATRIX'],
  ['pdf417', 'PDF_417'],
] as const

const DEFAULT_TYPES = ['barCode', 'qrCode', 'wxCode']

const rawOf = (text: string) => btoa(String.fromCharCode(...new TextEncoder().encode(text)))

/** A code of this mini-program has a path and no text, any other a text and no path. */
const answerOf = (scanType: string, { result = '', path }: { result?: string; path?: string }) => ({
  ...{ scanType, result, charSet: 'UTF-8', rawData: rawOf(path ?? result) },
  ...(path === undefined ? {} : { path }),
})

async function fromAlbum({ choice }: Phone): Promise<object | undefined> {
  const [picture] = await choice.choose({ accept: 'image/*', most: 1 })
  const code = picture && (await codeIn(picture))
  return code && answerOf('WX_CODE', { path: `${code.page}?scene=${encodeURIComponent(code.scene)}` })
}

async function scan(phone: Phone, options: Options): Promise<object> {
  const wanted: unknown[] = Array.isArray(options.scanType) ? options.scanType : DEFAULT_TYPES
  const wish: ScannerWish<object> = {}
  const [, text] = TEXT_CODES.find(([type]) => wanted.includes(type)) ?? []
  if (text !== undefined) wish.fromText = result => answerOf(text, { result })
  if (wanted.includes('wxCode') && options.onlyFromCamera !== true) wish.fromPicture = () => fromAlbum(phone)
  const found = await askScanner(phone.overlays, wish)
  if (found === undefined) throw new WxFailure('cancel')
  return found
}

export function scanFamily(phone: Phone): Family {
  return { scanCode: phone.asynchronous.make('scanCode', options => scan(phone, options)) }
}
