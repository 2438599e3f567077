import { type Suspicion, SUSPICIONS } from '../../miniprogram/contract/quiz'
import type { LaidOut } from './draw-rules'

/**
 * Characters a second that nobody reads and understands: over four times what adults are measured at, so that who meets a
 * question again is not suspected. Sources in docs/quiz/contest.md.
 */
const UNREADABLE = 25

/** Fewer questions fall on one position by chance, too. */
const LEAST_FOR_A_PATTERN = 8

const lengthOf = ({ question }: LaidOut): number =>
  question.stem.length + question.options.reduce((sum, { text }) => sum + text.length, 0)

/** Seconds that reading the answered questions takes at the very least; what was left blank need not have been read. */
export const leastReadingTime = (paper: readonly LaidOut[], answers: readonly (readonly number[])[]): number =>
  paper.reduce((sum, item, i) => sum + (answers[i]?.length ? lengthOf(item) : 0), 0) / UNREADABLE

function isOneColumn(paper: readonly LaidOut[], answers: readonly (readonly number[])[]): boolean {
  const places = paper.flatMap(({ question }, i) => (question.kind === 'single' ? [answers[i] ?? []] : []))
  const answered = places.every(({ length }) => length === 1)
  return places.length >= LEAST_FOR_A_PATTERN && answered && new Set(places.flat()).size === 1
}

/** What an organiser should look at. It changes no score, and players are not told. */
export function suspicionsOf(
  paper: readonly LaidOut[],
  answers: readonly (readonly number[])[],
  seconds: number,
): Suspicion[] {
  const found = { 'too-fast': seconds < leastReadingTime(paper, answers), 'same-places': isOneColumn(paper, answers) }
  return SUSPICIONS.filter(suspicion => found[suspicion])
}
