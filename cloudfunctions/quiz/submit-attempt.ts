import type { AttemptResult, quiz } from '../../miniprogram/contract/quiz'
import type { Handler } from '../platform/context'
import { drawPaper, type Paper, paperOf } from './papers'
import { resultOf } from './replies'
import { attempts } from './repository/attempts'
import { type OpenRound, rounds } from './repository/rounds'
import { answersFit, chosenIds, earliestDeadline, review, score, secondsUsed, stateOf } from './rules'
import { suspicionsOf } from './suspicion-rules'
import { type OwnTicket, ownTicket } from './ticket'

type SubmitAttempt = Handler<typeof quiz.submitAttempt>
type SubmitContext = Parameters<SubmitAttempt>[1]

interface Submission {
  attempt: OwnTicket
  answers: number[][]
}

/**
 * One conditional write records and scores the answers: the database compares state, paper and deadline, so a second
 * submission, a late one and one for another paper change nothing. Only when it does not match is the attempt read.
 */
export const submitAttempt: SubmitAttempt = async ({ ticket, answers }, context) => {
  const attempt = ownTicket(ticket, context.who.person)
  if (typeof attempt === 'string') throw context.refusal(attempt)
  const current = await rounds.currentWithBank(context.now)
  const drawn = current?.round._id === attempt.round ? drawPaper(current, attempt) : null
  const recorded = drawn && (await record({ attempt, answers }, drawn, current, context))
  return recorded ?? settle({ attempt, answers }, current, context)
}

/** Why the write did not match: said in a code of its own, or, where it should have matched, mended. */
async function settle(submission: Submission, current: OpenRound | null, context: SubmitContext) {
  const stored = await attempts.get(submission.attempt)
  if (!stored) throw context.refusal('attempt-unknown')
  const paper = await paperOf(stored, current)
  if (stored.state === 'submitted') {
    if (stored.submittedWith !== context.key) throw context.refusal('attempt-already-submitted')
    return resultOf(stored, paper, current) // the answer to the first sending was lost on its way
  }
  if (stateOf(stored, context.now) === 'expired') throw context.refusal('attempt-expired')
  if (!answersFit(paper.items, submission.answers)) throw context.refusal('answers-off-paper')

  // The bank has changed since the start: the attempt keeps the paper it was started with.
  const late = await record(submission, paper, current, context)
  if (!late) throw context.refusal('attempt-already-submitted')
  return late
}

/** Null when the answers are not for this paper, or the attempt is not open with it and in time. */
async function record(
  { attempt, answers }: Submission,
  paper: Paper,
  current: OpenRound | null,
  { now, key }: SubmitContext,
): Promise<AttemptResult | null> {
  if (!answersFit(paper.items, answers)) return null
  const chosen = chosenIds(paper.items, answers)
  const seconds = secondsUsed(attempt, now)
  const submitted = {
    answers: chosen,
    score: score(review(paper.items, chosen)).score,
    seconds,
    suspicions: suspicionsOf(paper.items, answers, seconds),
    submittedAt: now,
    submittedWith: key,
    countedAt: now,
  }
  const counted = await attempts.submit(attempt, paper.refs, earliestDeadline(now), submitted)
  return counted ? resultOf({ ...attempt, ...submitted }, paper, current) : null
}
