import * as v from 'valibot'
import type { CallEntry } from '../cloud/call-log'
import type { CallAnswer, CostsAnswer, WholeCallAnswer } from './answers'

/** The line that a function logs for the console's search: what was asked, and how it was answered. */
const LogLine = v.object({ procedure: v.string(), outcome: v.optional(v.string(), '') })

function logLineOf({ lines }: CallEntry): Pick<CallAnswer, 'procedure' | 'answered'> {
  for (const { text } of lines) {
    const line = v.safeParse(LogLine, text.startsWith('{') ? parsed(text) : undefined)
    if (line.success) return { procedure: line.output.procedure || null, answered: line.output.outcome || null }
  }
  return { procedure: null, answered: null }
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
  return { requestId, functionName, ...logLineOf(entry), startedAt, milliseconds: took, outcome, reads, writes }
}

export const callAnswer = (entry: CallEntry): CallAnswer => ({ ...headOf(entry), lines: entry.lines.length })

export const wholeCallAnswer = (entry: CallEntry): WholeCallAnswer => ({ ...headOf(entry), lines: entry.lines })

/** What each procedure cost; calls that named none stand under their function. */
export function costsOfProcedures(entries: readonly CallEntry[]): CostsAnswer['procedures'] {
  const groups = new Map<string, CallEntry[]>()
  for (const entry of entries) {
    const name = logLineOf(entry).procedure ?? entry.functionName
    groups.set(name, [...(groups.get(name) ?? []), entry])
  }
  return [...groups]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, calls]) => {
      const times = calls.flatMap(({ milliseconds }) => milliseconds ?? []).sort((left, right) => left - right)
      return {
        name,
        calls: calls.length,
        reads: sum(calls, 'reads'),
        writes: sum(calls, 'writes'),
        median: times.length === 0 ? null : rounded(medianOf(times)),
        slowest: times.length === 0 ? null : rounded(Math.max(...times)),
      }
    })
}

const medianOf = (sorted: readonly number[]): number => {
  const at = (sorted.length - 1) / 2
  return ((sorted[Math.floor(at)] ?? 0) + (sorted[Math.ceil(at)] ?? 0)) / 2
}

const sum = (entries: readonly CallEntry[], field: 'reads' | 'writes'): number =>
  entries.reduce((total, entry) => total + entry[field], 0)
