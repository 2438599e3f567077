import { setTimeout as pause } from 'node:timers/promises'
import * as v from 'valibot'
import { connect } from './cloud'
import type { CollectionSpec } from './collection-spec'
import { textOf } from './database-failure'
import { oneAtATime } from './one-at-a-time'
import type { Refusal } from './refusal'
import { type CollectionInside, collectionInside, type OpenTransaction } from './transaction-collection'

export interface Transaction {
  collection<Schema extends v.GenericSchema<unknown, { _id: string }>>(
    spec: CollectionSpec<Schema>,
  ): CollectionInside<Schema>
}

/** How a transaction is tried again after a conflict. */
export interface Pace {
  attempts: number
  /** at least 0 and less than 1 */
  random: () => number
  wait: (milliseconds: number) => Promise<unknown>
}

const PACE: Pace = { attempts: 8, random: Math.random, wait: milliseconds => pause(milliseconds) }

const FIRST_WAIT = 15
const LONGEST_WAIT = 240

/**
 * Everything the work does happens at once, or not at all. It may be run several times, so it has no effects but its
 * changes to the database. What it throws takes everything back and comes out unchanged. Two transactions that read
 * the same documents and write different ones do not notice each other: what a decision rests on must be written too.
 * @param context of a procedure that declares `busy`, which is the refusal when others were quicker every time
 */
export async function inTransaction<Result>(
  context: { readonly refusal: (code: 'busy') => Refusal },
  work: (transaction: Transaction) => Promise<Result>,
  pace: Partial<Pace> = {},
): Promise<Result> {
  const { attempts, random, wait } = { ...PACE, ...pace }
  for (let attempt = 0; attempt < attempts; attempt++) {
    // The wait is random from zero on, so that those who met once do not meet again.
    if (attempt > 0) await wait(random() * Math.min(FIRST_WAIT * 2 ** (attempt - 1), LONGEST_WAIT))
    const done = await attemptOnce(work)
    if (done !== 'conflict') return done.result
  }
  throw context.refusal('busy')
}

async function attemptOnce<Result>(
  work: (transaction: Transaction) => Promise<Result>,
): Promise<{ result: Result } | 'conflict'> {
  const open = await begin()
  const operations = oneAtATime()
  try {
    const result = await work({ collection: spec => collectionInside(spec, open, work => operations.run(work)) })
    await operations.end()
    await open.commit()
    return { result }
  } catch (error) {
    const failure: unknown = await operations.end().catch((thrown: unknown) => thrown)
    // The platform has ended it already after its own refusals, and ends it by itself after half a minute.
    await open.rollback().catch(() => undefined)
    if (isConflict(error) || isConflict(failure)) return 'conflict'
    throw error
  }
}

/** The SDK's own retry knows only conflicts of the commit, by a code that operations lose; the text is always there. */
const isConflict = (error: unknown): boolean => /TransactionConflict|TransactionBusy/.test(textOf(error))

async function begin(): Promise<OpenTransaction> {
  const open: unknown = await connect().startTransaction()
  if (!isOpen(open)) throw new TypeError('the platform gave no transaction')
  return open
}

const isOpen = (value: unknown): value is OpenTransaction =>
  v.is(v.object({ collection: v.function(), commit: v.function(), rollback: v.function() }), value)
