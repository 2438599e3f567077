import { availableParallelism } from 'node:os'
import { CallLog } from './call-log'
import { CloudClock } from './clock'
import type { CloudOptions } from './cloud-options'
import { Counters } from './counters'
import { CloudDatabase } from './database/cloud-database'
import type { Store } from './database/store'
import { PLATFORM_LIMITS } from './database/transactions/transactions'
import { Faults } from './faults/faults'
import { FaultyCalls } from './faults/faulty-calls'
import { FunctionControl } from './functions/function-control'
import { FunctionPool } from './functions/function-pool'
import { FunctionService } from './functions/function-service'
import { instanceVariables } from './functions/identity'
import { Sessions } from './functions/sessions'
import { databaseActions } from './gateway/database-actions'
import { functionActions } from './gateway/function-actions'
import { Gateway } from './gateway/gateway'
import { openApiActions } from './gateway/open-api-actions'
import { storageActions } from './gateway/storage-actions'
import { transactionActions } from './gateway/transaction-actions'
import { makeOpenApis, type OpenApiServices } from './open-api/make-open-apis'
import { Visits } from './open-api/visits'
import { PhoneCalls } from './phone-calls'
import { FileAddresses } from './storage/file-addresses'
import { FileStore } from './storage/file-store'
import { ownFolderOnly, PhoneFiles } from './storage/phone-files'
import { TimerTable } from './timers/timer-table'
import { Timers } from './timers/timers'

const INSTANCE_MEMORY = 256
const MOST_UPLOAD_BYTES = 50 * 1024 * 1024

/** Fewer instances than processors would leave some of them idle when calls wait for the database. */
const MOST_INSTANCES = Math.max(4, availableParallelism())

export interface Services extends OpenApiServices {
  clock: CloudClock
  counters: Counters
  log: CallLog
  database: CloudDatabase
  files: FileStore
  addresses: FileAddresses
  phoneFiles: PhoneFiles
  pool: FunctionPool
  control: FunctionControl
  timers: Timers
  faults: Faults
  calls: PhoneCalls
  faultyCalls: FaultyCalls
  gateway: Gateway
}

/** Puts the parts of one cloud together. @param origin where the gateway listens */
export function makeServices(options: CloudOptions, store: Store, filesFolder: string, origin: string): Services {
  const clock = new CloudClock(store)
  const now = (): number => clock.now()
  const [counters, log, sessions, visits] = [new Counters(), new CallLog(), new Sessions(), new Visits(now)]
  const database = new CloudDatabase(store, { ...PLATFORM_LIMITS, ...options.transactions })
  const files = new FileStore(store, filesFolder)
  const addresses = new FileAddresses(files, now)
  const { functionsRoot } = options
  const pool = makePool(options, clock, origin)
  const functions = new FunctionService({
    functionsRoot,
    pool,
    sessions,
    clock,
    counters,
    log,
    memory: INSTANCE_MEMORY,
    visits,
  })
  const { sqlite } = store
  const open = makeOpenApis({ options, sqlite, visits, now, functions, files, addresses, origin })
  const actions = {
    ...databaseActions(database, counters),
    ...transactionActions(database.transactions, counters),
    ...functionActions(functions),
    ...storageActions(files, addresses),
    ...openApiActions(open.openApis),
  }
  const gateway = new Gateway({ actions, openApis: open.openApis, sessions, now })
  const [calls, faults] = [new PhoneCalls(functions, options.personas), new Faults(counters)]
  const table = new TimerTable(sqlite)
  const timers = new Timers({ functionsRoot, functions, clock, table, byClock: options.timers !== 'by-hand' })
  return {
    ...open,
    ...{ clock, counters, log, database, files, addresses, pool, timers, faults, calls, gateway },
    control: new FunctionControl(functionsRoot, pool),
    phoneFiles: makePhoneFiles(options, files, addresses),
    faultyCalls: new FaultyCalls(calls, faults),
  }
}

const makePool = ({ secrets = {} }: CloudOptions, clock: CloudClock, origin: string): FunctionPool =>
  new FunctionPool({
    clock: clock.shared,
    variables: instanceVariables(`${origin}/admin`, secrets),
    memory: INSTANCE_MEMORY,
    mostInstances: MOST_INSTANCES,
  })

const makePhoneFiles = (options: CloudOptions, files: FileStore, addresses: FileAddresses): PhoneFiles =>
  new PhoneFiles(files, addresses, {
    mayWrite: options.clientMayWrite ?? ownFolderOnly,
    mayRead: options.clientMayRead ?? ownFolderOnly,
    mostBytes: options.mostUploadBytes ?? MOST_UPLOAD_BYTES,
  })
