import { bank } from '../../../contract/bank'
import { optionTexts, resultWords, sourceLine } from '../../../copy/quiz'
import { reportWords } from '../../../copy/question-reports'
import { scoreMessageWords } from '../../../copy/subscribe'
import type { PageEvent, PageModel } from '../../../lib/define-page'
import { begun, fieldHandlers, type FormPage, sendForm } from '../../../lib/form-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { call } from '../../../services/cloud'
import { goBackOr, replacePage } from '../../../services/navigation'
import { resultFor } from '../../../stores/attempt'
import { agreeToScoreMessage, scoreOffer } from '../../../stores/score-message'
import { reportKit } from './report-kit'

/** The question as its reviewer sees it; of a practice question only the stem is known here. */
interface Shown {
  number: number
  right: boolean
  stem: string
  chosen: string
  keyText: string
  why: string
  trap: string
  source: string
}

interface ReportState extends Loading, FormPage {
  /** Of an own attempt: its ticket and the question's number; else empty and 0. */
  ticket: string
  number: number
  /** Of practice: the version; else empty. */
  question: string
  stem: string
  shown: Shown | null
  thanked: boolean
  /** Template of the message about a changed score; empty where it is not to be offered. */
  scoreTemplate: string
}

type ReportView = View<ReportState>

const kitOf = ({ state: { ticket, number, question } }: ReportView) =>
  reportKit(ticket === '' ? question : `${ticket}:${number}`)

const fieldEvent = (name: 'change' | 'leave') => (view: ReportView, event: PageEvent) =>
  fieldHandlers(kitOf(view))[name]?.(view, event)

async function shownOf(view: ReportView): Promise<Shown | null> {
  const { ticket, number } = view.state
  const result = await resultFor(ticket)
  view.show({ scoreTemplate: scoreOffer(result) })
  const question = result.questions[number - 1]
  if (!question) return null
  const { right, stem, explanation, source } = question
  return {
    ...{ number, right, stem, ...explanation, source: sourceLine(source) },
    chosen: optionTexts(question, question.chosen),
    keyText: optionTexts(question, question.key),
  }
}

async function load(view: ReportView): Promise<void> {
  const { ticket, question } = view.state
  try {
    const shown = ticket === '' ? null : await shownOf(view)
    const known = shown !== null || (ticket === '' && question !== '')
    view.show(known ? { ...READY, shown } : { phase: 'failed', problem: reportWords.missing, mayRetry: false })
  } catch (problem) {
    view.show(failed(problem))
  }
}

const send = (view: ReportView): Promise<void> =>
  sendForm(view, kitOf(view), async (reason, key) => {
    const { ticket, number, question } = view.state
    const which = ticket === '' ? { question } : { ticket, number }
    await call(bank.reportQuestion, { which, ...reason }, key)
    view.show({ thanked: true })
  })

export const reportModel: PageModel<ReportState> = {
  state: {
    ...LOADING,
    ...begun(reportKit(''), {}),
    ticket: '',
    number: 0,
    question: '',
    stem: '',
    shown: null,
    thanked: false,
    scoreTemplate: '',
  },
  words: { ...resultWords, ...reportWords, ...scoreMessageWords },

  opened(view, { ticket = '', number = '', question = '', stem = '' }) {
    view.show({
      ...{ ticket, number: Number(number) },
      ...{ question: decodeURIComponent(question), stem: decodeURIComponent(stem) },
    })
    view.show(begun(kitOf(view)))
    return load(view)
  },

  on: {
    retry: retrying(load),
    change: fieldEvent('change'),
    leave: fieldEvent('leave'),
    send,
    async agree(view) {
      view.show({ scoreTemplate: await agreeToScoreMessage(view.state.scoreTemplate) })
    },
    openList: () => replacePage(routes.myReports()),
    goBack: () => goBackOr(routes.quiz()),
  },
}
