import type { IncomingMessage } from 'node:http'
import type { Gateway } from '../gateway/gateway'
import { answerJson } from './answer'
import { readBody, readJson } from './body'
import { refuseBrowser } from './guard'
import type { Route } from './route'

const MOST_BYTES = 16 * 1024 * 1024

/** The address the SDK speaks to. */
export function gatewayRoute(gateway: Gateway): Route {
  return {
    POST: async ({ request, response, url }) => {
      refuseBrowser(request)
      answerJson(response, await gateway.answer(await bodyOf(request), url.origin))
    },
  }
}

/** WeChat's own APIs come as forms: of these only the name is read, to say that they are not served. */
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  if (request.headers['content-type']?.startsWith('multipart/form-data') !== true) return readJson(request, MOST_BYTES)
  const form = (await readBody(request, MOST_BYTES)).toString('latin1')
  const field = (name: string): string => new RegExp(`name="${name}"\\r\\n\\r\\n([\\w.]+)\\r\\n`).exec(form)?.[1] ?? ''
  return { action: `${field('action')} ${field('apiName')}`.trim() }
}
