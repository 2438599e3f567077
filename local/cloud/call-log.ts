import type { OperationKind } from './counters'

/** One function call, without who called and what was said. */
export interface CallEntry {
  requestId: string
  functionName: string
  /** epoch milliseconds of the cloud's clock */
  startedAt: number
  /** real time; undefined while the call runs */
  milliseconds?: number
  outcome: string
  reads: number
  writes: number
  /** what the function printed */
  lines: PrintedLine[]
}

export interface PrintedLine {
  stream: 'out' | 'error'
  text: string
}

const MOST_ENTRIES = 1000
const MOST_LINES = 200
const LONGEST_LINE = 4000

export class CallLog {
  readonly #entries: CallEntry[] = []

  /** Oldest first. */
  entries(): readonly CallEntry[] {
    return this.#entries
  }

  open(requestId: string, functionName: string, startedAt: number): CallEntry {
    const entry: CallEntry = { requestId, functionName, startedAt, outcome: 'running', reads: 0, writes: 0, lines: [] }
    this.#entries.push(entry)
    if (this.#entries.length > MOST_ENTRIES) this.#entries.shift()
    return entry
  }
}

export function addLine(entry: CallEntry, line: PrintedLine): void {
  if (entry.lines.length < MOST_LINES) entry.lines.push({ ...line, text: line.text.slice(0, LONGEST_LINE) })
}

export function addOperation(entry: CallEntry, kind: OperationKind): void {
  if (kind === 'read') entry.reads++
  if (kind === 'write') entry.writes++
}
