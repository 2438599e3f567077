import type { Home } from '../../contract/editions'
import { hello, homeWords, seriesLine } from '../../copy/home'
import type { PageModel } from '../../lib/define-page'
import type { View } from '../../lib/live-view'
import { failed, LOADING, type Loading, READY } from '../../lib/loading'
import { invitationOf, type QuizInvitation } from '../../lib/quiz-invitation'
import { routes } from '../../lib/routes'
import { takeInvitation } from '../../lib/take-invitation'
import { textOf } from '../../lib/text-of'
import { openPage } from '../../services/navigation'
import { currentEdition, edition, refreshEdition } from '../../stores/edition'
import { serverNow } from '../../stores/server-clock'
import { type ActivityGroup, groupsOf } from './activity-groups'

interface HomeState extends Loading {
  statusBar: number
  series: string
  greeting: string
  invitation: QuizInvitation | null
  groups: ActivityGroup[]
}

const contentOf = (home: Home): Partial<HomeState> => ({
  ...READY,
  series: seriesLine(home),
  greeting: hello(serverNow()),
  invitation: invitationOf(home.quiz),
  groups: groupsOf(home),
})

/** What stands on the screen stays when asking fails; only an empty screen says why it is empty. */
async function load(view: View<HomeState>, ask: () => Promise<Home>): Promise<void> {
  const known = edition.get()
  if (known) view.show(contentOf(known))
  try {
    view.show(contentOf(await ask()))
  } catch (problem) {
    if (!known) view.show(failed(problem))
  }
}

export const homeModel: PageModel<HomeState> = {
  state: {
    ...LOADING,
    statusBar: wx.getWindowInfo().statusBarHeight,
    series: '',
    greeting: '',
    invitation: null,
    groups: [],
  },
  words: homeWords,

  shown: view => load(view, currentEdition),
  refreshed: view => load(view, refreshEdition),
  shared: () => ({ title: homeWords.shareTitle, path: routes.home() }),

  on: {
    async retry(view) {
      view.show(LOADING)
      await load(view, refreshEdition)
    },

    play: view => takeInvitation(view.state.invitation),

    async openActivity(_view, event) {
      await openPage(routes.activity({ kind: textOf(event, 'kind') }))
    },
  },
}
