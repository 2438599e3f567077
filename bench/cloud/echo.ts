import { Agent, request } from 'node:http'
import type { Exchange } from './sdk'

const agent = new Agent({ keepAlive: true, maxSockets: 1 })

/** One bare request on one kept connection, with an answer of the same size. */
export function echo(url: string, { request: body, answerBytes }: Exchange): Promise<void> {
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'x-answer-bytes': answerBytes,
  }
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, response => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.on('end', () => {
        JSON.parse(Buffer.concat(chunks).toString())
        resolve()
      })
    })
    sent.on('error', reject).end(body)
  })
}

export const hangUp = (): void => {
  agent.destroy()
}
