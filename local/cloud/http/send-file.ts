import type { IncomingMessage } from 'node:http'
import { pipeline } from 'node:stream/promises'
import type { FileStore, StoredFile } from '../storage/file-store'
import { mediaTypeOf } from '../storage/media-type'
import { type ByteRange, byteRangeOf } from './byte-range'
import type { Exchange } from './route'

/** Answers GET and HEAD with a file or a part of it, as a player needs it to jump within a film. */
export async function sendFile(files: FileStore, file: StoredFile, exchange: Exchange): Promise<void> {
  const { request, response } = exchange
  const tag = `"${file.blob}"`
  const headers = headersOf(file, tag)
  if (request.headers['if-none-match'] === tag) {
    response.writeHead(304, headers).end()
    return
  }
  const range = byteRangeOf(rangeWanted(request, tag) ?? '', file.bytes)
  if (range === 'outside') {
    response.writeHead(416, { ...headers, 'content-range': `bytes */${file.bytes}` }).end()
    return
  }
  await sendPart(files, file, exchange, { headers, range: range === 'whole' ? undefined : range })
}

interface Part {
  headers: Record<string, string>
  range: ByteRange | undefined
}

async function sendPart(files: FileStore, file: StoredFile, { request, response }: Exchange, { headers, range }: Part) {
  const { start, end } = range ?? { start: 0, end: file.bytes - 1 }
  response.writeHead(range ? 206 : 200, {
    ...headers,
    'content-length': end - start + 1,
    ...(range && { 'content-range': `bytes ${start}-${end}/${file.bytes}` }),
  })
  if (request.method === 'HEAD' || file.bytes === 0) response.end()
  else await pipeline(files.read(file, { start, end }), response)
}

/** Half of an older file and half of a newer one would be neither. */
const rangeWanted = ({ headers }: IncomingMessage, tag: string): string | undefined =>
  headers['if-range'] === undefined || headers['if-range'] === tag ? headers.range : undefined

const headersOf = (file: StoredFile, tag: string): Record<string, string> => ({
  'content-type': mediaTypeOf(file.path),
  'accept-ranges': 'bytes',
  etag: tag,
  'cache-control': 'private, no-cache',
  'x-content-type-options': 'nosniff',
  // A file is somebody's upload: opened as a page it must not act as one of ours.
  'content-security-policy': "sandbox; default-src 'none'",
})
