import { inspect } from 'node:util'
import type { PrintedLine } from '../../call-log'

/** What an instance is started with. */
export interface InstanceStart {
  /** the function's built index.js */
  entry: string
  clock: SharedArrayBuffer
}

export interface CallRequest {
  /** JSON */
  event: string
  context: Record<string, unknown>
  /** the environment of this call alone */
  variables: Record<string, string>
}

export type InstanceMessage =
  | { type: 'ready' }
  | { type: 'unloadable'; failure: Failure }
  | { type: 'returned'; result: string }
  | { type: 'threw'; failure: Failure }
  | { type: 'printed'; line: PrintedLine }

export interface Failure {
  /** one line: name and message */
  summary: string
  stack: string
}

export function failureOf(thrown: unknown): Failure {
  if (thrown instanceof Error) return { summary: `${thrown.name}: ${thrown.message}`, stack: thrown.stack ?? '' }
  return { summary: typeof thrown === 'string' ? thrown : inspect(thrown), stack: '' }
}
