import { listWords } from '../../../copy/practice'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { openPage } from '../../../services/navigation'
import { settleReview, star } from '../../../stores/practice-cards'
import { syncQuietly } from '../../../stores/practice-sync'
import { favouriteIds } from '../learning/decks'
import { type QuestionRow, ROWS, rowsOf } from '../learning/rows'
import { shelfNow } from '../learning/shelf'

interface FavouritesState {
  isEmpty: boolean
  rows: QuestionRow[]
  shown: number
  hasMore: boolean
}

function show(view: View<FavouritesState>): void {
  const ids = favouriteIds(shelfNow())
  const { shown } = view.state
  view.show({ isEmpty: ids.length === 0, rows: rowsOf(ids.slice(0, shown)), hasMore: ids.length > shown })
}

export const favouritesModel: PageModel<FavouritesState> = {
  state: { isEmpty: false, rows: [], shown: ROWS, hasMore: false },
  words: listWords,

  shown(view) {
    settleReview()
    show(view)
  },

  on: {
    practise: () => openPage(routes.practise({ deck: 'favourites' })),
    start: () => openPage(routes.practise({ deck: 'daily' })),
    unstar(view, event) {
      star(textOf(event, 'id'), false)
      show(view)
      void syncQuietly()
    },
    more(view) {
      view.show({ shown: view.state.shown + ROWS })
      show(view)
    },
  },
}
