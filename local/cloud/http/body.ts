import type { IncomingMessage } from 'node:http'
import { HttpRefusal } from './refusal'

/** A body beyond this is not even read to its end. */
const MOST_PATIENCE = 64 * 1024 * 1024

/** @throws HttpRefusal 413 when the body has more bytes than this */
export async function readBody(request: IncomingMessage, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of request) {
    if (!(chunk instanceof Uint8Array)) throw new HttpRefusal(400, 'not a binary body')
    bytes += chunk.length
    // The rest is read and dropped, so that the sender is ready to hear the refusal.
    if (bytes <= mostBytes) chunks.push(Buffer.from(chunk))
    if (bytes > MOST_PATIENCE) break
  }
  if (bytes > mostBytes) throw new HttpRefusal(413, `the body is larger than ${mostBytes} bytes`)
  return Buffer.concat(chunks)
}

/** The body as it comes. Who stops reading it leaves the connection open for an answer. */
export const contentOf = (request: IncomingMessage): AsyncIterable<unknown> =>
  request.iterator({ destroyOnReturn: false })

/** Reads on and drops what comes, so that the sender is ready to hear why. */
export async function dropBody(request: IncomingMessage): Promise<void> {
  await readBody(request, 0).catch(() => undefined)
}

/** @throws HttpRefusal 400 for a body that is not JSON */
export async function readJson(request: IncomingMessage, mostBytes: number): Promise<unknown> {
  const body = await readBody(request, mostBytes)
  try {
    return JSON.parse(body.toString('utf8'))
  } catch {
    throw new HttpRefusal(400, 'the body is not JSON')
  }
}
