import { standings } from '../../../contract/standings'
import type { DecisionVerdict } from '../../../contract/suspicions'
import { deskSuspicionWords, DONE_TEXTS } from '../../../copy/desk-suspicions'
import { errorWords } from '../../../copy/errors'
import { type Busy, whileBusy } from '../../../lib/busy'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { textOf } from '../../../lib/text-of'
import { asCallError } from '../../../services/call-error'
import { call } from '../../../services/cloud'
import { goBackOr } from '../../../services/navigation'
import { type Deed, type ShownCase, shownCase } from './suspicion-shown'

interface SuspicionState extends Loading, Busy {
  id: string
  /** How often it had been decided when it was read: a decision says what it rests on. */
  decisions: number
  shown: ShownCase | null
  asking: Deed | ''
  /** Why the decision did not arrive, shown in the sheet that asks for the reason. */
  refused: string
}

type SuspicionView = View<SuspicionState>

async function load(view: SuspicionView): Promise<void> {
  try {
    const about = await call(standings.showSuspicion, { id: view.state.id })
    view.show({ ...READY, decisions: about.decisions, shown: shownCase(about) })
  } catch (problem) {
    view.show(failed(problem))
  }
}

/** Where somebody else was quicker, says so and shows what they decided. */
async function decide(view: SuspicionView, verdict: DecisionVerdict, note: string): Promise<void> {
  const { id, decisions: after } = view.state
  const done = await sendOnce(standings.decideSuspicion, { id, after, verdict, note }).then(
    () => DONE_TEXTS[verdict],
    (problem: unknown) => {
      if (asCallError(problem).code !== 'already-decided') throw problem
      return deskSuspicionWords.meanwhile
    },
  )
  view.show({ asking: '' })
  await load(view)
  await tell(done)
}

export const suspicionModel: PageModel<SuspicionState> = {
  state: { ...LOADING, id: '', decisions: 0, shown: null, asking: '', refused: '', busy: false },
  words: deskSuspicionWords,

  opened(view, { id = '' }) {
    view.show({ id })
    return load(view)
  },
  refreshed: load,

  on: {
    retry: retrying(load),
    leavePage: () => goBackOr(routes.desk()),
    ask(view) {
      view.show({ asking: view.state.shown?.deed ?? '', refused: '' })
    },
    askSetAside(view) {
      view.show({ asking: 'setAside', refused: '' })
    },
    back(view) {
      view.show({ asking: '' })
    },
    count: view =>
      whileBusy(view, async () => {
        view.show({ asking: '' })
        await decide(view, 'counts', '')
      }),
    give: (view, event) =>
      whileBusy(view, async () => {
        view.show({ refused: '' })
        const verdict = view.state.asking === 'takeBack' ? 'counts' : 'set-aside'
        await decide(view, verdict, textOf(event, 'reason')).catch((problem: unknown) => {
          view.show({ refused: errorWords(problem) })
        })
      }),
  },
}
