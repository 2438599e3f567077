import { crc32 } from 'node:zlib'
import { toBuffer } from 'qrcode'
import * as v from 'valibot'
import { refusalOf } from './content-checks'
import type { OpenApiAnswer, Parameters } from './messages'

const Wanted = v.object({
  scene: v.string(),
  page: v.optional(v.string(), ''),
  width: v.optional(v.pipe(v.number(), v.integer(), v.minValue(280), v.maxValue(1280)), 430),
})

const SCENE = /^[\w!#$&'()*+,/:;=?@.~-]{1,32}$/
const PAGE = /^([\w-]+(\/[\w-]+)*)?$/

/**
 * `wxacode.getUnlimited`: a QR code of page and scene in place of the platform's round one, which nobody else can draw. Any
 * scanner reads it; for programs the same stands in the PNG's text chunk `mini-program-code`, as JSON.
 */
export async function drawCode(parameters: Parameters): Promise<OpenApiAnswer> {
  const parsed = v.safeParse(Wanted, parameters)
  if (!parsed.success) return json(refusalOf(40_097, 'invalid args'))
  const { scene, page, width } = parsed.output
  if (!SCENE.test(scene)) return json(refusalOf(40_129, 'invalid scene'))
  if (!PAGE.test(page)) return json(refusalOf(41_030, 'invalid page'))
  return { kind: 'file', contentType: 'image/png', bytes: await pictureOf(width, JSON.stringify({ page, scene })) }
}

const json = (content: Record<string, unknown>): OpenApiAnswer => ({ kind: 'json', content })

async function pictureOf(width: number, text: string): Promise<Buffer> {
  const png = await toBuffer(text, { type: 'png', width, margin: 2, color: { dark: '#0b4f3aff' }, ...PLAIN })
  const end = png.length - END_BYTES
  return Buffer.concat([png.subarray(0, end), textChunk(text), png.subarray(end)])
}

/** Trying every filter on every line takes long and makes a picture of squares no smaller. */
const PLAIN = { rendererOpts: { deflateLevel: 6, filterType: 0 } }

/** The length of a PNG's last chunk, which has no content. */
const END_BYTES = 12

function textChunk(text: string): Buffer {
  const body = Buffer.from(`tEXtmini-program-code\0${text}`, 'latin1')
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
