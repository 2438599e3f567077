import type { Cloud } from '../../../../local/cloud/start-cloud'
import type { Collection, Sdk, SdkError } from './in-function'

export interface SdkTransaction {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}

type Database = Omit<Sdk['db'], 'startTransaction'> & {
  command: Sdk['_']
  startTransaction(): Promise<SdkTransaction>
  runTransaction<Value>(work: (transaction: SdkTransaction) => Promise<Value>, retries?: number): Promise<Value>
}

const isDatabase = (value: unknown): value is Database => typeof value === 'object' && value !== null

/** Makes the SDK of this very process speak to the cloud at this address. */
export function pointSdkAt(url: string): void {
  Object.assign(process.env, {
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${url}/admin` }),
    TENCENTCLOUD_SECRETID: 'local-id',
    TENCENTCLOUD_SECRETKEY: 'local-key',
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    SCF_NAMESPACE: 'local-env',
    SILENCE: 'true',
  })
}

/** The real SDK in this process, so that a test can hold several transactions in its hands at once. */
export async function sdkHere({ url }: Cloud): Promise<Database> {
  pointSdkAt(url)
  const cloud = await import('wx-server-sdk')
  cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV, keepalive: true, throwOnNotFound: true })
  const database: unknown = cloud.database()
  if (!isDatabase(database)) throw new TypeError('the SDK gave no database')
  return database
}

const isSdkError = (value: unknown): value is SdkError => typeof value === 'object' && value !== null

/** 'done', or what the SDK shows of a refusal, as short as it can be told apart. */
export async function outcomeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
    return 'done'
  } catch (thrown) {
    if (!isSdkError(thrown)) return String(thrown)
    const { code, errCode, errMsg, message = '' } = thrown
    const text = errMsg ?? message
    const name = /TransactionConflict|TransactionNotExist|TransactionBusy|TransactionTooLong|E11000/.exec(text)?.[0]
    return `${code ?? errCode ?? ''} ${name ?? text}`
  }
}

/** Whether it is settled, for a promise that may be waiting for something else. */
export const isSettled = (work: Promise<unknown>): Promise<boolean> =>
  Promise.race([
    work.then(
      () => true,
      () => true,
    ),
    new Promise<false>(resolve => setImmediate(resolve, false)),
  ])
