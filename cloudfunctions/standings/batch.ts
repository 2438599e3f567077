import type { Instant } from '../../miniprogram/contract/time'
import { SECOND } from '../../miniprogram/contract/time'
import { type Attempt, attempts } from '../quiz/api'
import { type Cursor, isFresh, sliceOf } from './rules'

/** Attempts that are counted together, and where the counting has come to with them. */
export interface Batch {
  number: number
  attempts: readonly Attempt[]
  now: Instant
  cursor: Cursor
  /** Whether it is counted for the first time; else a ruling has scored it anew. */
  isFresh: (attempt: Attempt) => boolean
  /** Whether it is counted in this batch or was before. */
  isReached: (attempt: Attempt) => boolean
}

const BATCH_SIZE = 250

/** A submission is written within the time limit of its function; what is younger may still have others before it. */
export const SETTLED_AFTER = 15 * SECOND

export async function readBatch(number: number, cursor: Cursor, now: Instant): Promise<Batch> {
  const settled = now - SETTLED_AFTER
  const ties = cursor.id === null ? [] : await attempts.countedAt(cursor.at, cursor.id, BATCH_SIZE)
  const room = BATCH_SIZE - ties.length
  const later = room > 0 ? await attempts.countedAfter(cursor.at, room) : []
  const slice = sliceOf(cursor, {
    ties,
    later: later.filter(({ countedAt }) => (countedAt ?? 0) <= settled),
    most: BATCH_SIZE,
  })
  const submittedAt = (attempt: Attempt) => attempt.submittedAt ?? 0
  return {
    number,
    attempts: slice.items,
    now,
    cursor: slice.cursor,
    isFresh: attempt => isFresh(cursor, submittedAt(attempt), attempt._id),
    isReached: attempt => !isFresh(slice.cursor, submittedAt(attempt), attempt._id),
  }
}
