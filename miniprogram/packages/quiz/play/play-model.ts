import { playWords } from '../../../copy/quiz'
import { errorWords } from '../../../copy/errors'
import type { PageModel, View } from '../../../lib/define-page'
import { failed, LOADING, type Loading, READY } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { numberOf } from '../../../lib/text-of'
import { asCallError } from '../../../services/call-error'
import { type Draft, draft, startOrResume, submitDraft } from '../../../stores/attempt'
import { clockAhead } from '../../../stores/server-clock'
import { choose, onScreen, type QuestionOnScreen, turnTo } from './answering'

interface PlayState extends Loading {
  question: QuestionOnScreen | null
  deadline: number
  ahead: number
  confirming: boolean
  submitting: boolean
  /** Why the last submission did not arrive; empty while there is nothing to say. */
  lost: string
  /** After this failure there is nothing left to submit. */
  over: boolean
}

const drawn = (kept: Draft): Partial<PlayState> => ({
  ...READY,
  question: onScreen(kept),
  deadline: kept.deadline,
  ahead: clockAhead(),
})

async function start(view: View<PlayState>): Promise<void> {
  try {
    view.show(drawn(await startOrResume()))
  } catch (problem) {
    view.show(failed(problem))
  }
}

/** Changes the draft on the phone first, then the screen: what was tapped survives whatever comes next. */
function change(view: View<PlayState>, edit: (kept: Draft) => Draft): void {
  const kept = draft.get()
  if (!kept || view.state.submitting) return
  const edited = edit(kept)
  draft.set(edited)
  view.show({ question: onScreen(edited) })
}

async function submit(view: View<PlayState>): Promise<void> {
  const kept = draft.get()
  if (!kept || view.state.submitting) return
  view.show({ submitting: true, confirming: false, lost: '' })
  try {
    const { ticket } = await submitDraft(kept)
    await wx.redirectTo({ url: routes.result({ ticket }) })
  } catch (problem) {
    await explain(view, kept, problem)
  }
}

/** What the answers' fate is, in words; a second phone may have handed in already, and then the result is shown. */
async function explain(view: View<PlayState>, kept: Draft, problem: unknown): Promise<void> {
  const { code } = asCallError(problem)
  if (code === 'attempt-already-submitted') {
    draft.set(null)
    await wx.redirectTo({ url: routes.result({ ticket: kept.ticket }) })
    return
  }
  const over = code === 'attempt-expired' || code === 'attempt-unknown' || code === 'attempt-not-yours'
  if (over) draft.set(null)
  view.show({ submitting: false, lost: errorWords(problem), over })
}

export const playModel: PageModel<PlayState> = {
  state: {
    ...LOADING,
    question: null,
    deadline: 0,
    ahead: 0,
    confirming: false,
    submitting: false,
    lost: '',
    over: false,
  },
  words: playWords,

  opened: start,

  on: {
    async retry(view) {
      view.show(LOADING)
      await start(view)
    },
    choose(view, event) {
      change(view, kept => choose(kept, numberOf(event, 'position')))
    },
    jump(view, event) {
      change(view, kept => turnTo(kept, numberOf(event, 'position')))
    },
    previous(view) {
      change(view, kept => turnTo(kept, kept.at - 1))
    },
    next(view) {
      const { question } = view.state
      if (question && question.at === question.last) view.show({ confirming: true })
      else change(view, kept => turnTo(kept, kept.at + 1))
    },
    back(view) {
      view.show({ confirming: false })
    },
    submit,
    async leave() {
      await wx.navigateBack()
    },
  },
}
