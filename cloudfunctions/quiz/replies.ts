import type {
  AttemptResult,
  AttemptSummary,
  OpenAttempt,
  Rescored,
  RuledQuestion,
} from '../../miniprogram/contract/quiz'
import type { Instant } from '../../miniprogram/contract/time'
import { templateIdOf } from '../platform/messages'
import { earnedBy } from './certificate-rules'
import type { Paper } from './papers'
import type { Override } from './question'
import type { Attempt } from './repository/attempts-spec'
import type { OpenRound } from './repository/rounds'
import { review, score, sealed, stateOf } from './rules'
import { ownerOf, writeTicket } from './ticket'

type Started = Pick<Attempt, 'round' | 'day' | 'number' | 'startedAt' | 'deadline' | 'person'>
type Submitted = Started &
  Pick<Attempt, 'answers' | 'seconds'> &
  Partial<Pick<Attempt, 'rescored' | 'overrides' | 'setAside' | 'restored'>>

/** What names an attempt on the wire. */
export const ticketOf = (attempt: Started): string => writeTicket({ ...attempt, owner: ownerOf(attempt.person) })

/** What a phone gets to play on. */
export const opening = (attempt: Started, paper: Paper, now: Instant): OpenAttempt => ({
  ticket: ticketOf(attempt),
  number: attempt.number,
  startedAt: attempt.startedAt,
  deadline: attempt.deadline,
  now,
  questions: paper.items.map(sealed),
})

const rescoredOf = (rescored: Attempt['rescored']): Rescored | null =>
  rescored && { from: rescored.from, at: rescored.at }

const ruledOf = ({ items }: Paper, overrides: readonly Override[]): RuledQuestion[] =>
  items.flatMap(({ question: { _id } }, i) => {
    const override = overrides.find(({ question }) => question === _id)
    return override ? [{ number: i + 1, allRight: override.key === null, note: override.note }] : []
  })

/** The certificate that a score earns in the round that is on. */
const earnedAlone = ({ round }: Started, score: number, current: OpenRound | null): string | null =>
  current?.round._id === round ? (earnedBy(current.round, score)?.certificate ?? null) : null

/** The only reply with keys in it: for attempts whose submission is recorded. */
export function resultOf(attempt: Submitted, paper: Paper, current: OpenRound | null): AttemptResult {
  const { overrides = [], rescored = null, setAside = null, restored = null } = attempt
  const reviewed = review(paper.items, attempt.answers, overrides)
  const scored = score(reviewed)
  const earned = setAside ? null : earnedAlone(attempt, scored.score, current)
  return {
    ticket: ticketOf(attempt),
    number: attempt.number,
    day: attempt.day,
    ...scored,
    seconds: attempt.seconds ?? 0,
    certificate: earned,
    questions: reviewed,
    rescored: rescoredOf(rescored),
    ruled: ruledOf(paper, overrides),
    scoreTemplate: templateIdOf('score'),
    setAside,
    restored,
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
  rescored: rescoredOf(attempt.rescored),
  setAside: attempt.setAside,
  restored: attempt.restored,
})
