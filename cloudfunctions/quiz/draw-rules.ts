import type { Category } from '../../miniprogram/contract/questions'
import { DAY, type Day, dayOf, startOfDay, type Window } from '../../miniprogram/contract/time'
import { mayBeAskedOn, type Question } from './question'

/** Turns a label into a place in an order. Seeded by the caller: the same seed gives the same paper. */
export type Rank = (label: string) => string

export type Blueprint = readonly { readonly category: Category; readonly count: number }[]

/** A question laid out for one attempt: `order` lists the option ids in the order this attempt shows them. */
export interface LaidOut {
  question: Question
  order: readonly string[]
}

const byRank = <Item>(items: readonly Item[], labelOf: (item: Item) => string, rank: Rank): Item[] =>
  items
    .map(item => ({ item, place: rank(labelOf(item)) }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ item }) => item)

const difficultyOf = ({ measured, difficulty }: Question): number => measured ?? difficulty

/** From the easiest to the hardest; equally hard ones in an order of the person's own, so that none is always at a border. */
const byDifficulty = (questions: readonly Question[], rank: Rank): Question[] =>
  byRank(questions, ({ _id }) => `tie ${_id}`, rank).sort((a, b) => difficultyOf(a) - difficultyOf(b))

/** Cut into so many parts whose sizes differ by one at most. */
const strataOf = <Item>(ordered: readonly Item[], count: number): Item[][] => {
  const border = (i: number) => Math.floor((i * ordered.length) / count)
  return Array.from({ length: count }, (_, i) => ordered.slice(border(i), border(i + 1)))
}

/** How many attempts the person could have made in the round before this one. */
export const turnOf = (
  { opensAt, attemptsPerDay }: Pick<Window, 'opensAt'> & { attemptsPerDay: number },
  { day, number }: { day: Day; number: number },
): number => Math.max(0, (startOfDay(day) - startOfDay(dayOf(opensAt))) / DAY) * attemptsPerDay + number - 1

/**
 * Draws the questions of one attempt, or null when the bank cannot fill the blueprint. Each category is cut into as many
 * strata of difficulty as it has places, and each stratum gives one question: every paper is about equally hard. A person
 * goes through each stratum in an order of their own, one question a turn, and begins it again when it is used up.
 */
export function drawQuestions(
  bank: readonly Question[],
  blueprint: Blueprint,
  { turn, day }: { turn: number; day: Day },
  rank: Rank,
): Question[] | null {
  const picks: Question[] = []
  for (const { category, count } of blueprint) {
    const eligible = bank.filter(question => question.category === category && mayBeAskedOn(question, day))
    if (eligible.length < count) return null
    for (const stratum of strataOf(byDifficulty(eligible, rank), count))
      picks.push(
        ...byRank(stratum, ({ _id }) => `draw ${_id}`, rank)
          .slice(turn % stratum.length)
          .slice(0, 1),
      )
  }
  return byRank(picks, ({ _id }) => `order ${turn} ${_id}`, rank)
}

/** Options in an order of this attempt's own. */
export const layOut = (questions: readonly Question[], rank: Rank): LaidOut[] =>
  questions.map(question => ({
    question,
    order: byRank(question.options, option => `option ${question._id} ${option.id}`, rank).map(option => option.id),
  }))
