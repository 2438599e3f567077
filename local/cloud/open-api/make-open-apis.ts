import type { CloudOptions } from '../cloud-options'
import type { Sqlite } from '../database/sqlite'
import { configOf } from '../functions/function-folder'
import type { FunctionService } from '../functions/function-service'
import type { FileAddresses } from '../storage/file-addresses'
import type { FileStore } from '../storage/file-store'
import { MediaChecks } from './media-checks'
import { OpenApis } from './open-apis'
import { Outbox } from './outbox'
import { Subscriptions } from './subscriptions'
import type { Visits } from './visits'

interface OpenApiSurroundings {
  options: CloudOptions
  sqlite: Sqlite
  visits: Visits
  now: () => number
  functions: FunctionService
  files: FileStore
  addresses: FileAddresses
  origin: string
}

/** The platform names no source for its own events. */
const EVENT_SOURCE = 'wx_unknown'

export interface OpenApiServices {
  openApis: OpenApis
  outbox: Outbox
  subscriptions: Subscriptions
  mediaChecks: MediaChecks
}

/** WeChat's own APIs with what they keep, put together. */
export function makeOpenApis(surroundings: OpenApiSurroundings): OpenApiServices {
  const { options, sqlite, visits, now, functions } = surroundings
  const [outbox, subscriptions] = [new Outbox(sqlite), new Subscriptions(sqlite)]
  const mediaChecks = new MediaChecks({
    sqlite,
    visits,
    now,
    delay: options.mediaCheckMilliseconds ?? 300,
    contentAt: url => contentAt(surroundings, url),
    push: (openId, event) => push(functions, options.eventsFunction, openId, event),
  })
  const openApis = new OpenApis({
    visits,
    outbox,
    subscriptions,
    mediaChecks,
    openData: options.openData ?? (() => undefined),
    now,
    permissionsOf: name => configOf(options.functionsRoot, name).permissions.openapi,
  })
  return { openApis, outbox, subscriptions, mediaChecks }
}

/** An address elsewhere is never followed: its own text stands for what is there. */
function contentAt({ origin, files, addresses }: OpenApiSurroundings, url: string): Buffer | string | undefined {
  const address = new URL(url)
  if (address.origin !== origin) return decodedOr(url)
  const file = addresses.follow(address)
  return file && files.readAll(file)
}

function decodedOr(url: string): string {
  try {
    return decodeURI(url)
  } catch {
    return url
  }
}

async function push(functions: FunctionService, functionName: string | undefined, openId: string, event: object) {
  if (functionName === undefined) return 'told'
  const { outcome } = await functions.invoke({
    functionName,
    event: JSON.stringify(event),
    identity: { openId },
    source: EVENT_SOURCE,
  })
  return outcome.kind === 'ended' ? 'later' : 'told'
}
