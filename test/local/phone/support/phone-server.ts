import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { phoneRoutes } from '../../../../local/phone/routes'
import { BUILT_FIXTURE, NODE_MODULES } from './fixture-folders'

export interface Call {
  persona: string | undefined
  body: unknown
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined
}

type Clock = { mode: string; now: number }

/** The built fixture behind a server that answers as little of the local cloud as the phone asks for. */
export class PhoneServer {
  readonly calls: Call[] = []
  /** function calls that wait until they are let go */
  private readonly held: (() => void)[] = []
  clock: Clock = { mode: 'frozen', now: Date.parse('2026-09-21T09:41:00+08:00') }
  counters: { calls: number; reads: number; writes: number; functions: Record<string, number> } = {
    calls: 3,
    reads: 5,
    writes: 1,
    functions: { quiz: 3 },
  }
  /** what phones have uploaded, by id */
  readonly files = new Map<string, Buffer>()
  readonly consents: Call[] = []
  private readonly routes

  private constructor(private readonly server: Server) {
    this.routes = phoneRoutes({ outDir: BUILT_FIXTURE, nodeModulesRoot: NODE_MODULES })
    server.on('request', (request: IncomingMessage, response: ServerResponse) => {
      void this.answer(request, response)
    })
  }

  static async start(): Promise<PhoneServer> {
    const server = createServer()
    await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
    return new PhoneServer(server)
  }

  get url(): string {
    const address = this.server.address()
    return typeof address === 'object' && address !== null ? `http://127.0.0.1:${address.port}` : ''
  }

  letGo(): void {
    for (const release of this.held.splice(0)) release()
  }

  async stop(): Promise<void> {
    this.letGo()
    this.server.closeAllConnections()
    await new Promise(done => this.server.close(done))
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url)
    if (this.routes(request, response, url)) return
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(toBuffer(chunk))
    if (url.pathname.startsWith('/cos/')) {
      response.writeHead(200, { 'content-type': 'image/png' }).end(this.files.get(url.pathname.slice('/cos/'.length)))
      return
    }
    if (url.pathname === '/storage/upload') {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(this.keep(url, chunks)))
      return
    }
    const text = Buffer.concat(chunks).toString('utf8')
    const body: unknown = text === '' ? undefined : JSON.parse(text)
    const answer = await this.answerTo(url.pathname, body, request.headers['x-persona'])
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' })
    response.end(JSON.stringify(answer ?? {}))
  }

  private async answerTo(path: string, body: unknown, persona: unknown): Promise<unknown> {
    if (path === '/personas') {
      return [
        { id: 'lin', name: '林晓', note: '公众' },
        { id: 'wang', name: '王老师', note: '省级组织者' },
      ]
    }
    if (path === '/clock') return this.setClock(body)
    if (path === '/counters') return this.counters
    const call = { persona: typeof persona === 'string' ? persona : undefined, body }
    if (path === '/subscriptions') return { remaining: this.consents.push(call) }
    if (path.startsWith('/storage/')) return this.answerFiles(path, body)
    if (path !== '/call') return undefined
    this.calls.push(call)
    return this.call(body)
  }

  private keep(url: URL, chunks: Buffer[]): object {
    const path = url.searchParams.get('path') ?? ''
    if (path.startsWith('foreign/')) return { errCode: -403003, errMsg: 'cloud.uploadFile:fail -403003 no permission' }
    this.files.set(path, Buffer.concat(chunks))
    return { fileID: `cloud://test/${path}`, statusCode: 204, errMsg: 'cloud.uploadFile:ok' }
  }

  private answerFiles(address: string, body: unknown): object {
    const list: unknown = fieldOf(body, 'fileList')
    const items: unknown[] = Array.isArray(list) ? list : []
    const fileList = items.map(item => {
      const fileID = String(typeof item === 'string' ? item : fieldOf(item, 'fileID'))
      const path = fileID.replace('cloud://test/', '')
      if (!this.files.has(path)) return { fileID, tempFileURL: '', status: -503003, errMsg: 'storage file not exists' }
      if (address === '/storage/delete') this.files.delete(path)
      return { fileID, tempFileURL: `${this.url}/cos/${path}`, maxAge: 600, status: 0, errMsg: 'ok' }
    })
    return { fileList }
  }

  private setClock(body: unknown): Clock {
    const mode = fieldOf(body, 'mode')
    const now = fieldOf(body, 'now')
    if (mode === 'real') this.clock = { mode: 'real', now: Date.now() }
    else if (typeof mode === 'string' && typeof now === 'number') this.clock = { mode, now }
    return this.clock
  }

  private async call(body: unknown): Promise<unknown> {
    const name = fieldOf(body, 'name')
    const data = fieldOf(body, 'data')
    if (name === 'held') await new Promise<void>(release => this.held.push(release))
    if (name === 'broken') {
      return {
        errCode: -504002,
        errMsg: 'cloud.callFunction:fail Error: errCode: -504002 functions execute fail',
        requestID: 'r2',
      }
    }
    return { result: { name, data }, errMsg: 'cloud.callFunction:ok', requestID: 'r1' }
  }
}

function toBuffer(chunk: unknown): Buffer {
  return chunk instanceof Uint8Array ? Buffer.from(chunk) : Buffer.from(String(chunk))
}
