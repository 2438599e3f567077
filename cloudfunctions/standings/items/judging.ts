import { type Attempt, fitsKey, type Question, refsOf } from '../../quiz/api'
import { type Answered, guessOf, type ItemSums, restOf } from '../item-rules'
import type { Ruled } from '../repository/item-statistics'

/** By version, the ruling that its answers are judged by; a version without one goes by its own key. */
export type Rulings = ReadonlyMap<string, Ruled>

/** What the answers to a question are judged by; null where every one counts as right. */
export const keyOf = ({ key }: Question, ruled: Ruled | null): readonly string[] | null => (ruled ? ruled.key : key)

/** An attempt as it is judged now. A question that its paper names and nobody has any more is left out. */
export const answersOf = (attempt: Attempt, bank: ReadonlyMap<string, Question>, rulings: Rulings): Answered[] =>
  refsOf(attempt).flatMap((ref, at) => {
    const question = bank.get(ref)
    if (!question) return []
    const chosen = attempt.answers[at] ?? []
    const key = keyOf(question, rulings.get(ref) ?? null)
    const guess = guessOf(question.kind, question.options.length)
    return [{ ref, chosen, right: key && fitsKey(key, chosen), guess }]
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
