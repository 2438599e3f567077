import type { WrittenQuestion } from '../../../../cloudfunctions/quiz/question'

const PIECE = 3

const piecesOf = (text: string, length: number): Set<string> => {
  const letters = text.replace(/[^\p{L}\p{N}]/gu, '')
  return new Set(
    Array.from({ length: Math.max(0, letters.length - length + 1) }, (_, i) => letters.slice(i, i + length)),
  )
}

/** How much of two texts is the same, by pairs of letters: 0 nothing, 1 all (Jaccard's index). */
export function likenessOf(one: string, other: string): number {
  const [a, b] = [piecesOf(one, 2), piecesOf(other, 2)]
  const both = [...a].filter(piece => b.has(piece)).length
  return both / Math.max(1, a.size + b.size - both)
}

const echoes = (stem: string, option: string): boolean =>
  [...piecesOf(option, PIECE)].some(piece => /^\p{Script=Han}+$/u.test(piece) && stem.includes(piece))

/** Whether the right option alone repeats a piece of the stem: whoever knows nothing would choose it. */
export const sharedOnlyWithKey = ({ stem, options, key }: WrittenQuestion): boolean =>
  options
    .filter(({ text }) => echoes(stem, text))
    .map(({ id }) => id)
    .join() === key.join()
