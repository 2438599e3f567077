import { availableParallelism } from 'node:os'
import { CallLog } from './call-log'
import { CloudClock } from './clock'
import type { CloudOptions } from './cloud-options'
import { Counters } from './counters'
import { CloudDatabase } from './database/cloud-database'
import type { Store } from './database/store'
import { PLATFORM_LIMITS } from './database/transactions/transactions'
import { FunctionPool } from './functions/function-pool'
import { FunctionService } from './functions/function-service'
import { instanceVariables } from './functions/identity'
import { Sessions } from './functions/sessions'
import { databaseActions } from './gateway/database-actions'
import { transactionActions } from './gateway/transaction-actions'
import { functionActions } from './gateway/function-actions'
import { Gateway } from './gateway/gateway'
import { storageActions } from './gateway/storage-actions'
import { PhoneCalls } from './phone-calls'
import { FileStore } from './storage/file-store'

const INSTANCE_MEMORY = 256

/** Fewer instances than processors would leave some of them idle when calls wait for the database. */
const MOST_INSTANCES = Math.max(4, availableParallelism())

export interface Services {
  clock: CloudClock
  counters: Counters
  log: CallLog
  database: CloudDatabase
  files: FileStore
  pool: FunctionPool
  calls: PhoneCalls
  gateway: Gateway
}

/** Puts the parts of one cloud together. @param origin where the gateway listens */
export function makeServices(options: CloudOptions, store: Store, filesFolder: string, origin: string): Services {
  const clock = new CloudClock(store)
  const [counters, log, sessions] = [new Counters(), new CallLog(), new Sessions()]
  const database = new CloudDatabase(store, { ...PLATFORM_LIMITS, ...options.transactions })
  const files = new FileStore(store, filesFolder)
  const pool = new FunctionPool({
    clock: clock.shared,
    variables: instanceVariables(`${origin}/admin`, options.secrets ?? {}),
    memory: INSTANCE_MEMORY,
    mostInstances: MOST_INSTANCES,
  })
  const { functionsRoot } = options
  const functions = new FunctionService({
    functionsRoot,
    pool,
    sessions,
    clock,
    counters,
    log,
    memory: INSTANCE_MEMORY,
  })
  const actions = {
    ...databaseActions(database, counters),
    ...transactionActions(database.transactions, counters),
    ...functionActions(functions),
    ...storageActions(files),
  }
  const gateway = new Gateway({ actions, sessions, now: () => clock.now() })
  return { clock, counters, log, database, files, pool, calls: new PhoneCalls(functions, options.personas), gateway }
}
