import type { ServerResponse } from 'node:http'

/** A content type of its own: the SDK reads an open API's answer as bytes only when it is not called JSON. */
export function answerBytes(response: ServerResponse, content: Buffer): void {
  const headers = { 'content-type': 'application/octet-stream', 'content-length': content.length }
  response.writeHead(200, headers).end(content)
}

export function answerJson(response: ServerResponse, content: unknown, status = 200): void {
  const body = Buffer.from(JSON.stringify(content))
  // The SDK takes exactly this content type of a WeChat API's answer for a refusal by the gateway.
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': body.length,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  response.end(body)
}
