import type { Home } from '../../contract/editions'
import { hello, homeWords, noticesTitle, openHere, seriesLine } from '../../copy/home'
import type { PageModel } from '../../lib/define-page'
import type { View } from '../../lib/live-view'
import { handInLeftover } from '../../lib/hand-in-leftover'
import { failed, LOADING, type Loading, READY } from '../../lib/loading'
import { invitationOf, type QuizInvitation } from '../../lib/quiz-invitation'
import { routes } from '../../lib/routes'
import { takeInvitation } from '../../lib/take-invitation'
import { textOf } from '../../lib/text-of'
import { openPage } from '../../services/navigation'
import { currentEdition, edition, refreshEdition } from '../../stores/edition'
import { newestNotices, ownRegion, refreshNotices } from '../../stores/notices'
import { serverNow } from '../../stores/server-clock'
import { type ActivityGroup, groupsOf } from './activity-groups'
import { LOOKING, type NewestNotice, newestOf, UNHEARD } from './newest-notice'

interface HomeState extends Loading {
  statusBar: number
  series: string
  greeting: string
  invitation: QuizInvitation | null
  groups: ActivityGroup[]
  /** Beside the first group: where one can take part. */
  here: string
  noticesTitle: string
  newest: NewestNotice
}

const contentOf = (home: Home): Partial<HomeState> => ({
  ...READY,
  series: seriesLine(home),
  greeting: hello(serverNow()),
  invitation: invitationOf(home.quiz),
  groups: groupsOf(home),
})

/** News comes after the first paint, into a row that is there already. */
async function loadNews(view: View<HomeState>, ask: typeof newestNotices): Promise<void> {
  const region = await ownRegion()
  view.show({ here: openHere(region), noticesTitle: noticesTitle(region) })
  const heard = await ask(region).catch(() => null)
  if (heard) view.show({ newest: newestOf(heard.items) })
  else if (view.state.newest === LOOKING) view.show({ newest: UNHEARD })
}

/** What stands on the screen stays when asking fails; only an empty screen says why it is empty. */
async function load(view: View<HomeState>, ask: () => Promise<Home>): Promise<void> {
  const known = edition.get()
  if (known) view.show(contentOf(known))
  try {
    const home = await ask()
    view.show(contentOf(home))
    if (await handInLeftover()) view.show(contentOf(home))
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
    here: '',
    noticesTitle: homeWords.notices,
    newest: LOOKING,
  },
  words: homeWords,

  async shown(view) {
    await load(view, currentEdition)
    await loadNews(view, newestNotices)
  },
  async refreshed(view) {
    await load(view, refreshEdition)
    await loadNews(view, refreshNotices)
  },
  shared: () => ({ title: homeWords.shareTitle, path: routes.home() }),

  on: {
    async retry(view) {
      view.show(LOADING)
      await load(view, refreshEdition)
      await loadNews(view, refreshNotices)
    },

    play: view => takeInvitation(view.state.invitation),

    async openActivity(_view, event) {
      await openPage(routes.activity({ kind: textOf(event, 'kind') }))
    },
    async openNewest({ state: { newest } }) {
      await openPage(newest.id === '' ? routes.notices() : routes.notice({ id: newest.id, region: newest.region }))
    },
    async openNotices() {
      await openPage(routes.notices())
    },
  },
}
