import type { AttemptResult, AttemptSummary, OpenAttempt } from '../../miniprogram/contract/quiz'
import type { Instant } from '../../miniprogram/contract/time'
import { earnedBy } from './certificate-rules'
import type { Paper } from './papers'
import type { Attempt } from './repository/attempts'
import type { OpenRound } from './repository/rounds'
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
export function resultOf(attempt: Submitted, paper: Paper, current: OpenRound | null): AttemptResult {
  const reviewed = review(paper.items, attempt.answers)
  const scored = score(reviewed)
  const earned = current?.round._id === attempt.round ? earnedBy(current.round, scored.score) : null
  return {
    ticket: ticketOf(attempt),
    number: attempt.number,
    day: attempt.day,
    ...scored,
    seconds: attempt.seconds ?? 0,
    certificate: earned?.certificate ?? null,
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
