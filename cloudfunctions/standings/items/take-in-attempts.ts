import type { Instant } from '../../../miniprogram/contract/time'
import { type Attempt, attempts } from '../../quiz/api'
import { SETTLED_AFTER } from '../batch'
import { takeInAttempt } from '../item-rules'
import { type ItemCounts } from '../repository/item-counts'
import type { Cursor } from '../rules'
import { readRows, writeChanged } from './item-rows'
import { answersOf } from './judging'
import type { KnownQuestions } from './known-questions'
import { cursorAt, firstAmong, readAfter } from './submission-order'

const BATCH_SIZE = 500

const submissions = { ties: attempts.submittedAt, later: attempts.submittedAfter }

interface Slice {
  attempts: Attempt[]
  cursor: Cursor
}

/** The next attempts to count: what is younger than settled may still have others before it. */
export async function nextSlice(cursor: Cursor, now: Instant): Promise<Slice> {
  const found = await readAfter(cursor, BATCH_SIZE, submissions)
  const settled = found.filter(({ submittedAt }) => (submittedAt ?? 0) <= now - SETTLED_AFTER)
  const last = settled.at(-1)
  if (!last) return { attempts: [], cursor: { ...cursor, id: null } }
  const goesOn = settled.length === BATCH_SIZE
  return { attempts: settled, cursor: goesOn ? cursorAt(last) : { at: cursorAt(last).at, id: null } }
}

/**
 * Takes the next first attempts into the statistics of the questions they met. A version that is being counted again gets
 * its own from there, so that it is counted in order; the others are judged by its new key from now on.
 * @returns the state after it; null where nothing is left to count
 */
export async function takeInNext(state: ItemCounts, now: Instant, known: KnownQuestions): Promise<ItemCounts | null> {
  const { batch, recount } = state
  const slice = await nextSlice(state.cursor, now)
  if (slice.attempts.length === 0 && slice.cursor.id === state.cursor.id) return null
  const firsts = await firstAmong(slice.attempts)
  const bank = await known.of(firsts)
  const rows = await readRows([...bank.values()], batch)
  const rulings = new Map(rows.rulings)
  const sums = new Map(rows.before)
  if (recount) rulings.set(recount.version, recount.ruled)
  if (recount) sums.delete(recount.version)
  const after = firsts.reduce((before, attempt) => takeInAttempt(before, answersOf(attempt, bank, rulings)), sums)
  await writeChanged([...bank.values()], rows, after, batch)
  return { ...state, batch: batch + 1, cursor: slice.cursor }
}
