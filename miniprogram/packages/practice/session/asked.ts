import type { PracticeQuestion } from '../../../contract/practice'
import { type ContestWrong, contestWrongs } from '../../../stores/contest-wrongs'
import { questionOnPhone } from '../../../stores/practice-pack'
import type { Category } from '../../../contract/questions'
import { deal, DECKS, type DeckKind, ROUND, shuffled } from '../learning/decks'
import { shelfNow } from '../learning/shelf'

/** A question of a round, with its options in an order of this time's own. */
export interface Asked {
  /** Null for one of the contest's, which has no card. */
  id: string | null
  question: Omit<PracticeQuestion, 'id'> | (ContestWrong & { unverified: boolean })
  /** Positions of the options, as they stand on the screen. */
  order: readonly number[]
  /** Asked once more, because it was answered wrongly a moment ago. */
  again: boolean
}

export const isDeck = (text: string): text is DeckKind => DECKS.some(kind => kind === text)

/** Names the version, to report it; null for one of the contest's, which is reported from its result. */
export const versionOf = ({ id, question }: Asked): string | null =>
  id !== null && 'version' in question ? `${id}@${question.version}` : null

const positions = ({ kind, options }: Asked['question']): number[] => {
  const all = options.map((_, position) => position)
  return kind === 'true-false' ? all : shuffled(all, Math.random)
}

export const laidOut = (id: string | null, question: Asked['question'], again = false): Asked => ({
  id,
  question,
  order: positions(question),
  again,
})

/** The questions of a round, held to the end of it whatever becomes of the pack meanwhile. */
export function roundOf(kind: DeckKind, category: Category | null): Asked[] {
  if (kind === 'contest') {
    const wrongs = shuffled(contestWrongs(), Math.random).slice(0, ROUND)
    return wrongs.map(wrong => laidOut(null, { ...wrong, unverified: false }))
  }
  return deal(kind, category, shelfNow()).flatMap(id => {
    const question = questionOnPhone(id)
    return question ? [laidOut(id, question)] : []
  })
}
