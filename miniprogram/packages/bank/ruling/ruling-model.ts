import { bank } from '../../../contract/bank'
import type { RulingCase, RulingInput } from '../../../contract/question-reports'
import { rulingWords } from '../../../copy/desk-reports'
import type { PageEvent, PageModel } from '../../../lib/define-page'
import { begun, fieldHandlers, type FormPage, sendForm } from '../../../lib/form-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { sendOnce } from '../../../lib/send-once'
import { tell } from '../../../lib/tell'
import { asCallError } from '../../../services/call-error'
import { call } from '../../../services/cloud'
import { goBackOr } from '../../../services/navigation'
import { draftOf, NOTE_LIMIT, rulingKit, rulingOf } from './ruling-form'
import { type ShownCase, shownCase } from './ruling-view'

interface RulingState extends Loading, FormPage {
  question: string
  about: RulingCase | null
  shown: ShownCase | null
  noteLimit: number
  confirming: boolean
  sureText: string
}

type RulingView = View<RulingState>

const kitOf = ({ state: { question, about } }: RulingView) => rulingKit({ question, options: about?.options ?? [] })

const fieldEvent = (name: 'change' | 'leave') => (view: RulingView, event: PageEvent) =>
  fieldHandlers(kitOf(view))[name]?.(view, event)

/** What was typed stays; after a ruling the form begins anew from the version as it now stands. */
async function load(view: RulingView): Promise<void> {
  try {
    const about = await call(bank.getReportedQuestion, { question: view.state.question })
    view.show({ about, shown: shownCase(about) })
    const kit = kitOf(view)
    view.show({ ...READY, ...begun(kit, { ...draftOf(about), ...kit.kept.values() }) })
  } catch (problem) {
    view.show(failed(problem))
  }
}

/** The parts are looked at together before anybody is asked whether they are sure. */
function ask(view: RulingView): Promise<void> | undefined {
  const { about, form } = view.state
  const { input } = { input: undefined, ...kitOf(view).form.submit(form) }
  if (!about || !input) return send(view)
  const ruling = rulingOf(input, about)
  if (typeof ruling === 'string') {
    view.show({ refused: ruling })
    return undefined
  }
  const sureText = ruling.scoring === 'keep' ? rulingWords.sureKeep : rulingWords.sureScore
  view.show({ confirming: true, sureText, refused: '' })
  return undefined
}

/** Whoever was quicker has changed what this decision rests on: it is read again before the refusal is said. */
async function give(view: RulingView, ruling: RulingInput): Promise<void> {
  try {
    await sendOnce(bank.rule, ruling)
  } catch (problem) {
    const { code } = asCallError(problem)
    if (code === 'already-decided' || code === 'question-changed') await load(view)
    throw problem
  }
}

async function send(view: RulingView): Promise<void> {
  view.show({ confirming: false })
  await sendForm(view, kitOf(view), async input => {
    const { about } = view.state
    if (!about) return
    const ruling = rulingOf(input, about)
    if (typeof ruling === 'string') return
    await give(view, ruling)
    rulingKit(about).kept.drop()
    await load(view)
    await tell(rulingWords.saved)
  })
}

export const rulingModel: PageModel<RulingState> = {
  state: {
    ...LOADING,
    ...begun(rulingKit({ question: '', options: [] }), {}),
    ...{ question: '', about: null, shown: null, noteLimit: NOTE_LIMIT, confirming: false, sureText: '' },
  },
  words: rulingWords,

  opened(view, { question = '' }) {
    view.show({ question: decodeURIComponent(question) })
    return load(view)
  },
  refreshed: load,

  on: {
    retry: retrying(load),
    leavePage: () => goBackOr(routes.reports()),
    change: fieldEvent('change'),
    leave: fieldEvent('leave'),
    ask,
    back(view) {
      view.show({ confirming: false })
    },
    send,
  },
}
