import { isDeepStrictEqual } from 'node:util'

/**
 * What is added up over batches, each counted once though a run may die anywhere: it remembers which batch changed it
 * last and what it was before. Met again in the same batch, it is reckoned anew from there.
 */
interface Accumulated<Value> {
  value: Value
  before: Value | null
  batch: number
}

/** What it was before this batch; null where it was not there. */
export function baseOf<Value>(stored: Accumulated<Value> | undefined, batch: number): Value | null {
  if (!stored) return null
  return stored.batch === batch ? stored.before : stored.value
}

/** Another run of the roll-up has gone on with the same work. */
export class Overtaken extends Error {
  constructor() {
    super('another run was quicker')
    this.name = 'Overtaken'
  }
}

interface Writing<Document> {
  insert(document: Document): Promise<boolean>
  change(document: Document, lastBatch: number): Promise<boolean>
}

/** Stores it if nobody has changed it since it was read. What is stored already is not written again. */
export async function store<Document extends { batch: number }>(
  into: Writing<Document>,
  found: Document | undefined,
  next: Document,
): Promise<void> {
  if (found && isDeepStrictEqual(found, next)) return
  const done = found ? await into.change(next, found.batch) : await into.insert(next)
  if (!done) throw new Overtaken()
}
