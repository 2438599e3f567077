import { createReadStream, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, sep } from 'node:path'

export interface PhoneRouteOptions {
  /** what `buildPhone` wrote */
  outDir: string
  nodeModulesRoot: string
}

/** Answers true when the request was one of the phone's and has been answered. */
export type PhoneRoutes = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.gif': 'image/gif',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

// Nothing from outside is ever loaded. Inline styles are how a mini-program's `style` attributes arrive.
const CONTENT_SECURITY = [
  "default-src 'self' data: blob:",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join('; ')

const FONTS = '/phone/fonts/'

/** The file behind an address, or undefined when the address leads nowhere or out of the folder. */
function fileUnder(folder: string, path: string): string | undefined {
  const file = join(folder, path)
  if (file.includes('\0') || !file.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return undefined
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true ? file : undefined
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    return undefined
  }
}

function send(request: IncomingMessage, response: ServerResponse, file: string, isLasting: boolean): void {
  const { size, mtimeMs } = statSync(file)
  const etag = `"${size}-${mtimeMs}"`
  // A browser that has it keeps what it made of it, too: compiled scripts.
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, { etag }).end()
    return
  }
  response.writeHead(200, {
    etag,
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'content-length': size,
    'cache-control': isLasting ? 'public, max-age=86400' : 'no-cache',
    'content-security-policy': CONTENT_SECURITY,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
  })
  if (request.method === 'HEAD') response.end()
  else createReadStream(file).pipe(response)
}

function refuse(response: ServerResponse, status: number): true {
  response
    .writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
    .end(status === 404 ? '没有这个文件' : '只能读取')
  return true
}

/** Routes for the server of the local cloud: the desk at `/`, the phone below `/phone/`, its Chinese font below `/phone/fonts/`. */
export function phoneRoutes({ outDir, nodeModulesRoot }: PhoneRouteOptions): PhoneRoutes {
  const fonts = join(nodeModulesRoot, '@fontsource-variable', 'noto-sans-sc')
  const find = (path: string): string | undefined => {
    if (path === '/') return fileUnder(outDir, 'desk.html')
    if (path.startsWith(FONTS)) return fileUnder(fonts, path.slice(FONTS.length))
    return fileUnder(outDir, path === '/phone/' ? 'index.html' : path.slice('/phone/'.length))
  }
  return (request, response, url) => {
    if (url.pathname === '/phone') {
      response.writeHead(308, { location: `/phone/${url.search}` }).end()
      return true
    }
    if (url.pathname !== '/' && !url.pathname.startsWith('/phone/')) return false
    if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(response, 405)
    const path = decode(url.pathname)
    const file = path === undefined ? undefined : find(path)
    if (file === undefined) return refuse(response, 404)
    send(request, response, file, url.pathname.startsWith(FONTS))
    return true
  }
}
