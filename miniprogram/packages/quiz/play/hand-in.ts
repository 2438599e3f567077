import { ERRORS } from '../../../contract/errors'
import { type AttemptResult, SUBMIT_GRACE } from '../../../contract/quiz'
import { SECOND } from '../../../contract/time'
import { errorWords } from '../../../copy/errors'
import { lostText, playWords } from '../../../copy/quiz'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { asCallError } from '../../../services/call-error'
import { replacePage } from '../../../services/navigation'
import { type Draft, draft, submitDraft } from '../../../stores/attempt'
import type { PlayState } from './play-state'

const RETRY_PAUSE = 5 * SECOND

/** Hands the answers in, and goes on trying while they may still count. */
export async function handIn(view: View<PlayState>): Promise<void> {
  const kept = draft.get()
  if (!kept || view.state.submitting) return
  view.show({ submitting: true, confirming: false })
  const outcome = await submitDraft(kept).catch((problem: unknown) => ({ problem }))
  view.show({ submitting: false })
  if ('problem' in outcome) await explain(view, kept, outcome.problem)
  else await showResult(view, outcome)
}

/** A person who has left the page meanwhile is not torn from where they are: the result waits among their attempts. */
async function showResult(view: View<PlayState>, result: Pick<AttemptResult, 'ticket'>): Promise<void> {
  if (view.isShown) await replacePage(routes.result({ ticket: result.ticket }))
}

async function explain(view: View<PlayState>, kept: Draft, problem: unknown): Promise<void> {
  const { code } = asCallError(problem)
  if (code === 'attempt-already-submitted') {
    draft.set(null)
    if (view.isShown) await replacePage(routes.result({ ticket: kept.ticket, elsewhere: 'yes' }))
  } else if (ERRORS[code].retry) {
    view.show({ lost: lostText(errorWords(problem), kept.deadline + SUBMIT_GRACE) })
    tryAgainLater(view)
  } else {
    draft.set(null)
    view.show({ lost: errorWords(problem), over: true })
  }
}

function tryAgainLater(view: View<PlayState>): void {
  setTimeout(() => {
    if (view.isShown && view.state.lost !== '') void handIn(view)
  }, RETRY_PAUSE)
}

/** The time is over: what has been answered is handed in; a phone without answers must not spoil another phone's paper. */
export async function timeUp(view: View<PlayState>): Promise<void> {
  const kept = draft.get()
  if (kept?.answers.some(chosen => chosen.length > 0)) {
    await handIn(view)
    return
  }
  draft.set(null)
  view.show({ lost: playWords.timeUp, over: true, confirming: false })
}
