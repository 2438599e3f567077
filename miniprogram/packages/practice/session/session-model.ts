import { type Category, categorySchema } from '../../../contract/questions'
import { sessionWords } from '../../../copy/practice'
import * as v from 'valibot'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { numberOf, textOf } from '../../../lib/text-of'
import { goBackOr, openPage } from '../../../services/navigation'
import { online } from '../../../services/network'
import { isStarred, star } from '../../../stores/practice-cards'
import { idsOnPhone, refreshPack } from '../../../stores/practice-pack'
import { keepPictures } from '../../../stores/practice-pictures'
import { syncQuietly } from '../../../stores/practice-sync'
import type { DeckKind } from '../learning/decks'
import { isDeck, roundOf, versionOf } from './asked'
import { answer, begin, choose, goOn, questionOn, sayEase } from './round'
import { initialState, type SessionState } from './session-state'

interface SessionPage extends SessionState {
  deck: DeckKind
  category: Category | null
}

/** The page that was last on the screen: it alone hears of the network. */
let latest: View<SessionPage> | null = null

online.listen(() => {
  if (!latest?.isShown) return
  latest.show({ offline: !online.get() })
  if (online.get()) void syncQuietly()
})

/** Whoever comes straight here, and not from the practice page, has no pack yet. */
async function start(view: View<SessionPage>): Promise<void> {
  const { deck, category } = view.state
  try {
    if (deck !== 'contest' && idsOnPhone().size === 0) await fetchPack()
    begin(view, roundOf(deck, category))
  } catch (problem) {
    view.show(failed(problem))
  }
}

async function fetchPack(): Promise<void> {
  await refreshPack()
  void keepPictures()
}

export const sessionModel: PageModel<SessionPage> = {
  state: { ...initialState, deck: 'daily', category: null },
  words: sessionWords,

  opened(view, { deck = '', category }) {
    view.show({ deck: isDeck(deck) ? deck : 'daily', category: v.is(categorySchema, category) ? category : null })
    return start(view)
  },

  shown(view) {
    latest = view
    view.show({ offline: !online.get() })
  },

  on: {
    choose(view, event) {
      choose(view, numberOf(event, 'position'))
    },
    check: answer,
    next: goOn,
    sayEase(view, event) {
      sayEase(view, textOf(event, 'value'))
    },
    star(view) {
      const id = questionOn(view)?.id ?? null
      if (id === null || !view.state.asked) return
      star(id, !isStarred(id))
      view.show({ asked: { ...view.state.asked, starred: isStarred(id) } })
    },
    report(view) {
      const asked = questionOn(view)
      const question = asked && versionOf(asked)
      return question ? openPage(routes.reportQuestion({ question, stem: asked.question.stem })) : undefined
    },
    more: start,
    retry: retrying(start),
    back: () => goBackOr(routes.quiz()),
  },
}
