import { ERRORS } from '../contract/errors'
import { SUBMIT_GRACE } from '../contract/quiz'
import { errorWords } from '../copy/errors'
import { leftoverText, leftoverWords, resultWords } from '../copy/quiz'
import { asCallError } from '../services/call-error'
import { type Draft, draft, submitDraft } from '../stores/attempt'
import { serverNow } from '../stores/server-clock'
import { tell } from './tell'

const isBlank = ({ answers }: Draft): boolean => answers.every(chosen => chosen.length === 0)

/** Answers that were sent may be recorded, however late it is: asking tells. */
const cannotCount = (kept: Draft): boolean => !kept.sent && serverNow() >= kept.deadline + SUBMIT_GRACE

let busy = false

/**
 * The paper of an app that was closed in its last moments: what was answered is handed in while it may still count, and
 * otherwise the person is told. To be asked once the server's time is known.
 * @returns whether there was one
 */
export async function handInLeftover(): Promise<boolean> {
  const kept = draft.get()
  if (!kept || busy || serverNow() < kept.deadline) return false
  busy = true
  try {
    await settle(kept)
    return true
  } finally {
    busy = false
  }
}

async function settle(kept: Draft): Promise<void> {
  if (isBlank(kept) || cannotCount(kept)) {
    draft.set(null)
    return isBlank(kept) ? undefined : tell(leftoverWords.late)
  }
  try {
    const { score } = await submitDraft(kept)
    await tell(leftoverText(score))
  } catch (problem) {
    await explain(problem)
  }
}

/** What may still arrive is kept for the next time. */
async function explain(problem: unknown): Promise<void> {
  const { code } = asCallError(problem)
  if (ERRORS[code].retry) return
  draft.set(null)
  if (code === 'attempt-already-submitted') await tell(resultWords.elsewhere)
  else await tell(code === 'attempt-expired' ? leftoverWords.late : errorWords(problem))
}
