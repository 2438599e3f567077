import type { ErrorCode } from '../../miniprogram/contract/errors'

export interface CallRecord {
  requestId: string
  procedure: string
  outcome: 'ok' | ErrorCode
}

/** One line a call, as JSON, for the console's search. Never inputs, never identities. */
export function logCall(record: CallRecord): void {
  console.log(JSON.stringify(record))
}

/** An error nobody expected: with its stack, under the request id the person can quote. */
export function logUnexpected(requestId: string, error: unknown): void {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
  console.error(JSON.stringify({ requestId, outcome: 'unexpected', stack }))
}
