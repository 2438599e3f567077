import { Resvg } from '@resvg/resvg-js'
import * as v from 'valibot'
import { crc32 } from 'node:zlib'
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
 * `wxacode.getUnlimited`: a plain green picture of the wanted size. It cannot be scanned: page and scene are written
 * in the PNG's text chunk `mini-program-code` as JSON, for programs to read.
 */
export function drawCode(parameters: Parameters): OpenApiAnswer {
  const parsed = v.safeParse(Wanted, parameters)
  if (!parsed.success) return json(refusalOf(40_097, 'invalid args'))
  const { scene, page, width } = parsed.output
  if (!SCENE.test(scene)) return json(refusalOf(40_129, 'invalid scene'))
  if (!PAGE.test(page)) return json(refusalOf(41_030, 'invalid page'))
  return { kind: 'file', contentType: 'image/png', bytes: pictureOf(width, JSON.stringify({ page, scene })) }
}

const json = (content: Record<string, unknown>): OpenApiAnswer => ({ kind: 'json', content })

function pictureOf(width: number, text: string): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}">
    <rect width="100%" height="100%" fill="#fff"/><circle cx="50%" cy="50%" r="40%" fill="#07c160"/></svg>`
  const png = new Resvg(svg, { font: { loadSystemFonts: false } }).render().asPng()
  const end = png.length - END_BYTES
  return Buffer.concat([png.subarray(0, end), textChunk(text), png.subarray(end)])
}

/** The length of a PNG's last chunk, which has no content. */
const END_BYTES = 12

function textChunk(text: string): Buffer {
  const body = Buffer.from(`tEXtmini-program-code\0${text}`, 'latin1')
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length - 4)
  sum.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, sum])
}
