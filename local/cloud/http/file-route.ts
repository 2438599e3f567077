import { CloudError } from '../cloud-error'
import { type FileAddresses, pathOf } from '../storage/file-addresses'
import type { FileStore } from '../storage/file-store'
import { contentOf, dropBody } from './body'
import { HttpRefusal } from './refusal'
import type { Exchange, Handler, Route } from './route'
import { sendFile } from './send-file'

/** What a function's temporary disk can hold. */
const MOST_BYTES = 512 * 1024 * 1024

/** Where the bytes of files go in and out, each time with a permission the gateway handed out. */
export function fileRoute(files: FileStore, addresses: FileAddresses): Route {
  const send: Handler = async exchange => {
    const path = namedPath(exchange)
    const { searchParams } = exchange.url
    const refusal = addresses.refusalOf('get', path, Number(searchParams.get('t')), searchParams.get('sign') ?? '')
    if (refusal !== undefined) throw new HttpRefusal(403, refusal)
    const file = files.find(path)
    if (!file) throw new HttpRefusal(404, 'NoSuchKey')
    await sendFile(files, file, exchange)
  }
  return { GET: send, HEAD: send, PUT: exchange => receive(files, addresses, exchange) }
}

async function receive(files: FileStore, addresses: FileAddresses, exchange: Exchange): Promise<void> {
  const { request, response } = exchange
  const path = namedPath(exchange)
  const until = Number(request.headers['x-cos-security-token'])
  const refusal = addresses.refusalOf('put', path, until, String(request.headers['authorization']))
  if (refusal !== undefined) throw new HttpRefusal(403, refusal)
  try {
    await files.keep(path, contentOf(request), MOST_BYTES)
  } catch (thrown) {
    if (!(thrown instanceof CloudError)) throw thrown
    await dropBody(request)
    throw new HttpRefusal(413, 'EntityTooLarge')
  }
  // The SDK takes any text in the answer for a refusal.
  response.writeHead(200, { 'content-length': 0 }).end()
}

function namedPath({ url }: Exchange): string {
  const path = pathOf(url)
  if (path === undefined) throw new HttpRefusal(400, 'invalid cloud path')
  return path
}
