import * as v from 'valibot'
import type { AttemptResult } from '../contract/quiz'
import { type Instant, instantSchema } from '../contract/time'
import { keptStore } from '../lib/keep'

const seenSchema = v.array(v.object({ ticket: v.string(), at: instantSchema }))

/** What became of scores and the person has looked at on this phone, latest first. */
const seen = keptStore('quiz-seen-rescorings', seenSchema, [])

/** As many as the list of attempts holds. */
const KEPT = 20

/** When something last became of an attempt: its score, or whether it counts. Null for nearly all. */
export function correctedAt({
  rescored,
  setAside,
  restored,
}: Pick<AttemptResult, 'rescored' | 'setAside' | 'restored'>): Instant | null {
  const moments = [rescored, setAside, restored].flatMap(one => (one ? [one.at] : []))
  return moments.length === 0 ? null : Math.max(...moments)
}

export const isRescoringSeen = (ticket: string, at: Instant): boolean =>
  seen.get().some(one => one.ticket === ticket && one.at >= at)

export function seeRescoring(ticket: string, at: Instant): void {
  if (isRescoringSeen(ticket, at)) return
  seen.set([{ ticket, at }, ...seen.get().filter(one => one.ticket !== ticket)].slice(0, KEPT))
}
