import { resolve } from 'node:path'
import type { CallLog } from './call-log'
import type { CloudClock } from './clock'
import type { CloudOptions } from './cloud-options'
import { CloudContents } from './contents'
import type { Counters } from './counters'
import { openDataFolder } from './data-folder'
import { DirectDatabase } from './database/direct-database'
import { readManifest } from './database/manifest'
import { Store } from './database/store'
import { answerJson } from './http/answer'
import { callRoute } from './http/call-route'
import { clockRoute } from './http/clock-route'
import { FILE_ADDRESSES, fileRoute } from './http/file-route'
import { gatewayRoute } from './http/gateway-route'
import type { Route } from './http/route'
import { listen, type Listening } from './http/server'
import type { CallAnswer } from './phone-calls'
import { makeServices, type Services } from './services'

export interface Cloud {
  /** without a slash at the end */
  url: string
  port: number
  clock: CloudClock
  counters: Counters
  log: CallLog
  database: DirectDatabase
  /** what it holds, for looking only */
  contents: CloudContents
  /** Calls a function as the phone of this persona does; null is a phone without one. */
  call(personaId: string | null, functionName: string, data: unknown): Promise<CallAnswer>
  /** Takes the functions as they are now on disk for every later call. */
  reload(): void
  /** Ends everything and leaves nothing open. */
  stop(): Promise<void>
}

/**
 * Starts a cloud on the loopback address.
 * @throws Error in plain words when the data folder is in use, the manifest cannot be used or the port is taken
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const ends: (() => void | Promise<void>)[] = []
  const stop = async (): Promise<void> => {
    for (const end of ends.splice(0).reverse()) await end()
  }
  try {
    return await start({ ...options, functionsRoot: resolve(options.functionsRoot) }, ends, stop)
  } catch (thrown) {
    await stop()
    throw thrown
  }
}

/** @param ends is told, as things are opened, how to close them */
async function start(options: CloudOptions, ends: (() => void | Promise<void>)[], stop: () => Promise<void>) {
  const folder = openDataFolder(options.dataRoot)
  ends.push(() => {
    folder.close()
  })
  const store = new Store(folder.databaseFile)
  ends.push(() => {
    store.close()
  })
  store.apply(readManifest(options.manifestFile))
  const listening = await listen(options.port ?? 0)
  ends.push(() => listening.close())
  const services = makeServices(options, store, folder.filesFolder, listening.origin)
  ends.push(() => {
    services.database.transactions.abortAll()
  })
  ends.push(() => {
    services.database.transactions.abortAll()
  })
  ends.push(() => services.pool.stop())
  listening.serve({ own: ownRoutes(services, options), extra: options.extraRoutes })
  return cloudOf(services, listening, store, stop)
}

function cloudOf(services: Services, { origin, port }: Listening, store: Store, stop: () => Promise<void>): Cloud {
  const { clock, counters, log, database, files, calls, pool } = services
  return {
    url: origin,
    port,
    clock,
    counters,
    log,
    database: new DirectDatabase(database),
    contents: new CloudContents(store, files, clock),
    call: (personaId, functionName, data) => calls.call(personaId, functionName, data),
    reload: () => {
      pool.reload()
    },
    stop,
  }
}

function ownRoutes(services: Services, { personas }: CloudOptions): Record<string, Route> {
  const { gateway, calls, clock, counters, files } = services
  return {
    '/admin': gatewayRoute(gateway),
    '/call': callRoute(calls),
    '/clock': clockRoute(clock),
    '/counters': answering(() => counters.snapshot()),
    '/personas': answering(() => personas.map(({ id, name = id, note = '' }) => ({ id, name, note }))),
    [FILE_ADDRESSES]: fileRoute(files, clock),
  }
}

const answering = (content: () => unknown): Route => ({
  GET: ({ response }) => {
    answerJson(response, content())
  },
})
