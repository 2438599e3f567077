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
import type { Faults } from './faults/faults'
import { LOST_ANSWER } from './faults/faulty-calls'
import type { FunctionControl } from './functions/function-control'
import { ownRoutes } from './http/own-routes'
import { listen, type Listening } from './http/server'
import type { MediaChecks } from './open-api/media-checks'
import type { Outbox } from './open-api/outbox'
import type { Subscriptions } from './open-api/subscriptions'
import type { CallAnswer } from './phone-calls'
import { makeServices, type Services } from './services'
import type { FileStore } from './storage/file-store'
import type { Timers } from './timers/timers'

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
  files: Pick<FileStore, 'list' | 'find' | 'readAll' | 'keep'>
  /** the subscription messages that functions sent */
  outbox: Outbox
  /** who agreed to receive how many of them */
  subscriptions: Subscriptions
  /** media checks whose result is still to come */
  mediaChecks: Pick<MediaChecks, 'settle'>
  timers: Pick<Timers, 'list' | 'due' | 'run' | 'runDue'>
  faults: Faults
  functions: FunctionControl
  /** Calls a function as the phone of this persona does; null is a phone without one. */
  call(personaId: string | null, functionName: string, data: unknown): Promise<CallAnswer>
  /** Takes the functions and their triggers as they are now on disk for every later call. */
  reload(): void
  /** Ends everything and leaves nothing open. */
  stop(): Promise<void>
}

type End = () => void | Promise<void>

/**
 * Starts a cloud on the loopback address.
 * @throws Error in plain words when the data folder is in use, the manifest cannot be used or the port is taken
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const ends: End[] = []
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
async function start(options: CloudOptions, ends: End[], stop: () => Promise<void>) {
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
  ends.push(() => endCalls(services))
  listening.serve({ own: ownRoutes(services, options.personas), extra: options.extraRoutes })
  return cloudOf(services, listening, store, stop)
}

/** What the cloud calls by itself is noted down as done or still to do before the database closes. */
async function endCalls({ timers, mediaChecks, pool }: Services): Promise<void> {
  timers.stop()
  mediaChecks.stop()
  await pool.stop()
  await timers.ended()
  await mediaChecks.ended()
}

function cloudOf(services: Services, { origin, port }: Listening, store: Store, stop: () => Promise<void>): Cloud {
  const { clock, counters, log, files, outbox, subscriptions, mediaChecks, timers, faults } = services
  return {
    url: origin,
    port,
    ...{ clock, counters, log, files, outbox, subscriptions, mediaChecks, timers, faults },
    database: new DirectDatabase(services.database),
    contents: new CloudContents(store, files, clock),
    functions: services.control,
    call: async (personaId, functionName, data) => {
      const answer = await services.faultyCalls.call(personaId, functionName, data)
      return answer === 'lost' ? LOST_ANSWER : answer
    },
    reload: () => {
      services.pool.reload()
      timers.reload()
    },
    stop,
  }
}
