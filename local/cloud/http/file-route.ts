import { pipeline } from 'node:stream/promises'
import type { CloudClock } from '../clock'
import { type FileStore, refuseOddPath } from '../storage/file-store'
import { mediaTypeOf } from '../storage/media-type'
import { HttpRefusal } from './refusal'
import type { Exchange, Route } from './route'

export const FILE_ADDRESSES = '/cos/'

/** Where the bytes of files go in and out, each time with a permission the gateway handed out. */
export function fileRoute(files: FileStore, clock: CloudClock): Route {
  return {
    PUT: async ({ request, response, url }) => {
      const path = pathOf(url)
      const until = Number(request.headers['x-cos-security-token'])
      const signature = String(request.headers['authorization'])
      refuseUnsigned(files, clock, { use: 'put', path, until, signature })
      await files.keep(path, request)
      // The SDK takes any text in the answer for a refusal.
      response.writeHead(200, { 'content-length': 0 }).end()
    },
    GET: async exchange => {
      const path = pathOf(exchange.url)
      const { searchParams } = exchange.url
      const [until, signature] = [Number(searchParams.get('t')), searchParams.get('sign') ?? '']
      refuseUnsigned(files, clock, { use: 'get', path, until, signature })
      await send(files, path, exchange)
    },
  }
}

interface Permission {
  use: 'put' | 'get'
  path: string
  until: number
  signature: string
}

function refuseUnsigned(files: FileStore, clock: CloudClock, { use, path, until, signature }: Permission): void {
  if (!files.isSigned(use, path, until, signature)) throw new HttpRefusal(403, 'AccessDenied')
  if (until * 1000 < clock.now()) throw new HttpRefusal(403, 'Request has expired')
}

function pathOf(url: URL): string {
  try {
    return refuseOddPath(decodeURIComponent(url.pathname.slice(FILE_ADDRESSES.length)))
  } catch {
    throw new HttpRefusal(400, 'invalid cloud path')
  }
}

async function send(files: FileStore, path: string, { response }: Exchange): Promise<void> {
  const file = files.find(path)
  if (!file) throw new HttpRefusal(404, 'NoSuchKey')
  response.writeHead(200, {
    'content-type': mediaTypeOf(path),
    'content-length': file.bytes,
    'x-content-type-options': 'nosniff',
    // A file is somebody's upload: opened as a page it must not act as one of ours.
    'content-security-policy': "sandbox; default-src 'none'",
  })
  await pipeline(files.read(file), response)
}
