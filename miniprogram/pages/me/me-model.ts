import { type AttemptSummary, quiz } from '../../contract/quiz'
import { attemptBadge, attemptLine, attemptTitle } from '../../copy/quiz'
import { meWords } from '../../copy/me'
import type { PageModel } from '../../lib/define-page'
import type { View } from '../../lib/live-view'
import { failed, LOADING, type Loading, READY } from '../../lib/loading'
import { routes } from '../../lib/routes'
import { textOf } from '../../lib/text-of'
import { call } from '../../services/cloud'
import { openPage, openTab } from '../../services/navigation'
import { type AppearanceChoice, appearanceChoice } from '../../stores/appearance'

interface AttemptItem {
  ticket: string
  title: string
  note: string
  badge: string
  tone: string
  state: AttemptSummary['state']
}

interface MeState extends Omit<Loading, 'phase'> {
  phase: Loading['phase'] | 'empty'
  attempts: AttemptItem[]
  choice: AppearanceChoice
}

const itemOf = ({ ticket, startedAt, number, state, seconds, score }: AttemptSummary): AttemptItem => ({
  ticket,
  title: attemptTitle(startedAt, number),
  note: attemptLine(state, seconds),
  ...attemptBadge(state, score),
  state,
})

async function load(view: View<MeState>): Promise<void> {
  try {
    const attempts = await call(quiz.listAttempts, {})
    view.show({ ...READY, phase: attempts.length === 0 ? 'empty' : 'ready', attempts: attempts.map(itemOf) })
  } catch (problem) {
    if (view.state.attempts.length === 0) view.show(failed(problem))
  }
}

function choose(view: View<MeState>, choice: Partial<AppearanceChoice>): void {
  appearanceChoice.set({ ...appearanceChoice.get(), ...choice })
  view.show({ choice: appearanceChoice.get() })
}

const isTheme = (text: string): text is AppearanceChoice['theme'] => meWords.themes.some(({ value }) => value === text)

export const meModel: PageModel<MeState> = {
  state: { ...LOADING, attempts: [], choice: appearanceChoice.get() },
  words: meWords,

  shown: load,
  refreshed: load,

  on: {
    async retry(view) {
      view.show(LOADING)
      await load(view)
    },

    async openAttempt(_view, event) {
      const state = textOf(event, 'state')
      if (state === 'submitted') await openPage(routes.result({ ticket: textOf(event, 'value') }))
      if (state === 'open') await openPage(routes.play())
    },

    async play() {
      await openTab(routes.quiz())
    },

    chooseTheme(view, event) {
      const theme = textOf(event, 'value')
      if (isTheme(theme)) choose(view, { theme })
    },

    toggleElder(view) {
      choose(view, { elder: !view.state.choice.elder })
    },

    async copyContact() {
      await wx.setClipboardData({ data: meWords.contact })
    },
  },
}
