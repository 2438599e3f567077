import { type Ranking, standings } from '../../../contract/standings'
import {
  asOfText,
  ownCard,
  type OwnCard,
  RANKING_TABS,
  rankingWords,
  type RankingTab,
  ruleLines,
} from '../../../copy/ranking'
import { type Busy, whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { sendOnce } from '../../../lib/send-once'
import { textOf } from '../../../lib/text-of'
import { openTab } from '../../../services/navigation'
import { me } from '../../../stores/me'
import { rankingOf, shownRound } from '../../../stores/ranking'
import { type Row, rowsOf } from './rows'

interface RankingState extends Omit<Loading, 'phase'>, Busy {
  phase: Loading['phase'] | 'empty'
  tab: RankingTab
  asOf: string
  card: OwnCard
  rows: Row[]
  more: 'idle' | 'end'
  empty: string
  shown: boolean
  /** Whether the person is too young to be named. */
  isChild: boolean
  rule: string[]
  /** Whether the sheet with the rule is open. */
  asking: boolean
}

type RankingView = View<RankingState>

const PAGE = 30

/** The whole ranking of the page that is open; the screen gets it row by row. */
const held = new WeakMap<RankingView, Ranking>()

function showTab(view: RankingView, tab: RankingTab, rows = PAGE): void {
  const ranking = held.get(view)
  if (!ranking) return
  const all = rowsOf(tab, ranking)
  view.show({
    tab,
    card: ownCard(tab, ranking),
    rows: all.slice(0, rows),
    more: rows < all.length ? 'idle' : 'end',
    empty: all.length > 0 ? '' : tab === 'people' ? rankingWords.none : rankingWords.noneGroups,
  })
}

/** Where it cannot be heard, the answer to the wish still says it. */
const isTooYoung = (): Promise<boolean> =>
  me().then(
    ({ profile }) => profile?.ageBand === 'under-14',
    () => false,
  )

async function load(view: RankingView): Promise<void> {
  try {
    const round = await shownRound()
    if (round === null) {
      view.show({ ...READY, phase: 'empty', problem: rankingWords.closed })
      return
    }
    const [ranking, isChild] = await Promise.all([rankingOf(round), isTooYoung()])
    held.set(view, ranking)
    const rule = ruleLines(ranking.minPlayers || 1)
    view.show({ ...READY, asOf: asOfText(ranking), shown: ranking.shown, isChild, rule })
    showTab(view, view.state.tab)
  } catch (problem) {
    if (view.state.phase !== 'ready') view.show(failed(problem))
  }
}

const tabIn = (text: string): RankingTab => RANKING_TABS.find(({ value }) => value === text)?.value ?? 'people'

export const rankingModel: PageModel<RankingState> = {
  state: {
    ...LOADING,
    busy: false,
    tab: 'people',
    asOf: '',
    card: { title: '', line: '' },
    rows: [],
    more: 'end',
    empty: '',
    shown: false,
    isChild: false,
    rule: [],
    asking: false,
  },
  words: rankingWords,

  shown: load,
  refreshed: load,
  shared: () => ({ title: rankingWords.title, path: routes.ranking() }),

  on: {
    retry: retrying(load),
    choose(view, event) {
      showTab(view, tabIn(textOf(event, 'value')))
    },
    more(view) {
      showTab(view, view.state.tab, view.state.rows.length + PAGE)
    },
    ask(view) {
      view.show({ asking: true })
    },
    understand(view) {
      view.show({ asking: false })
    },
    setShown: view =>
      whileBusy(view, async () => {
        const { shown } = await sendOnce(standings.setVisibility, { shown: !view.state.shown })
        view.show({ shown })
      }),
    async play() {
      await openTab(routes.quiz())
    },
  },
}
