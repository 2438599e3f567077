import { createServer } from 'node:http'
import * as cloud from 'wx-server-sdk'
import { instanceVariables } from '../../local/cloud/functions/identity'
import { COLLECTION } from './documents'

type Database = ReturnType<typeof cloud.database>

/** The unmodified SDK in this process, as it is inside a function, on one connection. */
export function connect(url: string): Database {
  pointAt(url)
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true, throwOnNotFound: true })
  return cloud.database()
}

/** The SDK reads its address anew at every request. */
function pointAt(url: string): void {
  Object.assign(process.env, instanceVariables(`${url}/admin`, {}))
}

/** What the SDK asks, of a collection of the bench. */
export const operations: Record<string, (database: Database, id: string, turn: number) => unknown> = {
  'point read': (database, id) => database.collection(COLLECTION).doc(id).get(),
  inc: (database, id) =>
    database
      .collection(COLLECTION)
      .doc(id)
      .update({ data: { score: database.command.inc(1) } }),
  add: (database, id, turn) => database.collection(COLLECTION).add({ data: { person: id, startedAt: turn, code: id } }),
}

/** What went over the wire for one request. */
export interface Exchange {
  request: string
  answerBytes: number
}

/** Runs the work through a tap that notes its one request, and points the SDK back. */
export async function tapped(url: string, work: () => unknown): Promise<Exchange> {
  const noted: Exchange = { request: '', answerBytes: 0 }
  const tap = createServer((request, response) => {
    void forward(request, `${url}${request.url ?? ''}`, noted).then(answer => {
      response.setHeader('content-type', 'application/json')
      response.end(answer)
    })
  })
  await new Promise<void>(resolve => tap.listen(0, '127.0.0.1', resolve))
  const address = tap.address()
  if (address !== null && typeof address === 'object') pointAt(`http://127.0.0.1:${address.port}`)
  await work()
  pointAt(url)
  tap.closeAllConnections()
  tap.close()
  return noted
}

async function forward(request: AsyncIterable<unknown>, url: string, noted: Exchange): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (chunk instanceof Buffer) chunks.push(chunk)
  noted.request = Buffer.concat(chunks).toString()
  const headers = { 'content-type': 'application/json' }
  const answer = await (await fetch(url, { method: 'POST', headers, body: noted.request })).text()
  noted.answerBytes = Buffer.byteLength(answer)
  return answer
}
