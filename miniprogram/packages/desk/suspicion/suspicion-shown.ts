import type { DecisionVerdict, SuspicionCase } from '../../../contract/suspicions'
import {
  alikeText,
  decisionLine,
  otherLabel,
  otherText,
  placesLabel,
  secondsText,
  SUSPICION_WORDS,
  suspicionPlace,
  suspicionStats,
  suspicionTitle,
  VERDICT_TAGS,
} from '../../../copy/desk-suspicions'
import type { Stat } from '../../../copy/quiz'

/** What may be done: at first either, afterwards the contrary. */
export type Deed = 'counts' | 'setAside' | 'takeBack'

const DEEDS: Record<ShownCase['verdict'], Deed> = { waiting: 'counts', counts: 'setAside', 'set-aside': 'takeBack' }

/** A case in words and shares. */
export interface ShownCase {
  verdict: DecisionVerdict | 'waiting'
  deed: Deed
  title: string
  place: string
  tag: string
  tone: string
  stats: Stat[]
  /** What was decided, and when; empty while nobody has. */
  decision: string
  kinds: (typeof SUSPICION_WORDS)[keyof typeof SUSPICION_WORDS][]
  used: string
  usedShare: number
  least: string
  leastShare: number
  isTooFast: boolean
  /** Column by column; true is a chosen place. */
  questions: { places: boolean[]; label: string }[]
  alike: string
  others: { label: string; text: string }[]
}

type Pace = Pick<ShownCase, 'used' | 'usedShare' | 'least' | 'leastShare' | 'isTooFast'>

/** The longer of the two fills its bar. */
function paceOf({ seconds, leastSeconds }: SuspicionCase): Pace {
  const most = Math.max(1, seconds, leastSeconds)
  return {
    used: secondsText(seconds),
    usedShare: seconds / most,
    least: secondsText(leastSeconds),
    leastShare: leastSeconds / most,
    isTooFast: seconds < leastSeconds,
  }
}

const questionsOf = ({ questions }: SuspicionCase): ShownCase['questions'] =>
  questions.map((question, at) => ({
    places: Array.from({ length: question.options }, (_, place) => question.chosen.includes(place)),
    label: placesLabel(question, at),
  }))

export function shownCase(about: SuspicionCase): ShownCase {
  const { kinds, alike, others, decision } = about
  const verdict = decision?.verdict ?? 'waiting'
  return {
    ...{ verdict, deed: DEEDS[verdict] },
    ...{ title: suspicionTitle(about), place: suspicionPlace(about) },
    ...{ tag: VERDICT_TAGS[verdict].text, tone: VERDICT_TAGS[verdict].tone },
    stats: suspicionStats(about),
    decision: decision ? decisionLine(decision) : '',
    kinds: kinds.map(kind => SUSPICION_WORDS[kind]),
    ...paceOf(about),
    questions: questionsOf(about),
    alike: alikeText(alike),
    others: others.map(other => ({ label: otherLabel(other), text: otherText(other) })),
  }
}
