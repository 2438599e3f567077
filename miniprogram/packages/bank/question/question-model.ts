import { bank } from '../../../contract/bank'
import { questionWords } from '../../../copy/bank'
import { errorWords } from '../../../copy/errors'
import { type Busy, whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { call } from '../../../services/cloud'
import { openPage } from '../../../services/navigation'
import { type Shown, shownOf } from './question-shown'

interface QuestionState extends Loading, Busy, Omit<Shown, 'preview' | 'statistics'> {
  preview: Shown['preview'] | null
  statistics: Shown['statistics'] | null
  /** What is asked in a sheet. */
  asking: '' | 'more' | 'move' | 'retire'
  refused: string
}

type QuestionView = View<QuestionState>

async function load(view: QuestionView): Promise<void> {
  try {
    view.show({ ...shownOf(await call(bank.getQuestion, { id: view.state.id })), ...READY })
  } catch (problem) {
    view.show(failed(problem))
  }
}

/** Does something with the version on the screen, and shows what became of it. */
const carryOut = (view: QuestionView, done: string, doing: (at: { id: string; version: number }) => Promise<unknown>) =>
  whileBusy(view, async () => {
    view.show({ refused: '' })
    const { id, version } = view.state
    try {
      await doing({ id, version })
      view.show({ asking: '' })
      await load(view)
      await tell(done)
    } catch (problem) {
      view.show({ refused: errorWords(problem), asking: view.state.asking === 'retire' ? 'retire' : '' })
    }
  })

export const questionModel: PageModel<QuestionState> = {
  state: {
    ...LOADING,
    ...{ id: '', version: 0, tag: '', tone: 'calm', versionNote: '', incomplete: false, why: '', trap: '' },
    ...{ preview: null, statistics: null, deeds: [], facts: [], history: [], asking: '', refused: '', busy: false },
  },
  words: questionWords,

  opened(view, { id = '' }) {
    view.show({ id })
  },
  shown: load,
  refreshed: load,

  on: {
    retry: retrying(load),
    edit: ({ state: { id } }) => openPage(routes.editQuestion({ id })),
    showMore(view) {
      view.show({ asking: 'more', refused: '' })
    },
    back(view) {
      view.show({ asking: '' })
    },
    async choose(view, event) {
      const deed = textOf(event, 'value')
      if (deed === 'move' || deed === 'retire') view.show({ asking: deed, refused: '' })
      else view.show({ asking: '' })
      if (deed === 'verify') await carryOut(view, questionWords.verifiedToast, at => sendOnce(bank.verifyQuestion, at))
      if (deed === 'restore')
        await carryOut(view, questionWords.restoredToast, at => sendOnce(bank.restoreQuestion, at))
    },
    move: view =>
      carryOut(view, questionWords.movedToast, at => sendOnce(bank.moveQuestion, { ...at, to: 'practice' })),
    retire: (view, event) =>
      carryOut(view, questionWords.retiredToast, at =>
        sendOnce(bank.retireQuestion, { ...at, reason: textOf(event, 'reason') }),
      ),
  },
}
