import type { Attempt, Question } from '../../quiz/api'
import { type Answered, guessOf, type ItemSums, restOf } from '../item-rules'
import type { Ruled } from '../repository/item-statistics'

/** By version, the ruling that its answers are judged by; a version without one goes by its own key. */
export type Rulings = ReadonlyMap<string, Ruled>

export const refsOf = ({ paper }: Attempt): string[] => paper.split(' ')

export const keyOf = ({ _id, key }: Question, rulings: Rulings): readonly string[] | null => {
  const ruled = rulings.get(_id)
  return ruled ? ruled.key : key
}

const isRight = (key: readonly string[], chosen: readonly string[]): boolean =>
  [...chosen].sort().join(' ') === [...key].sort().join(' ')

/** An attempt as it is judged now. A question that its paper names and nobody has any more is left out. */
export const answersOf = (attempt: Attempt, bank: ReadonlyMap<string, Question>, rulings: Rulings): Answered[] =>
  refsOf(attempt).flatMap((ref, at) => {
    const question = bank.get(ref)
    if (!question) return []
    const chosen = attempt.answers[at] ?? []
    const key = keyOf(question, rulings)
    const guess = guessOf(question.kind, question.options.length)
    return [{ ref, chosen, right: key && isRight(key, chosen), guess }]
  })

function moved(sums: ItemSums, right: boolean, from: number, to: number): ItemSums {
  return {
    ...sums,
    rest: sums.rest + to - from,
    restSquares: sums.restSquares + to * to - from * from,
    restOfRight: sums.restOfRight + (right ? to - from : 0),
  }
}

/**
 * What it does to the other questions of a paper that one is judged differently: their rest shares move, in whatever order
 * attempts come. Their difficulties stay, because these depend on it.
 */
export function moveOthers(
  before: ReadonlyMap<string, ItemSums>,
  version: string,
  formerly: readonly Answered[],
  now: readonly Answered[],
): Map<string, ItemSums> {
  const after = new Map(before)
  for (const answered of now) {
    const sums = before.get(answered.ref)
    const former = formerly.find(({ ref }) => ref === answered.ref)
    if (answered.ref === version || answered.right === null || !sums || !former) continue
    const [from, to] = [restOf(formerly, former), restOf(now, answered)]
    if (from !== to) after.set(answered.ref, moved(sums, answered.right, from, to))
  }
  return after
}
