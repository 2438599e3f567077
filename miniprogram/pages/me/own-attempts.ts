import { type AttemptSummary, quiz } from '../../contract/quiz'
import { decisionText } from '../../copy/attempt-decisions'
import { meWords } from '../../copy/me'
import { attemptBadge, attemptLine, attemptTitle } from '../../copy/quiz'
import { rescoredText } from '../../copy/question-reports'
import { call } from '../../services/cloud'
import { heardOf } from '../../stores/attempt'
import { correctedAt, isRescoringSeen } from '../../stores/rescorings'

export interface AttemptItem {
  ticket: string
  title: string
  note: string
  badge: string
  tone: string
  state: AttemptSummary['state']
}

function itemOf({ ticket, startedAt, number, state, seconds, score, setAside }: AttemptSummary): AttemptItem {
  const shown = { state, seconds, score, isSetAside: setAside !== null }
  return { ticket, title: attemptTitle(startedAt, number), note: attemptLine(shown), ...attemptBadge(shown), state }
}

/** What has become of an attempt since it was handed in, and the person has not looked at yet. */
export interface Correction {
  ticket: string
  title: string
  text: string
}

/** A decision says more than a corrected score: the score stands on the page it leads to. */
function correctionOf(attempt: AttemptSummary): Correction | null {
  const { ticket, startedAt, number, rescored, score } = attempt
  const name = attemptTitle(startedAt, number)
  const decision = decisionText(attempt)
  if (decision) return { ticket, title: decision.title, text: name }
  return rescored && { ticket, title: meWords.corrected, text: `${name}：${rescoredText(rescored, score ?? 0)}` }
}

function correctionIn(attempts: readonly AttemptSummary[]): Correction | null {
  const unseen = attempts.find(attempt => {
    const at = correctedAt(attempt)
    return at !== null && !isRescoringSeen(attempt.ticket, at)
  })
  return unseen ? correctionOf(unseen) : null
}

/** Throws CallError. */
export async function ownAttempts(): Promise<{ attempts: AttemptItem[]; correction: Correction | null }> {
  const attempts = await call(quiz.listAttempts, {})
  attempts.forEach(heardOf)
  return { attempts: attempts.map(itemOf), correction: correctionIn(attempts) }
}
