export type OperationKind = 'read' | 'write' | 'other'

const KINDS: Record<string, OperationKind> = {
  getDocument: 'read',
  calculateDocument: 'read',
  aggregateDocuments: 'read',
  insertDocument: 'write',
  modifyDocument: 'write',
  removeDocument: 'write',
}

/** What a database action costs, by its name without the service. */
export const kindOf = (action: string): OperationKind => KINDS[action] ?? 'other'

interface CounterSnapshot {
  /** database reads and writes, as the platform bills them */
  reads: number
  writes: number
  /** function calls, those of functions by functions included */
  calls: number
  /** collection, then action (`getDocument`, …) */
  operations: Record<string, Record<string, number>>
  functions: Record<string, number>
  /** what `cloud.faults` did, by kind */
  faults: Record<string, number>
}

/** Counts what the platform would bill; work that does not come through the gateway is not counted. */
export class Counters {
  readonly #operations = new Map<string, Map<string, number>>()
  readonly #functions = new Map<string, number>()
  readonly #faults = new Map<string, number>()

  countOperation(collection: string, action: string): void {
    const actions = this.#operations.get(collection) ?? new Map<string, number>()
    this.#operations.set(collection, actions)
    increase(actions, action)
  }

  countCall(functionName: string): void {
    increase(this.#functions, functionName)
  }

  countFault(kind: string): void {
    increase(this.#faults, kind)
  }

  snapshot(): CounterSnapshot {
    const operations = [...this.#operations].map(([name, actions]) => [name, Object.fromEntries(actions)] as const)
    return totalled(
      Object.fromEntries(operations),
      Object.fromEntries(this.#functions),
      Object.fromEntries(this.#faults),
    )
  }

  /** What was added after the snapshot was taken; names to which nothing was added are left out. */
  since(earlier: CounterSnapshot): CounterSnapshot {
    const { operations, functions, faults } = this.snapshot()
    const added = Object.entries(operations)
      .map(([name, actions]) => [name, difference(actions, earlier.operations[name] ?? {})] as const)
      .filter(([, actions]) => Object.keys(actions).length > 0)
    return totalled(
      Object.fromEntries(added),
      difference(functions, earlier.functions),
      difference(faults, earlier.faults),
    )
  }
}

type Counts = Record<string, number>

function increase(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1)
}

function difference(now: Counts, before: Counts): Counts {
  const added = Object.entries(now).map(([name, count]) => [name, count - (before[name] ?? 0)] as const)
  return Object.fromEntries(added.filter(([, count]) => count > 0))
}

function totalled(operations: Record<string, Counts>, functions: Counts, faults: Counts): CounterSnapshot {
  const done = Object.values(operations).flatMap(actions => Object.entries(actions))
  const sum = (counts: (readonly [string, number])[]): number => counts.reduce((total, [, count]) => total + count, 0)
  return {
    reads: sum(done.filter(([action]) => kindOf(action) === 'read')),
    writes: sum(done.filter(([action]) => kindOf(action) === 'write')),
    calls: sum(Object.entries(functions)),
    operations,
    functions,
    faults,
  }
}
