import { playWords } from '../../../copy/quiz'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { numberOf } from '../../../lib/text-of'
import { openTab } from '../../../services/navigation'
import { type Draft, draft, startOrResume } from '../../../stores/attempt'
import { clockAhead } from '../../../stores/server-clock'
import { choose, onScreen, turnTo } from './answering'
import { handIn, timeUp } from './hand-in'
import { initialState, type PlayState } from './play-state'

async function start(view: View<PlayState>): Promise<void> {
  try {
    const kept = await startOrResume()
    view.show({ ...READY, question: onScreen(kept), deadline: kept.deadline, ahead: clockAhead() })
    if (kept.sent) await handIn(view)
  } catch (problem) {
    view.show(failed(problem))
  }
}

/** Changes the draft on the phone first, then the screen: what was tapped survives whatever comes next. */
function change(view: View<PlayState>, edit: (kept: Draft) => Draft): void {
  const kept = draft.get()
  if (!kept) return
  const edited = edit(kept)
  draft.set(edited)
  view.show({ question: onScreen(edited) })
}

/** Answers that have been sent once may be recorded already: they can be looked at, not changed. */
const answer = (view: View<PlayState>, position: number): void => {
  change(view, kept => (kept.sent ? kept : choose(kept, position)))
}

export const playModel: PageModel<PlayState> = {
  state: initialState,
  words: playWords,

  opened: start,

  async shown(view) {
    if (view.state.lost !== '' && !view.state.over) await handIn(view)
  },

  on: {
    retry: retrying(start),
    choose(view, event) {
      answer(view, numberOf(event, 'position'))
    },
    openGrid(view) {
      view.show({ browsing: true })
    },
    closeGrid(view) {
      view.show({ browsing: false })
    },
    jump(view, event) {
      view.show({ browsing: false })
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
    handIn,
    timeUp,
    async leave() {
      await openTab(routes.quiz())
    },
  },
}
