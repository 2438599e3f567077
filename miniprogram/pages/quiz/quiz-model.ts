import type { Home } from '../../contract/editions'
import { CATEGORY_NAMES, type Stat, startWords, termStats } from '../../copy/quiz'
import type { PageModel } from '../../lib/define-page'
import type { View } from '../../lib/live-view'
import { failed, LOADING, type Loading, READY } from '../../lib/loading'
import { invitationOf, type QuizInvitation } from '../../lib/quiz-invitation'
import { routes } from '../../lib/routes'
import { takeInvitation } from '../../lib/take-invitation'
import { openPage, openTab } from '../../services/navigation'
import { currentEdition, refreshEdition } from '../../stores/edition'

interface QuizState extends Loading {
  stats: Stat[]
  topics: string[]
  invitation: QuizInvitation | null
}

const contentOf = ({ quiz }: Home): Partial<QuizState> => ({
  ...READY,
  stats: quiz ? termStats(quiz) : [],
  topics: quiz ? quiz.categories.map(category => CATEGORY_NAMES[category]) : [],
  invitation: invitationOf(quiz),
})

/** Home has usually just asked: opening this page then costs no call. */
async function load(view: View<QuizState>, ask: () => Promise<Home>): Promise<void> {
  try {
    view.show(contentOf(await ask()))
  } catch (problem) {
    if (view.state.phase !== 'ready') view.show(failed(problem))
  }
}

export const quizModel: PageModel<QuizState> = {
  state: { ...LOADING, stats: [], topics: [], invitation: null },
  words: startWords,

  shown: view => load(view, currentEdition),
  refreshed: view => load(view, refreshEdition),

  shared: () => ({ title: startWords.shareTitle, path: routes.quiz() }),

  on: {
    async retry(view) {
      view.show(LOADING)
      await load(view, refreshEdition)
    },

    play: view => takeInvitation(view.state.invitation),

    practise: () => openPage(routes.practice()),

    async goHome() {
      await openTab(routes.home())
    },
  },
}
