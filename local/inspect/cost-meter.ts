import type { CallEntry } from '../cloud/call-log'
import { type Counters, kindOf } from '../cloud/counters'
import type { CostsAnswer } from './answers'
import { costsOfProcedures } from './calls'
import type { InspectedCloud } from './inspected-cloud'

interface Mark {
  at: number
  counters: ReturnType<Counters['snapshot']>
  /** the last call before the mark */
  last: CallEntry | undefined
}

/** What was spent since a mark that a developer sets; until then, since the cloud started. */
export class CostMeter {
  readonly #cloud: InspectedCloud
  #mark: Mark | undefined

  constructor(cloud: InspectedCloud) {
    this.#cloud = cloud
  }

  mark(): void {
    const { clock, counters, log } = this.#cloud
    this.#mark = { at: clock.now(), counters: counters.snapshot(), last: log.entries().at(-1) }
  }

  costs(): CostsAnswer {
    const { counters, log } = this.#cloud
    const spent = this.#mark ? counters.since(this.#mark.counters) : counters.snapshot()
    const entries = this.#entriesSince(log.entries())
    return {
      markedAt: this.#mark?.at ?? null,
      reads: spent.reads,
      writes: spent.writes,
      calls: spent.calls,
      collections: Object.entries(spent.operations)
        .sort(([left], [right]) => (left < right ? -1 : 1))
        .map(([name, actions]) => ({ name, ...byKind(actions) })),
      procedures: costsOfProcedures(entries),
      faults: spent.faults,
      isPartial: entries.length < spent.calls,
    }
  }

  #entriesSince(entries: readonly CallEntry[]): readonly CallEntry[] {
    const last = this.#mark?.last
    return last ? entries.slice(entries.indexOf(last) + 1) : entries
  }
}

function byKind(actions: Record<string, number>): Record<'reads' | 'writes' | 'other', number> {
  const total = (kind: ReturnType<typeof kindOf>): number =>
    Object.entries(actions).reduce((sum, [action, count]) => (kindOf(action) === kind ? sum + count : sum), 0)
  return { reads: total('read'), writes: total('write'), other: total('other') }
}
