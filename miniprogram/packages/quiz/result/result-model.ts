import { type DecisionText, decisionText, decisionWords } from '../../../copy/attempt-decisions'
import { CONTACT } from '../../../copy/shared'
import { rescoredText, rescoredWords, ruledText } from '../../../copy/question-reports'
import type { AttemptResult, RuledQuestion } from '../../../contract/quiz'
import type { Picture, ReviewedQuestion } from '../../../contract/questions'
import {
  certificateHint,
  optionTexts,
  praise,
  resultStats,
  resultWords,
  sourceLine,
  type Stat,
} from '../../../copy/quiz'
import { scoreMessageWords } from '../../../copy/subscribe'
import type { PageModel } from '../../../lib/define-page'
import type { View } from '../../../lib/live-view'
import { failed, LOADING, type Loading, READY, retrying } from '../../../lib/loading'
import { routes } from '../../../lib/routes'
import { numberOf } from '../../../lib/text-of'
import { openPage, openTab } from '../../../services/navigation'
import { mayPlayToday, resultFor } from '../../../stores/attempt'
import { correctedAt, seeRescoring } from '../../../stores/rescorings'
import { agreeToScoreMessage, scoreOffer } from '../../../stores/score-message'

interface ReviewItem {
  number: number
  right: boolean
  stem: string
  chosen: string
  keyText: string
  why: string
  trap: string
  source: string
  picture: Picture | null
}

interface ResultState extends Loading {
  ticket: string
  /** Whether another phone of the same person had handed in first. */
  elsewhere: boolean
  /** Whether there is an attempt left today. */
  mayPlay: boolean
  score: number
  share: number
  praise: string
  /** The certificate that this score earns; empty for none. */
  certificate: string
  stats: Stat[]
  /** Template of the message about a changed score; empty where it is not to be offered. */
  scoreTemplate: string
  /** What has become of the score since it was first told; empty where nothing has. */
  rescored: string
  /** That it does not count, or counts again; null for nearly all. */
  decision: DecisionText | null
  isSetAside: boolean
  groups: { title: string; items: ReviewItem[] }[]
}

const itemOf = (question: ReviewedQuestion, position: number): ReviewItem => ({
  number: position + 1,
  right: question.right,
  stem: question.stem,
  chosen: optionTexts(question, question.chosen),
  keyText: optionTexts(question, question.key),
  why: question.explanation.why,
  trap: question.explanation.trap,
  source: sourceLine(question.source),
  picture: question.picture,
})

/** Where a ruling has changed what counts, its words take the place of an explanation that no longer holds. */
function ruledItem(item: ReviewItem, ruled: readonly RuledQuestion[]): ReviewItem {
  const ruling = ruled.find(({ number }) => number === item.number)
  return ruling ? { ...item, why: ruledText(ruling), trap: '' } : item
}

/** Wrong ones first: they are what there is to learn. */
function groupsOf({ questions, ruled }: AttemptResult): ResultState['groups'] {
  const items = questions.map((question, position) => ruledItem(itemOf(question, position), ruled))
  const groups = [
    { title: resultWords.wrong, items: items.filter(item => !item.right) },
    { title: resultWords.right, items: items.filter(item => item.right) },
  ]
  return groups.filter(group => group.items.length > 0)
}

const contentOf = (result: AttemptResult): Partial<ResultState> => ({
  ...READY,
  mayPlay: mayPlayToday(),
  score: result.score,
  share: result.score / 100,
  praise: praise(result.score),
  certificate: certificateHint(result.certificate),
  stats: resultStats(result),
  scoreTemplate: scoreOffer(result),
  rescored: result.rescored ? rescoredText(result.rescored, result.score) : '',
  decision: decisionText(result),
  isSetAside: result.setAside !== null,
  groups: groupsOf(result),
})

async function load(view: View<ResultState>): Promise<void> {
  try {
    const result = await resultFor(view.state.ticket)
    view.show(contentOf(result))
    const at = correctedAt(result)
    if (at !== null) seeRescoring(result.ticket, at)
  } catch (problem) {
    view.show(failed(problem))
  }
}

export const resultModel: PageModel<ResultState> = {
  state: {
    ...LOADING,
    ticket: '',
    elsewhere: false,
    mayPlay: false,
    score: 0,
    share: 0,
    praise: '',
    certificate: '',
    stats: [],
    scoreTemplate: '',
    rescored: '',
    decision: null,
    isSetAside: false,
    groups: [],
  },
  words: {
    ...resultWords,
    ...scoreMessageWords,
    rescored: rescoredWords.title,
    copyContact: decisionWords.copyContact,
  },

  opened(view, { ticket = '', elsewhere = '' }) {
    view.show({ ticket, elsewhere: elsewhere !== '' })
    return load(view)
  },

  on: {
    retry: retrying(load),
    openCertificates: () => openPage(routes.certificates()),
    async copyContact() {
      await wx.setClipboardData({ data: CONTACT })
    },
    openPoster: view => openPage(routes.poster({ ticket: view.state.ticket })),
    async agree(view) {
      view.show({ scoreTemplate: await agreeToScoreMessage(view.state.scoreTemplate) })
    },
    report(view, event) {
      const number = String(numberOf(event, 'number'))
      return openPage(routes.reportQuestion({ ticket: view.state.ticket, number }))
    },
    async again() {
      await openTab(routes.quiz())
    },
    async goHome() {
      await openTab(routes.home())
    },
  },
}
