import type { IncomingMessage, ServerResponse } from 'node:http'

export interface Exchange {
  request: IncomingMessage
  response: ServerResponse
  url: URL
}

export type Handler = (exchange: Exchange) => void | Promise<void>

/** The methods one address answers to. */
export type Route = Partial<Record<'GET' | 'HEAD' | 'POST' | 'PUT', Handler>>
