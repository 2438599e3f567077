import type { IncomingMessage } from 'node:http'
import { HttpRefusal } from './refusal'

const OWN_NAMES = new Set(['127.0.0.1', 'localhost'])

/**
 * Lets in what comes from this machine's own pages and programs only: a web page elsewhere can make a browser send
 * requests here, under a foreign name (DNS rebinding) or from a foreign origin.
 */
export function refuseForeign(request: IncomingMessage): void {
  if (!OWN_NAMES.has(nameOf(`http://${request.headers.host ?? ''}`))) throw new HttpRefusal(403, 'foreign host')
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${request.headers.host ?? ''}`)
    throw new HttpRefusal(403, 'foreign origin')
}

/** The database and storage actions are for functions; a browser gives itself away by these headers. */
export function refuseBrowser(request: IncomingMessage): void {
  if (request.headers.origin !== undefined || request.headers['sec-fetch-site'] !== undefined)
    throw new HttpRefusal(403, 'not for browsers')
}

function nameOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname : ''
}
