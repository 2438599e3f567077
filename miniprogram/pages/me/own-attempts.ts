import { type AttemptSummary, quiz } from '../../contract/quiz'
import { attemptBadge, attemptLine, attemptTitle } from '../../copy/quiz'
import { call } from '../../services/cloud'

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

/** Throws CallError. */
export const ownAttempts = async (): Promise<AttemptItem[]> => (await call(quiz.listAttempts, {})).map(itemOf)
