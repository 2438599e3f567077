import type { Category } from './questions'
import type { Instant } from './time'

/** What today's quiz asks of a player; null while no round is open. */
export interface QuizOffer {
  /** Names the round, for its ranking. */
  round: string
  /** Of the round; empty for the only one of its year. */
  title: string
  questions: number
  categories: Category[]
  minutes: number
  attemptsPerDay: number
  opensAt: Instant
  closesAt: Instant
  /** Certificates by the lowest score that earns them, lowest first. */
  certificates: { from: number; name: string }[]
}
