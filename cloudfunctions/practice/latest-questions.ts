import type { Instant } from '../../miniprogram/contract/time'

/** Far more than there are practice questions: it keeps a made-up phone from filling the store. */
const MOST_QUESTIONS = 1000

/** The questions that something was last told of, at most a thousand. */
export function latestQuestions<Told>(
  all: ReadonlyMap<string, Told>,
  latestIn: (told: Told) => Instant,
): ReadonlyMap<string, Told> {
  if (all.size <= MOST_QUESTIONS) return all
  const newestFirst = [...all].sort((a, b) => latestIn(b[1]) - latestIn(a[1]) || (a[0] < b[0] ? -1 : 1))
  return new Map(newestFirst.slice(0, MOST_QUESTIONS))
}
