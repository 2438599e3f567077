import type { Home } from '../../contract/editions'
import {
  CATEGORY_NAMES,
  certificatesNote,
  roundNote,
  roundTitle,
  type Stat,
  startWords,
  termStats,
} from '../../copy/quiz'
import type { PageModel } from '../../lib/define-page'
import type { View } from '../../lib/live-view'
import { handInLeftover } from '../../lib/hand-in-leftover'
import { failed, LOADING, type Loading, READY } from '../../lib/loading'
import { invitationOf, type QuizInvitation } from '../../lib/quiz-invitation'
import { routes } from '../../lib/routes'
import { takeInvitation } from '../../lib/take-invitation'
import { openPage, openTab } from '../../services/navigation'
import { currentEdition, refreshEdition } from '../../stores/edition'

interface QuizState extends Loading {
  title: string
  note: string
  stats: Stat[]
  certificatesNote: string
  topics: string[]
  invitation: QuizInvitation | null
}

const contentOf = ({ quiz }: Home): Partial<QuizState> => ({
  ...READY,
  title: quiz ? roundTitle(quiz) : startWords.closed,
  note: quiz ? roundNote(quiz) : startWords.closedNote,
  stats: quiz ? termStats(quiz) : [],
  certificatesNote: (quiz && certificatesNote(quiz)) || startWords.certificatesNote,
  topics: quiz ? quiz.categories.map(category => CATEGORY_NAMES[category]) : [],
  invitation: invitationOf(quiz),
})

/** Home has usually just asked: opening this page then costs no call. */
async function load(view: View<QuizState>, ask: () => Promise<Home>): Promise<void> {
  try {
    const home = await ask()
    view.show(contentOf(home))
    if (await handInLeftover()) view.show(contentOf(home))
  } catch (problem) {
    if (view.state.phase !== 'ready') view.show(failed(problem))
  }
}

export const quizModel: PageModel<QuizState> = {
  state: { ...LOADING, title: '', note: '', stats: [], certificatesNote: '', topics: [], invitation: null },
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

    openRanking: () => openPage(routes.ranking()),
    openPractice: () => openPage(routes.practice()),
    openCertificates: () => openPage(routes.certificates()),

    async goHome() {
      await openTab(routes.home())
    },
  },
}
