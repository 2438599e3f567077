import { type Card, createEmptyCard, fsrs, type Grade, Rating as Grades, State } from 'ts-fsrs'
import type { Rating, Review } from '../../../contract/practice-logs'
import { type Instant, MINUTE } from '../../../contract/time'

/** What a person's answers say about their memory of one question. */
export interface Memory {
  due: Instant
  /** Days until nine in ten would still know it. */
  stability: number
  /** 1 to 10. */
  difficulty: number
  /** Whole days until it is due, at the last answer; 0 for later the same day. */
  interval: number
  /** Times it was known and then forgotten. */
  lapses: number
  /** Known well enough to wait for days. */
  isLearnt: boolean
}

/** The published parameters of FSRS-6, without chance: the same answers give the same days on every phone. */
const scheduler = fsrs({ enable_fuzz: false })

/** The library counts days in UTC; given Beijing's clock as if it were UTC, it counts Beijing's. */
const SHIFT = 8 * 60 * MINUTE

const shifted = (at: Instant): Date => new Date(at + SHIFT)

const GRADES: Readonly<Record<Rating, Grade>> = {
  1: Grades.Again,
  2: Grades.Hard,
  3: Grades.Good,
  4: Grades.Easy,
}

function replay(reviews: readonly Review[]): Card | null {
  const [first] = reviews
  if (!first) return null
  return reviews.reduce<Card>(
    (card, { at, rating }) => scheduler.next(card, shifted(at), GRADES[rating]).card,
    createEmptyCard(shifted(first.at)),
  )
}

/** The same answers in the same list are replayed once. */
const remembered = new WeakMap<readonly Review[], Memory>()

/** Replays the answers from the first on; null for a question never answered. */
export function memoryOf(reviews: readonly Review[]): Memory | null {
  const known = remembered.get(reviews)
  if (known) return known
  const card = replay(reviews)
  if (!card) return null
  const memory = {
    due: card.due.getTime() - SHIFT,
    stability: card.stability,
    difficulty: card.difficulty,
    interval: card.scheduled_days,
    lapses: card.lapses,
    isLearnt: card.state === State.Review,
  }
  remembered.set(reviews, memory)
  return memory
}
