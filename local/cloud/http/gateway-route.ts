import type { Gateway } from '../gateway/gateway'
import { answerBytes, answerJson } from './answer'
import { readBody, readJson } from './body'
import { readForm } from './form'
import { refuseBrowser } from './guard'
import type { Exchange, Route } from './route'

const MOST_BYTES = 16 * 1024 * 1024
const FORM = 'multipart/form-data'

/** The address the SDK speaks to: in JSON, and to WeChat's own APIs in forms that are answered with bytes. */
export function gatewayRoute(gateway: Gateway): Route {
  return {
    POST: async exchange => {
      const { request, response, url } = exchange
      refuseBrowser(request)
      if (request.headers['content-type']?.startsWith(FORM) === true) await answerForm(gateway, exchange)
      else answerJson(response, await gateway.answer(await readJson(request, MOST_BYTES), url.origin))
    },
  }
}

async function answerForm(gateway: Gateway, { request, response }: Exchange): Promise<void> {
  const fields = readForm(request.headers['content-type'] ?? '', await readBody(request, MOST_BYTES))
  const answer = await gateway.answerForm(fields)
  if (Buffer.isBuffer(answer)) answerBytes(response, answer)
  else answerJson(response, answer)
}
