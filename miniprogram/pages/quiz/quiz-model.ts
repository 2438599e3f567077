import type { Home } from '../../contract/editions'
import { CATEGORY_NAMES, startWords, termStats } from '../../copy/quiz'
import type { PageModel, View } from '../../lib/define-page'
import { failed, LOADING, type Loading, READY } from '../../lib/loading'
import { invitationOf, type QuizInvitation } from '../../lib/quiz-invitation'
import { routes } from '../../lib/routes'
import { edition, refreshEdition } from '../../stores/edition'

interface QuizState extends Loading {
  stats: { value: string; label: string }[]
  topics: string[]
  invitation: QuizInvitation | null
}

const contentOf = ({ quiz }: Home): Partial<QuizState> => ({
  ...READY,
  stats: quiz ? termStats(quiz) : [],
  topics: quiz ? quiz.categories.map(category => CATEGORY_NAMES[category]) : [],
  invitation: invitationOf(quiz),
})

/** Home has usually asked already: opening this page then costs no call. */
async function load(view: View<QuizState>): Promise<void> {
  try {
    view.show(contentOf(edition.get() ?? (await refreshEdition())))
  } catch (problem) {
    view.show(failed(problem))
  }
}

export const quizModel: PageModel<QuizState> = {
  state: { ...LOADING, stats: [], topics: [], invitation: null },
  words: startWords,

  shown: load,

  async refreshed(view) {
    try {
      view.show(contentOf(await refreshEdition()))
    } catch (problem) {
      view.show(failed(problem))
    }
  },

  shared: () => ({ title: startWords.shareTitle, path: routes.quiz() }),

  on: {
    async retry(view) {
      view.show(LOADING)
      await load(view)
    },

    async play(view) {
      if (view.state.invitation?.leads === 'rest') await wx.switchTab({ url: routes.me() })
      else await wx.navigateTo({ url: routes.play() })
    },

    async goHome() {
      await wx.switchTab({ url: routes.home() })
    },
  },
}
