import { type Instant, SECOND } from '../../miniprogram/contract/time'
import { Overtaken } from './accumulate'
import { type Batch, readBatch } from './batch'
import { countStandings, dropDeleted } from './count-standings'
import { countTallies } from './count-tallies'
import { findSuspicions } from './find-suspicions'
import { type RollUp, rollUps } from './repository/roll-ups'
import { writeBoard } from './write-board'

/** What one run of the timer did. */
interface RollUpReport {
  attempts: number
  batches: number
  boards: number
}

/** A run lives no longer: its function's time limit is shorter. */
export const LEASE = 65 * SECOND

const MOST_BATCHES = 20

const IDLE: RollUpReport = { attempts: 0, batches: 0, boards: 0 }

/**
 * Counts what was handed in, batch by batch. Where it dies the next run takes the same batch up again: every document
 * remembers the batch that changed it last, so none counts anything twice. What is left over waits for the next minute.
 */
export async function rollUp(now: Instant): Promise<RollUpReport> {
  const state = await rollUps.get()
  if (now < state.busyUntil) return IDLE
  const first = await readBatch(state.batch, state.cursor, now)
  const isIdle = first.attempts.length === 0 && first.cursor.at === state.cursor.at && state.boards.length === 0
  if (isIdle) return IDLE
  const busyUntil = now + LEASE
  if (!(await rollUps.take(state, busyUntil))) return IDLE
  try {
    return await work({ ...state, busyUntil }, first)
  } catch (problem) {
    if (problem instanceof Overtaken) return IDLE
    throw problem
  }
}

async function work(state: RollUp, first: Batch): Promise<RollUpReport> {
  const { now } = first
  const report = { ...IDLE }
  let [at, batch] = [state, first]
  while (report.batches < MOST_BATCHES && !isDone(batch, at)) {
    at = await count(at, batch)
    report.attempts += batch.attempts.length
    report.batches += 1
    batch = await readBatch(at.batch, at.cursor, now)
  }
  const left: string[] = []
  for (const round of at.boards) if (!(await writeBoard(round, at.batch - 1, now))) left.push(round)
  report.boards = at.boards.length - left.length
  await advance(at, { boards: left, busyUntil: 0 })
  return report
}

const isDone = (batch: Batch, { cursor }: RollUp): boolean =>
  batch.attempts.length === 0 && batch.cursor.at === cursor.at

/** Names and flags are written before it is seen who has been deleted meanwhile, so that nobody comes back. */
async function count(state: RollUp, batch: Batch): Promise<RollUp> {
  const touched = await countStandings(batch)
  await findSuspicions(touched, batch)
  const present = await dropDeleted(touched, batch)
  await countTallies(present, batch)
  const boards = [...new Set([...state.boards, ...touched.map(({ round }) => round)])]
  return advance(state, { batch: state.batch + 1, cursor: batch.cursor, boards })
}

async function advance(state: RollUp, change: Partial<RollUp>): Promise<RollUp> {
  if (!(await rollUps.advance(state, change))) throw new Overtaken()
  return { ...state, ...change }
}
