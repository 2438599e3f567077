import type { Failure } from './instance/messages'

/** How a function call ended, before it is put into the words of the gateway or of a phone. */
export type Outcome =
  | { kind: 'returned'; result: string }
  | { kind: 'threw'; failure: Failure }
  | { kind: 'ended'; reason: string }
  | { kind: 'timed-out'; seconds: number }
  | { kind: 'unknown-function' }
  | { kind: 'event-too-large' }
  | { kind: 'result-too-large' }
  | { kind: 'too-many-calls' }
