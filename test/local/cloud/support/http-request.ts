import { request } from 'node:http'

export interface Received {
  status: number
  headers: Record<string, string | string[] | undefined>
  text: string
}

interface Sent {
  method?: string
  headers?: Record<string, string>
  body?: string | Buffer
  /** break the connection off this many milliseconds after the body, which is then not ended */
  cutAfter?: number
}

/** One plain request, with whatever headers the test wants, `host` and `origin` included. */
export function send(url: string, { method = 'GET', headers = {}, body, cutAfter }: Sent = {}): Promise<Received> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers: { connection: 'close', ...headers } }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8')
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text })
      })
      response.on('error', reject)
    })
    outgoing.on('error', reject)
    if (cutAfter === undefined) outgoing.end(body)
    else {
      outgoing.write(body)
      setTimeout(() => outgoing.destroy(), cutAfter)
    }
  })
}

export async function sendJson(url: string, content: unknown, headers: Record<string, string> = {}): Promise<unknown> {
  const body = JSON.stringify(content)
  const { text } = await send(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  })
  return JSON.parse(text)
}
