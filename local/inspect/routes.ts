import { createReadStream, existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { answerJson } from '../cloud/http/answer'
import { HttpRefusal } from '../cloud/http/refusal'
import type { ExtraRoutes } from '../cloud/http/server'
import type { InspectedCloud } from './inspected-cloud'
import { questionsOf, refusalOf } from './questions'

const PAGE = '/inspect'
const API = '/inspect/api/'

const STATIC: Record<string, { file: string; type: string }> = {
  [PAGE]: { file: 'inspect.html', type: 'text/html; charset=utf-8' },
  [`${PAGE}/`]: { file: 'inspect.html', type: 'text/html; charset=utf-8' },
  [`${PAGE}/page.js`]: { file: 'page.js', type: 'text/javascript; charset=utf-8' },
  [`${PAGE}/page.css`]: { file: 'page.css', type: 'text/css; charset=utf-8' },
}

// What stands in documents and logs was written by anybody: nothing of it may ever become markup or code.
const SECURITY = {
  'content-security-policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-cache',
}

interface InspectOptions {
  cloud: InspectedCloud
  /** what `buildInspector` wrote */
  outDir: string
}

/** Routes for the server of the local cloud: the developers' page at `/inspect`, what it asks below `/inspect/api/`. */
export function inspectRoutes({ cloud, outDir }: InspectOptions): ExtraRoutes {
  const { asking, doing } = questionsOf(cloud)
  return (request, response, url) => {
    if (url.pathname !== PAGE && !url.pathname.startsWith(`${PAGE}/`)) return false
    try {
      if (!url.pathname.startsWith(API)) sendFile(request, response, outDir, url.pathname)
      else {
        refuseElsewhere(request)
        const questions = request.method === 'POST' ? doing : asking
        const name = url.pathname.slice(API.length)
        const question = Object.hasOwn(questions, name) ? questions[name] : undefined
        if (!question) throw new HttpRefusal(404, 'nothing is here')
        if (request.method !== 'GET' && request.method !== 'POST') throw new HttpRefusal(405, 'only to be read')
        response.setHeader('cross-origin-resource-policy', 'same-origin')
        answerJson(response, question(url.searchParams))
      }
    } catch (thrown) {
      const { status, message } = refusalOf(thrown)
      answerJson(response, { error: message }, status)
    }
    return true
  }
}

/** The server itself refuses foreign names and origins; a plain picture or script tag elsewhere sends no origin. */
function refuseElsewhere(request: IncomingMessage): void {
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new HttpRefusal(403, 'foreign site')
}

function sendFile(request: IncomingMessage, response: ServerResponse, outDir: string, path: string): void {
  const known = Object.hasOwn(STATIC, path) ? STATIC[path] : undefined
  const file = join(outDir, known?.file ?? '')
  if (!known || !existsSync(file)) throw new HttpRefusal(404, 'nothing is here')
  if (request.method !== 'GET') throw new HttpRefusal(405, 'only to be read')
  response.writeHead(200, { ...SECURITY, 'content-type': known.type })
  createReadStream(file).pipe(response)
}
