import type { Instant } from '../../../miniprogram/contract/time'
import { isScoringSettled, scoreAnew } from '../../quiz/api'
import { questionRulings, type StoredRuling } from '../repository/question-rulings'

/** What one run of the timer did. */
export interface ScoreReport {
  looked: number
  finished: number
}

/** A run of so many ends long before the function's time does; the next minute goes on. */
const MOST_A_RUN = 2000

/** Scores attempts anew under every ruling that asks for it, oldest first. Cut off anywhere, the next run goes on. */
export async function scoreDue(now: Instant, most = MOST_A_RUN): Promise<ScoreReport> {
  const report: ScoreReport = { looked: 0, finished: 0 }
  for (const ruling of await questionRulings.atWork()) {
    if (report.looked >= most) break
    const { looked, finished } = await follow(ruling, now, most - report.looked)
    report.looked += looked
    report.finished += finished ? 1 : 0
  }
  return report
}

/** Looked at before the last attempts are scored: whatever is submitted in between is found by them. */
async function follow(ruling: StoredRuling, now: Instant, most: number) {
  const settled = await isScoringSettled(ruling, now)
  const { looked, drained } = await scoreAnew(ruling, now, most)
  const finished = settled && drained && (await questionRulings.finish(ruling._id)) === 1
  return { looked, finished }
}
