import { posterWords } from '../../../copy/certificates'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import type { PosterDescription } from '../../../lib/poster-description'
import { routes } from '../../../lib/routes'
import { textOf } from '../../../lib/text-of'
import { goBackOr } from '../../../services/navigation'
import { resultFor } from '../../../stores/attempt'
import { codePicture } from '../../../lib/code-picture'
import { keepPicture } from '../../../lib/keep-picture'
import { scorePoster } from './score-poster'

interface PosterState extends Loading {
  ticket: string
  poster: PosterDescription | null
  /** The finished picture; empty while it is painted. */
  picture: string
}

async function load(view: View<PosterState>): Promise<void> {
  try {
    const [result, code] = await Promise.all([resultFor(view.state.ticket), codePicture(null)])
    view.show({ ...READY, poster: scorePoster(result, code) })
  } catch (problem) {
    view.show(failed(problem))
  }
}

export const posterModel: PageModel<PosterState> = {
  state: { ...LOADING, ticket: '', poster: null, picture: '' },
  words: posterWords,

  async opened(view, { ticket = '' }) {
    view.show({ ticket })
    await load(view)
  },

  shared: () => ({ title: posterWords.shareTitle, path: routes.quiz() }),

  on: {
    retry: retrying(load),
    painted(view, event) {
      view.show({ picture: textOf(event, 'path') })
    },
    keep: view => keepPicture(view.state.picture),
    goBack: () => goBackOr(routes.quiz()),
  },
}
