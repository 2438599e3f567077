import { dayOf, type Instant } from '../../../miniprogram/contract/time'
import { withEach } from '../../platform/in-parts'
import { questions } from '../../quiz/api'
import { Overtaken } from '../accumulate'
import { type ItemCounts, itemCounts } from '../repository/item-counts'
import { itemRulings } from '../repository/item-rulings'
import { items } from '../repository/item-statistics'
import { LEASE } from '../roll-up'
import { knownQuestions } from './known-questions'
import { beginRecount, recountNext } from './recount'
import { nextSlice, takeIn } from './take-in-attempts'

const BATCH_SIZE = 500
const MOST_BATCHES = 10
const MOST_PAGES = 10

/**
 * Keeps the statistics of questions: new first attempts, and after a ruling those of its version again. It goes by when
 * attempts were handed in, which nothing changes, so each passes once. It may die anywhere, like the roll-up.
 * @param size attempts that are counted together
 */
export async function countQuestions(now: Instant, size = BATCH_SIZE): Promise<void> {
  const state = await itemCounts.get()
  if (now < state.busyUntil) return
  // Once a day, soon after midnight in Beijing: every attempt that is open meanwhile costs a read and a write more.
  const tells = dayOf(now) !== dayOf(state.toldAt)
  if (!tells && !(await hasWork(state, now, size))) return
  try {
    await work(await advance(state, { busyUntil: now + LEASE }), { now, size, tells })
  } catch (problem) {
    if (!(problem instanceof Overtaken)) throw problem
  }
}

async function hasWork({ recount, cursor }: ItemCounts, now: Instant, size: number): Promise<boolean> {
  if (recount) return true
  const slice = await nextSlice(cursor, now, size)
  return slice.attempts.length > 0 || slice.cursor.id !== cursor.id || (await itemRulings.next()) !== null
}

interface Run {
  now: Instant
  size: number
  /** Whether the questions hear how hard they proved to be. */
  tells: boolean
}

/**
 * New attempts wait while a version is counted again, so that what a batch holds is always told by the state alone: a batch
 * that was cut off is the first thing the next run does, and does whole.
 */
async function work(begun: ItemCounts, { now, size, tells }: Run): Promise<void> {
  const known = knownQuestions()
  const taken = await repeat(begun, begun.recount ? 0 : MOST_BATCHES, async state =>
    takeIn(state, await nextSlice(state.cursor, now, size), known),
  )
  const recounted = await repeat(taken, MOST_PAGES, state =>
    state.recount ? recountNext(state, state.recount, { known, size }) : beginRecount(state),
  )
  if (tells) await tellDifficulties()
  await advance(recounted, { busyUntil: 0, ...(tells ? { toldAt: now } : {}) })
}

/** One step after the other, each kept before the next, until there is none or it is enough for a run. */
async function repeat(
  from: ItemCounts,
  most: number,
  step: (state: ItemCounts) => Promise<ItemCounts | null>,
): Promise<ItemCounts> {
  let state = from
  for (let done = 0; done < most; done++) {
    const next = await step(state)
    if (!next) break
    const { batch, cursor, recount } = next
    state = await advance(state, { batch, cursor, recount })
  }
  return state
}

async function advance(state: ItemCounts, change: Partial<ItemCounts>): Promise<ItemCounts> {
  if (!(await itemCounts.advance(state, change))) throw new Overtaken()
  return { ...state, ...change }
}

/** The most that one read answers; a bank beyond it learns the rest a day later. */
const MOST_TOLD = 1000

/** Tells questions whose difficulty has changed how hard they proved to be. Told again it is the same. */
async function tellDifficulties(): Promise<void> {
  await withEach(await items.untold(MOST_TOLD), async item => {
    await questions.measure(item._id, item.measured)
    await items.tell(item)
  })
}
