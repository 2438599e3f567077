import type { AttemptResult, AttemptSummary, OpenAttempt } from '../../miniprogram/contract/quiz'
import type { Instant } from '../../miniprogram/contract/time'
import type { Paper } from './papers'
import type { Attempt } from './repository/attempts'
import { review, score, sealed, stateOf } from './rules'
import { ownerOf, writeTicket } from './ticket'

type Started = Pick<Attempt, 'round' | 'day' | 'number' | 'startedAt' | 'deadline' | 'person'>
type Submitted = Started & Pick<Attempt, 'answers' | 'seconds'>

const ticketOf = (attempt: Started): string => writeTicket({ ...attempt, owner: ownerOf(attempt.person) })

/** What a phone gets to play on. */
export const opening = (attempt: Started, paper: Paper, now: Instant): OpenAttempt => ({
  ticket: ticketOf(attempt),
  number: attempt.number,
  startedAt: attempt.startedAt,
  deadline: attempt.deadline,
  now,
  questions: paper.items.map(sealed),
})

/** The only reply with keys in it: for attempts whose submission is recorded. */
export function resultOf(attempt: Submitted, paper: Paper): AttemptResult {
  const reviewed = review(paper.items, attempt.answers)
  return {
    ticket: ticketOf(attempt),
    number: attempt.number,
    day: attempt.day,
    ...score(reviewed),
    seconds: attempt.seconds ?? 0,
    questions: reviewed,
  }
}

export const summaryOf = (attempt: Attempt, now: Instant): AttemptSummary => ({
  ticket: ticketOf(attempt),
  number: attempt.number,
  day: attempt.day,
  state: stateOf(attempt, now),
  startedAt: attempt.startedAt,
  score: attempt.score,
  seconds: attempt.seconds,
})
