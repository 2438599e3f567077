import type { Instant } from '../../../miniprogram/contract/time'
import { type Attempt, attempts } from '../../quiz/api'
import { SETTLED_AFTER } from '../batch'
import { takeInAttempt } from '../item-rules'
import type { ItemCounts } from '../repository/item-counts'
import type { Cursor } from '../rules'
import { readRows, writeChanged } from './item-rows'
import { answersOf } from './judging'
import type { KnownQuestions } from './known-questions'
import { cursorAt, firstAmong, readAfter } from './submission-order'

const submissions = { ties: attempts.submittedAt, later: attempts.submittedAfter }

interface Slice {
  attempts: Attempt[]
  cursor: Cursor
}

/** The next attempts to count: what is younger than settled may still have others before it. */
export async function nextSlice(cursor: Cursor, now: Instant, size: number): Promise<Slice> {
  const found = await readAfter(cursor, size, submissions)
  const settled = found.filter(({ submittedAt }) => (submittedAt ?? 0) <= now - SETTLED_AFTER)
  const last = settled.at(-1)
  if (!last) return { attempts: [], cursor: { ...cursor, id: null } }
  const goesOn = settled.length === size
  return { attempts: settled, cursor: goesOn ? cursorAt(last) : { at: cursorAt(last).at, id: null } }
}

/**
 * Takes first attempts into the statistics of the questions they met.
 * @returns the state after it; null where nothing is left to count
 */
export async function takeIn(state: ItemCounts, slice: Slice, known: KnownQuestions): Promise<ItemCounts | null> {
  const { batch, cursor } = state
  if (slice.attempts.length === 0 && slice.cursor.id === cursor.id) return null
  const firsts = await firstAmong(slice.attempts)
  const bank = await known.of(firsts)
  const rows = await readRows([...bank.values()], batch)
  const after = firsts.reduce(
    (sums, attempt) => takeInAttempt(sums, answersOf(attempt, bank, rows.rulings)),
    rows.before,
  )
  await writeChanged([...bank.values()], rows, after, batch)
  return { ...state, batch: batch + 1, cursor: slice.cursor }
}
