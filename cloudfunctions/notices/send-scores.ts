import { scoresToTell } from '../quiz/api'
import type { StoredAgreement } from './repository/message-agreements'
import { scoreAgreements } from './repository/score-agreements'
import { type Outcome, type Run, sendTaken, type SendReport, settleAll } from './send-taken'
import { scoreFields } from './words'

type ScoresNow = Awaited<ReturnType<typeof scoresToTell>>

/** Tells whose score a ruling has changed, once for each agreement: what it was and what it is now. */
export const sendScores = (report: SendReport, { now, requestId }: Run): Promise<void> =>
  settleAll(
    report,
    limit => scoreAgreements.due(now, limit),
    async due => {
      const scores = await scoresToTell(due.map(({ attempt }) => attempt))
      return Promise.all(due.map(agreement => settle(agreement, scores, requestId)))
    },
  )

async function settle(agreement: StoredAgreement, scores: ScoresNow, requestId: string): Promise<Outcome> {
  const { attempt, from } = agreement
  const told = scores.get(attempt)
  if (!told || told.score === from) {
    await scoreAgreements.giveBack(agreement)
    return 'elsewhere'
  }
  if (!(await scoreAgreements.take(agreement))) return 'elsewhere'
  const page = `packages/quiz/result/result?ticket=${encodeURIComponent(told.ticket)}`
  const data = scoreFields(told.round, from, told.score)
  return sendTaken(agreement, { template: 'score', page, data }, requestId)
}
