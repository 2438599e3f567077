import type { TransactionLimits } from './database/transactions/transactions'
import type { ExtraRoutes } from './http/server'
import type { Persona } from './phone-calls'

export interface CloudOptions {
  /** a folder with one built folder for each function: index.js that exports main, and optionally config.json */
  functionsRoot: string
  /** JSON: the collections and their indexes */
  manifestFile: string
  /** a folder that outlives the process, or 'memory' */
  dataRoot: string
  /** 0 or nothing for any free one */
  port?: number
  /** further environment variables of the functions */
  secrets?: Record<string, string>
  /** other limits than the platform's, for tests */
  transactions?: Partial<TransactionLimits>
  personas: readonly Persona[]
  /** asked for every address that is not the cloud's own */
  extraRoutes?: ExtraRoutes
}
