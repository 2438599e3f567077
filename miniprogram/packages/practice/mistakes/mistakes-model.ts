import { listWords } from '../../../copy/practice'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { openPage } from '../../../services/navigation'
import { contestWrongs } from '../../../stores/contest-wrongs'
import { settleReview } from '../../../stores/practice-cards'
import { mistakeIds } from '../learning/decks'
import { type QuestionRow, rowOf, ROWS, rowsOf } from '../learning/rows'
import { shelfNow } from '../learning/shelf'

interface MistakesState {
  isEmpty: boolean
  rows: QuestionRow[]
  contest: QuestionRow[]
  /** How many rows of each list are shown. */
  shown: number
  hasMore: boolean
}

function show(view: View<MistakesState>): void {
  const ids = mistakeIds(shelfNow())
  const wrongs = contestWrongs()
  const { shown } = view.state
  view.show({
    isEmpty: ids.length + wrongs.length === 0,
    rows: rowsOf(ids.slice(0, shown)),
    contest: wrongs.slice(0, shown).map((wrong, at) => rowOf(String(at), wrong)),
    hasMore: Math.max(ids.length, wrongs.length) > shown,
  })
}

export const mistakesModel: PageModel<MistakesState> = {
  state: { isEmpty: false, rows: [], contest: [], shown: ROWS, hasMore: false },
  words: listWords,

  shown(view) {
    settleReview()
    show(view)
  },

  on: {
    practise: () => openPage(routes.practise({ deck: 'mistakes' })),
    practiseContest: () => openPage(routes.practise({ deck: 'contest' })),
    start: () => openPage(routes.practise({ deck: 'daily' })),
    more(view) {
      view.show({ shown: view.state.shown + ROWS })
      show(view)
    },
  },
}
