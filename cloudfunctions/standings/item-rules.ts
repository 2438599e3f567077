import type { ItemFlag } from '../../miniprogram/contract/standings'

/** Sums over the first attempts that met one version of a question. */
export interface ItemSums {
  answers: number
  right: number
  /** The share of the other questions of the paper that were right, 0 to 1: its sum, and that of its squares. */
  rest: number
  restSquares: number
  /** The same share, summed over right answers only. */
  restOfRight: number
  blank: number
  /** How often each option was chosen. */
  chosen: Readonly<Record<string, number>>
  /** In logits, 0 in the middle. */
  difficulty: number
}

/** One question of a first attempt. */
export interface Answered {
  ref: string
  /** Null where a ruling counts every answer as right: then it tells nothing, neither of the question nor of the person. */
  right: boolean | null
  chosen: readonly string[]
  /** How probable a right guess is, 0 to 1. */
  guess: number
}

/** Fewer say nothing. */
const ENOUGH = 30

const MIDDLE = 3
const [EASIEST, HARDEST] = [1, 5]

/** @param estimate the author's, 1 to 5 */
export const noAnswers = (estimate: number): ItemSums => ({
  answers: 0,
  right: 0,
  rest: 0,
  restSquares: 0,
  restOfRight: 0,
  blank: 0,
  chosen: {},
  difficulty: estimate - MIDDLE,
})

/** Any non-empty set of options may be the guess where several can be right. */
export const guessOf = (kind: 'single' | 'multiple' | 'true-false', options: number): number =>
  kind === 'multiple' ? 1 / (2 ** options - 1) : 1 / options

/** The chance of a right answer at this ability: guessing leaves a floor. */
export const chanceOf = (ability: number, difficulty: number, guess: number): number =>
  guess + (1 - guess) / (1 + Math.exp(difficulty - ability))

const STEP = 1
const STEP_FADES = 0.05

/** How far one more answer moves the difficulty. */
export const stepAfter = (answers: number): number => STEP / (1 + STEP_FADES * answers)

const [LEAST_KNOWN, MOST_KNOWN] = [0.05, 0.95]

const average = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

/**
 * What the other answers of an attempt tell of the person, in logits: half an answer is added to each side. How hard those
 * were is left out: papers are drawn alike, and reckoned against each other all questions would drift together.
 */
export function abilityOf(others: readonly { right: boolean; guess: number }[]): number {
  if (others.length === 0) return 0
  const share = (others.filter(({ right }) => right).length + 0.5) / (others.length + 1)
  const guess = average(others.map(other => other.guess))
  const known = Math.min(MOST_KNOWN, Math.max(LEAST_KNOWN, (share - guess) / (1 - guess)))
  return Math.log(known / (1 - known))
}

const countEach = (counts: ItemSums['chosen'], ids: readonly string[]): ItemSums['chosen'] => ({
  ...counts,
  ...Object.fromEntries(ids.map(id => [id, (counts[id] ?? 0) + 1])),
})

type Judged = Answered & { right: boolean }

const isJudged = (answered: Answered): answered is Judged => answered.right !== null

const othersOf = (paper: readonly Answered[], answered: Answered): Judged[] =>
  paper.filter(isJudged).filter(other => other !== answered)

/** The share of the others of the paper that was right, 0 to 1. */
export const restOf = (paper: readonly Answered[], answered: Answered): number =>
  average(othersOf(paper, answered).map(({ right }) => (right ? 1 : 0)))

/** What is chosen is counted even where it is not judged. */
function takeIn(sums: ItemSums, answered: Answered, paper: readonly Answered[]): ItemSums {
  const { chosen, guess } = answered
  const counted = {
    ...sums,
    answers: sums.answers + 1,
    blank: sums.blank + (chosen.length === 0 ? 1 : 0),
    chosen: countEach(sums.chosen, chosen),
  }
  if (!isJudged(answered)) return counted
  const { right } = answered
  const rest = restOf(paper, answered)
  const chance = chanceOf(abilityOf(othersOf(paper, answered)), sums.difficulty, guess)
  return {
    ...counted,
    right: sums.right + (right ? 1 : 0),
    rest: sums.rest + rest,
    restSquares: sums.restSquares + rest * rest,
    restOfRight: sums.restOfRight + (right ? rest : 0),
    difficulty: sums.difficulty + stepAfter(sums.answers) * (chance - (right ? 1 : 0)),
  }
}

/** A first attempt taken in: every question of which there are sums is judged by the others of the same paper. */
export function takeInAttempt(
  before: ReadonlyMap<string, ItemSums>,
  paper: readonly Answered[],
): Map<string, ItemSums> {
  const after = new Map(before)
  for (const answered of paper) {
    const sums = before.get(answered.ref)
    if (sums) after.set(answered.ref, takeIn(sums, answered, paper))
  }
  return after
}

const tenths = (value: number): number => Math.round(value * 10) / 10

/** Share of right answers, 0 to 100; null under thirty answers. */
export const facility = ({ answers, right }: ItemSums): number | null =>
  answers < ENOUGH ? null : tenths((right / answers) * 100)

/** Far below what one answer can add to a variance. */
const NOTHING = 1e-9

/** Correlation of this question with the rest of the paper times 100; null under thirty answers and where nothing varies. */
export function discrimination({ answers, right, rest, restSquares, restOfRight }: ItemSums): number | null {
  if (answers < ENOUGH) return null
  const varianceOfRight = answers * right - right * right
  const varianceOfRest = answers * restSquares - rest * rest
  if (varianceOfRight < NOTHING || varianceOfRest < NOTHING) return null
  const covariance = answers * restOfRight - right * rest
  return tenths((covariance / Math.sqrt(varianceOfRight * varianceOfRest)) * 100)
}

/** On the scale of the authors' estimates, 1 to 5; null under thirty answers. */
export const measured = ({ answers, difficulty }: ItemSums): number | null =>
  answers < ENOUGH ? null : tenths(Math.min(HARDEST, Math.max(EASIEST, MIDDLE + difficulty)))

const [TOO_HARD, TOO_EASY] = [20, 97]

/** What speaks for looking at a question again, or for retiring it. */
export function flagsOf(sums: ItemSums, wrongOptions: readonly string[]): ItemFlag[] {
  const [share, tells] = [facility(sums), discrimination(sums)]
  if (share === null) return []
  const flags: readonly [ItemFlag, boolean][] = [
    ['negative', tells !== null && tells < 0],
    ['too-hard', share < TOO_HARD],
    ['too-easy', share > TOO_EASY],
    ['idle-option', wrongOptions.some(id => (sums.chosen[id] ?? 0) === 0)],
  ]
  return flags.filter(([, raised]) => raised).map(([flag]) => flag)
}
