import type { ServerResponse } from 'node:http'

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
