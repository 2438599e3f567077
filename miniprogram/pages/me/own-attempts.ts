import { type AttemptSummary, quiz } from '../../contract/quiz'
import { attemptBadge, attemptLine, attemptTitle } from '../../copy/quiz'
import { rescoredText } from '../../copy/question-reports'
import { call } from '../../services/cloud'
import { heardScore } from '../../stores/attempt'
import { isRescoringSeen } from '../../stores/rescorings'

export interface AttemptItem {
  ticket: string
  title: string
  note: string
  badge: string
  tone: string
  state: AttemptSummary['state']
}

const itemOf = ({ ticket, startedAt, number, state, seconds, score }: AttemptSummary): AttemptItem => ({
  ticket,
  title: attemptTitle(startedAt, number),
  note: attemptLine(state, seconds),
  ...attemptBadge(state, score),
  state,
})

/** A score that was corrected and that the person has not looked at yet. */
export interface Correction {
  ticket: string
  text: string
}

function correctionIn(attempts: readonly AttemptSummary[]): Correction | null {
  for (const { ticket, startedAt, number, rescored, score } of attempts)
    if (rescored && score !== null && !isRescoringSeen(ticket, rescored.at))
      return { ticket, text: `${attemptTitle(startedAt, number)}：${rescoredText(rescored, score)}` }
  return null
}

/** Throws CallError. */
export async function ownAttempts(): Promise<{ attempts: AttemptItem[]; correction: Correction | null }> {
  const attempts = await call(quiz.listAttempts, {})
  for (const { ticket, score } of attempts) heardScore(ticket, score)
  return { attempts: attempts.map(itemOf), correction: correctionIn(attempts) }
}
