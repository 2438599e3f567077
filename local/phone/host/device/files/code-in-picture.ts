import { isRecord } from '../../engine/instance'

const SIGNATURE = 8
/** A chunk has its length before its type, and a sum after its content. */
const AROUND = 12
const KEYWORD = 'mini-program-code'

/** What the local cloud wrote beside the dots of a mini-program code: page and scene. */
interface DrawnCode {
  page: string
  scene: string
}

function* textsIn(bytes: Uint8Array<ArrayBuffer>): Generator<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const latin = new TextDecoder('latin1')
  for (let at = SIGNATURE; at + AROUND <= bytes.length;) {
    const length = view.getUint32(at)
    const type = latin.decode(bytes.subarray(at + 4, at + 8))
    if (type === 'tEXt') yield latin.decode(bytes.subarray(at + 8, at + 8 + length))
    at += AROUND + length
  }
}

function parsed(text: string): DrawnCode | undefined {
  const code: unknown = JSON.parse(text)
  if (!isRecord(code) || typeof code.page !== 'string' || typeof code.scene !== 'string') return undefined
  return { page: code.page, scene: code.scene }
}

/** The mini-program code that this picture is; undefined for every other picture, also one that shows a code among other things. */
export async function codeIn(picture: Blob): Promise<DrawnCode | undefined> {
  for (const text of textsIn(new Uint8Array(await picture.arrayBuffer()))) {
    const [keyword, content = ''] = text.split('\0')
    if (keyword === KEYWORD) return parsed(content)
  }
  return undefined
}
