import { practiceWords } from '../../../copy/practice'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { openPage, openTab } from '../../../services/navigation'
import { online } from '../../../services/network'
import { hasConsented, knownMe } from '../../../stores/me'
import { settleReview } from '../../../stores/practice-cards'
import { idsOnPhone, refreshPack } from '../../../stores/practice-pack'
import { keepPictures } from '../../../stores/practice-pictures'
import { syncQuietly } from '../../../stores/practice-sync'
import { shelfNow } from '../learning/shelf'
import { NOTHING, type Overview, overviewOf } from './overview'

interface HomeState extends Omit<Loading, 'phase'>, Overview {
  phase: Loading['phase'] | 'empty'
  offline: boolean
  /** Whether the person may be asked to have their practice kept. */
  offersKeeping: boolean
}

function showShelf(view: View<HomeState>): void {
  const phase = idsOnPhone().size === 0 ? 'empty' : 'ready'
  view.show({ ...READY, phase, offline: !online.get(), ...overviewOf(shelfNow()) })
}

/** What is on the phone is shown at once; then what is new, and what other phones did. Without network it stays. */
async function load(view: View<HomeState>): Promise<void> {
  settleReview()
  if (idsOnPhone().size > 0) showShelf(view)
  const outcome = await refreshPack().catch((problem: unknown) => ({ problem }))
  if (outcome && idsOnPhone().size === 0) view.show(failed(outcome.problem))
  else showShelf(view)
  if (!outcome) void keepPictures()
  await together(view)
}

async function together(view: View<HomeState>): Promise<void> {
  const isTold = await syncQuietly()
  const known = knownMe.get()
  view.show({ offersKeeping: known !== null && !hasConsented(known) })
  if (isTold) showShelf(view)
}

/** The page that was last on the screen: it alone hears of the network. */
let latest: View<HomeState> | null = null

online.listen(() => {
  if (!latest?.isShown) return
  latest.show({ offline: !online.get() })
  if (online.get()) void load(latest)
})

export const homeModel: PageModel<HomeState> = {
  state: { ...LOADING, ...NOTHING, offline: false, offersKeeping: false },
  words: practiceWords,

  shown(view) {
    latest = view
    return load(view)
  },
  refreshed: load,

  shared: () => ({ title: practiceWords.shareTitle, path: routes.practice() }),

  on: {
    retry: retrying(load),
    startDaily: () => openPage(routes.practise({ deck: 'daily' })),
    startWeak: () => openPage(routes.practise({ deck: 'weak' })),
    startCategory: (_view, event) =>
      openPage(routes.practise({ deck: 'category', category: textOf(event, 'category') })),
    openMistakes: () => openPage(routes.mistakes()),
    openFavourites: () => openPage(routes.favourites()),
    openConsent: () => openPage(routes.consent({ then: routes.practice() })),
    goBack: () => openTab(routes.quiz()),
  },
}
