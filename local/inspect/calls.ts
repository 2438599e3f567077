import * as v from 'valibot'
import type { CallEntry } from '../cloud/call-log'
import type { CallAnswer, CostsAnswer, WholeCallAnswer } from './answers'

const LogLine = v.object({ procedure: v.pipe(v.string(), v.nonEmpty()) })

/** The procedure that the function's own log line names. */
function procedureOf({ lines }: CallEntry): string | null {
  for (const { text } of lines) {
    const line = text.startsWith('{') ? parsed(text) : undefined
    if (v.is(LogLine, line)) return line.procedure
  }
  return null
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const rounded = (milliseconds: number): number => Math.round(milliseconds * 10) / 10

/** Everything about a call except what it printed. */
function headOf(entry: CallEntry): Omit<CallAnswer, 'lines'> {
  const { requestId, functionName, startedAt, milliseconds, outcome, reads, writes } = entry
  const took = milliseconds === undefined ? null : rounded(milliseconds)
  const procedure = procedureOf(entry)
  return { requestId, functionName, procedure, startedAt, milliseconds: took, outcome, reads, writes }
}

export const callAnswer = (entry: CallEntry): CallAnswer => ({ ...headOf(entry), lines: entry.lines.length })

export const wholeCallAnswer = (entry: CallEntry): WholeCallAnswer => ({ ...headOf(entry), lines: entry.lines })

/** What each procedure cost; calls that named none stand under their function. */
export function costsOfProcedures(entries: readonly CallEntry[]): CostsAnswer['procedures'] {
  const groups = new Map<string, CallEntry[]>()
  for (const entry of entries) {
    const name = procedureOf(entry) ?? entry.functionName
    groups.set(name, [...(groups.get(name) ?? []), entry])
  }
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, calls]) => {
      const times = calls.flatMap(({ milliseconds }) => milliseconds ?? []).sort((left, right) => left - right)
      const [median, slowest] = [times[Math.floor(times.length / 2)], times.at(-1)]
      return {
        name,
        calls: calls.length,
        reads: sum(calls, 'reads'),
        writes: sum(calls, 'writes'),
        median: median === undefined ? null : rounded(median),
        slowest: slowest === undefined ? null : rounded(slowest),
      }
    })
}

const sum = (entries: readonly CallEntry[], field: 'reads' | 'writes'): number =>
  entries.reduce((total, entry) => total + entry[field], 0)
