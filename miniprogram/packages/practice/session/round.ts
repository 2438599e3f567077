import { dayOf, DAY, startOfDay } from '../../../contract/time'
import type { Rating } from '../../../contract/practice-logs'
import { finishStats, finishTitle, nextDueText } from '../../../copy/practice'
import { beginning } from '../../../lib/beginning'
import type { View } from '../../../lib/live-view'
import { practisedWrong } from '../../../stores/contest-wrongs'
import { recordReview, rerate, settleReview } from '../../../stores/practice-cards'
import { syncQuietly } from '../../../stores/practice-sync'
import { dueIds } from '../learning/decks'
import { answeredOn } from '../learning/progress'
import { shelfNow } from '../learning/shelf'
import { type Asked, laidOut } from './asked'
import { isRightly, marked, marksOf, onScreen, placeOf, told } from './on-screen'
import type { SessionState } from './session-state'

const STEM_LETTERS = 40

/** The questions of one round, and how each went: apart from the page's state, whose every word travels to the renderer. */
interface Round {
  asked: Asked[]
  outcomes: (boolean | null)[]
  at: number
}

const rounds = new WeakMap<object, Round>()

const roundOn = (view: object): Round => rounds.get(view) ?? { asked: [], outcomes: [], at: 0 }

export function begin(view: View<SessionState>, asked: readonly Asked[]): void {
  rounds.set(view, { asked: [...asked], outcomes: asked.map(() => null), at: 0 })
  if (asked.length === 0) view.show({ phase: 'none', asked: null })
  else showQuestion(view)
}

function showQuestion(view: View<SessionState>): void {
  const { asked, outcomes, at } = roundOn(view)
  const question = asked[at]
  if (!question) return
  view.show({
    ...{ phase: 'asking', end: null, told: null, mayCheck: false, ease: '3' },
    asked: onScreen(question),
    place: placeOf(at, asked.length),
    marks: marksOf(outcomes, at),
  })
}

/** Takes or puts back an option; where only one can be right, that is the answer. */
export function choose(view: View<SessionState>, position: number): void {
  const { asked } = view.state
  if (!asked || view.state.told || position < 0) return
  const toggles = asked.role === 'checkbox'
  const options = asked.options.map((option, at) => ({
    ...option,
    chosen: at === position ? !(toggles && option.chosen) : toggles && option.chosen,
  }))
  view.show({ asked: { ...asked, options }, mayCheck: options.some(({ chosen }) => chosen) })
  if (!toggles) answer(view)
}

/** Tells at once whether it was right, and writes it down. */
export function answer(view: View<SessionState>): void {
  const round = roundOn(view)
  const question = round.asked[round.at]
  const { asked } = view.state
  if (!question || !asked || view.state.told) return
  const right = isRightly(question, asked.options)
  round.outcomes[round.at] = right
  if (question.id === null) practisedWrong(question.question.stem, right)
  else recordReview(question.id, right ? 3 : 1)
  if (!right && !question.again) askAgain(round, question)
  view.show({
    asked: { ...asked, options: marked(question, asked.options) },
    told: told(question, right),
    marks: marksOf(round.outcomes, round.at),
    place: placeOf(round.at, round.asked.length),
  })
}

/** What was wrong comes once more at the end, when the explanation is still fresh. */
function askAgain(round: Round, { id, question }: Asked): void {
  round.asked.push(laidOut(id, question, true))
  round.outcomes.push(null)
}

const EASES: Readonly<Record<string, Rating>> = { '2': 2, '3': 3, '4': 4 }

export function sayEase(view: View<SessionState>, ease: string): void {
  const rating = EASES[ease]
  if (!rating || !view.state.told?.right) return
  rerate(rating)
  view.show({ ease })
}

/** The question on the screen; null at the end. */
export const questionOn = (view: View<SessionState>): Asked | null => {
  const { asked, at } = roundOn(view)
  return asked[at] ?? null
}

export function goOn(view: View<SessionState>): void {
  const round = roundOn(view)
  settleReview()
  round.at += 1
  if (round.at < round.asked.length) showQuestion(view)
  else finish(view, round)
}

function finish(view: View<SessionState>, { asked, outcomes }: Round): void {
  const first = asked.flatMap(({ again, question }, at) => (again ? [] : [{ question, right: outcomes[at] === true }]))
  const right = first.filter(one => one.right).length
  const shelf = shelfNow()
  const tomorrow = { ...shelf, now: startOfDay(dayOf(shelf.now)) + 2 * DAY - 1 }
  const wrongs = first.filter(one => !one.right)
  view.show({
    phase: 'finished',
    asked: null,
    end: {
      title: finishTitle(right, first.length),
      stats: finishStats(right, first.length, answeredOn(shelf.logs, dayOf(shelf.now))),
      note: nextDueText(dueIds([...shelf.ids.values()].flat(), tomorrow).length),
      wrongs: wrongs.map(({ question }, at) => ({ at, stem: beginning(question.stem, STEM_LETTERS) })),
    },
  })
  void syncQuietly()
}
