import type { TransactionLimits } from './database/transactions/transactions'
import type { ExtraRoutes } from './http/server'
import type { OpenData } from './open-api/open-data'
import type { Persona } from './phone-calls'
import type { FileRule } from './storage/phone-files'

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
  /** the storage's security rule for phones; without it people write below a folder named by their openId only */
  clientMayWrite?: FileRule
  /** the same for reading by file id; without it people read what they may write by default */
  clientMayRead?: FileRule
  /** the largest file a phone may upload, bytes; 50 MB by default */
  mostUploadBytes?: number
  /** the function that receives the platform's events (`wxa_media_check`); without it they go nowhere */
  eventsFunction?: string
  /** how long the result of a media check takes, real milliseconds; 300 by default */
  mediaCheckMilliseconds?: number
  /** 'by-hand': timers run only through `cloud.timers`, which keeps tests in command; 'by-clock' by default */
  timers?: 'by-clock' | 'by-hand'
  /** what a cloud id of the phone stands for; by default there are none */
  openData?: OpenData
}
