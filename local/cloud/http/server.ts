import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { messageOf } from '../cloud-error'
import { answerJson } from './answer'
import { refuseForeign } from './guard'
import { HttpRefusal, LostConnection } from './refusal'
import type { Exchange, Route } from './route'

/** Answers a request and returns true, or leaves it alone and returns false. */
export type ExtraRoutes = (request: IncomingMessage, response: ServerResponse, url: URL) => boolean

interface Routes {
  /** by exact path, or by a beginning that ends in a slash */
  own: Record<string, Route>
  extra?: ExtraRoutes | undefined
}

export interface Listening {
  origin: string
  port: number
  /** To be called in the turn in which the promise resolves: no request can have come in before. */
  serve(routes: Routes): void
  close(): Promise<void>
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT'] as const

const LOOPBACK = '127.0.0.1'

/** Longer than the SDK keeps an idle connection, so that it never writes into one we have just closed. */
const KEEP_ALIVE_MILLISECONDS = 65_000

/**
 * Listens on the loopback address.
 * @throws Error that names the port when it is taken
 */
export async function listen(port: number): Promise<Listening> {
  const server = createServer()
  server.keepAliveTimeout = KEEP_ALIVE_MILLISECONDS
  server.listen(port, LOOPBACK)
  await once(server, 'listening').catch((thrown: unknown) => {
    throw new Error(`port ${port} cannot be used: ${messageOf(thrown)}`, { cause: thrown })
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    origin: `http://${LOOPBACK}:${address.port}`,
    port: address.port,
    serve: routes => {
      serve(server, routes)
    },
    close: () => close(server),
  }
}

function serve(server: Server, routes: Routes): void {
  server.on('request', (request, response) => {
    void handle(request, response, routes).catch((thrown: unknown) => {
      refuse(response, thrown)
    })
  })
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

async function handle(request: IncomingMessage, response: ServerResponse, routes: Routes): Promise<void> {
  refuseForeign(request)
  const exchange = { request, response, url: urlOf(request) }
  const route = routeFor(exchange.url.pathname, routes.own)
  if (route) await answer(exchange, route)
  else if (routes.extra?.(request, response, exchange.url) !== true) throw new HttpRefusal(404, 'nothing is here')
}

function urlOf(request: IncomingMessage): URL {
  const url = `http://${request.headers.host ?? ''}${request.url ?? ''}`
  if (request.url?.startsWith('/') !== true || !URL.canParse(url)) throw new HttpRefusal(400, 'invalid address')
  return new URL(url)
}

function routeFor(path: string, own: Record<string, Route>): Route | undefined {
  if (Object.hasOwn(own, path)) return own[path]
  return Object.entries(own).find(([beginning]) => beginning.endsWith('/') && path.startsWith(beginning))?.[1]
}

async function answer(exchange: Exchange, route: Route): Promise<void> {
  const { method } = exchange.request
  const served = METHODS.find(known => known === method)
  const handler = served && route[served]
  if (!handler) {
    exchange.response.setHeader('allow', Object.keys(route).join(', '))
    throw new HttpRefusal(405, 'this method is not served here')
  }
  await handler(exchange)
}

function refuse(response: ServerResponse, thrown: unknown): void {
  if (response.socket?.destroyed !== false) return // The sender has gone: there is nobody to tell.
  if (thrown instanceof LostConnection) {
    response.socket.destroy()
    return
  }
  const status = thrown instanceof HttpRefusal ? thrown.status : 500
  if (status === 500) console.error('local cloud:', thrown)
  if (response.headersSent) response.destroy()
  else {
    if (!response.req.complete) response.setHeader('connection', 'close')
    answerJson(response, { errCode: -1, errMsg: `local cloud: ${messageOf(thrown)}` }, status)
  }
}
