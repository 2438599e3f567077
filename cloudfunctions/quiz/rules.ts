import { type AttemptSummary, SUBMIT_GRACE } from '../../miniprogram/contract/quiz'
import type { PaperQuestion, ReviewedQuestion } from '../../miniprogram/contract/questions'
import { type Instant, MINUTE, SECOND } from '../../miniprogram/contract/time'
import type { LaidOut } from './draw-rules'
import { fitsKey, type Override, type Question } from './question'

const textsOf = ({ question, order }: LaidOut): string[] =>
  order.map(id => question.options.find(option => option.id === id)?.text ?? '')

/** All that may travel before the answers are recorded. */
export const sealed = (item: LaidOut): PaperQuestion => ({
  category: item.question.category,
  kind: item.question.kind,
  stem: item.question.stem,
  options: textsOf(item),
  picture: item.question.picture,
})

/** Whether the answers could have been given on this paper: as many as questions, real positions, none twice. */
export const answersFit = (paper: readonly LaidOut[], answers: readonly (readonly number[])[]): boolean =>
  answers.length === paper.length &&
  paper.every(({ question, order }, i) => {
    const chosen = answers[i] ?? []
    const most = question.kind === 'multiple' ? order.length : 1
    return chosen.length <= most && new Set(chosen).size === chosen.length && chosen.every(at => at < order.length)
  })

/** The answers as option ids: what is stored, because it stays true whatever order the options are shown in. */
export const chosenIds = (paper: readonly LaidOut[], answers: readonly (readonly number[])[]): string[][] =>
  paper.map(({ order }, i) => (answers[i] ?? []).flatMap(position => order[position] ?? []))

/** Where options stand as this attempt shows them, from 0. */
export const positionsOf = ({ order }: LaidOut, ids: readonly string[]): number[] =>
  ids.map(id => order.indexOf(id)).sort((a, b) => a - b)

const overrideOf = ({ _id }: Question, overrides: readonly Override[]): Override | undefined =>
  overrides.find(({ question }) => question === _id)

/** Whether an answer counts as right: by the key, or by what has been ruled since. */
function isRight(question: Question, chosen: readonly string[], overrides: readonly Override[]): boolean {
  const override = overrideOf(question, overrides)
  if (override?.key === null) return true
  return fitsKey(override?.key ?? question.key, chosen)
}

/** @param overrides the rulings in effect on questions of the paper */
export function review(
  paper: readonly LaidOut[],
  answers: readonly (readonly string[])[],
  overrides: readonly Override[] = [],
): ReviewedQuestion[] {
  return paper.map((item, i) => {
    const { question } = item
    const key = positionsOf(item, overrideOf(question, overrides)?.key ?? question.key)
    const chosen = answers[i] ?? []
    const right = isRight(question, chosen, overrides)
    const { explanation, source } = question
    return { ...sealed(item), chosen: positionsOf(item, chosen), key, right, explanation, source }
  })
}

/** A question counts whole or not at all; the score is the share of right ones, 0 to 100. */
export function score(reviewed: readonly { readonly right: boolean }[]): { right: number; score: number } {
  const right = reviewed.filter(question => question.right).length
  return { right, score: reviewed.length === 0 ? 0 : Math.round((100 * right) / reviewed.length) }
}

/** The score of stored answers under all rulings in effect, from nothing but these: in whatever order rulings came. */
export const scoreUnder = (
  overrides: readonly Override[],
  questions: readonly Question[],
  answers: readonly (readonly string[])[],
): number => score(questions.map((question, i) => ({ right: isRight(question, answers[i] ?? [], overrides) }))).score

/** Whole seconds from start to submission; the grace after the deadline is the network's, not the player's. */
export const secondsUsed = ({ startedAt, deadline }: { startedAt: Instant; deadline: Instant }, now: Instant): number =>
  Math.round((Math.min(now, deadline) - startedAt) / SECOND)

/** The earliest deadline that may still be submitted now. */
export const earliestDeadline = (now: Instant): Instant => now - SUBMIT_GRACE

export const stateOf = (
  attempt: { state: 'open' | 'submitted'; deadline: Instant },
  now: Instant,
): AttemptSummary['state'] =>
  attempt.state === 'open' && attempt.deadline < earliestDeadline(now) ? 'expired' : attempt.state

/**
 * Whether an attempt of yesterday, or of the round before, may still be running: then nobody starts another unseen.
 */
export const mayRunOver = (now: Instant, minutes: number, beginnings: readonly Instant[]): boolean =>
  now < Math.max(...beginnings) + minutes * MINUTE + SUBMIT_GRACE

/** The lowest attempt number of the day not used yet, or null when all are. */
export function nextNumber(used: readonly number[], attemptsPerDay: number): number | null {
  for (let number = 1; number <= attemptsPerDay; number++) if (!used.includes(number)) return number
  return null
}
