import type { Correction, RulingInput } from '../../../miniprogram/contract/question-reports'
import type { Day } from '../../../miniprogram/contract/time'
import type { Question } from '../../quiz/api'

interface Rested {
  input: RulingInput
  question: Question
  /** Whether the version is the newest of its question. */
  isNewest: boolean
}

type Misfit = readonly [field: string, is: (rested: Rested) => boolean]

const changesNothing = ({ newKey, correction }: RulingInput): boolean => newKey === null && correction === null

/** A version that has been superseded keeps its words: only scores are left to be put right. */
const MISFITS: readonly Misfit[] = [
  ['verdict', ({ input }) => input.verdict === 'stands' && !(changesNothing(input) && input.scoring === 'keep')],
  ['correction', ({ input, isNewest }) => input.correction !== null && !(input.verdict === 'corrected' && isNewest)],
  ['correction', ({ input, isNewest }) => input.verdict === 'corrected' && isNewest && changesNothing(input)],
  ['newKey', ({ input }) => input.scoring === 'new-key' && input.newKey === null],
  ['newKey', ({ input: { newKey }, question }) => newKey !== null && !isKeyOf(question, newKey)],
  ['options', ({ input: { correction }, question }) => correction !== null && !hasSameOptions(question, correction)],
]

/** Which part of a ruling does not fit the question; null where all of it does. */
export function misfitOf(input: RulingInput, question: Question, newest: Question): string | null {
  const rested = { input, question, isNewest: question._id === newest._id }
  return MISFITS.find(([, is]) => is(rested))?.[0] ?? null
}

function isKeyOf({ kind, options }: Question, key: readonly string[]): boolean {
  const isOption = (id: string) => options.some(option => option.id === id)
  const fits = kind === 'multiple' ? key.length >= 2 : key.length === 1
  return fits && new Set(key).size === key.length && key.every(isOption)
}

/** Stored answers name options by id: a correction changes their words, never which there are. */
const hasSameOptions = ({ options }: Question, correction: Correction): boolean =>
  options.map(({ id }) => id).join(' ') === correction.options.map(({ id }) => id).join(' ')

/** The version that takes the place of another: compared with its source by whoever ruled. */
export function nextVersion(
  question: Question,
  { newKey, correction }: Pick<RulingInput, 'newKey' | 'correction'>,
  checked: { by: string; on: Day },
): Question {
  const { stem, options, why, trap } = correction ?? { ...question, ...question.explanation }
  const version = question.version + 1
  return {
    ...question,
    ...{ _id: `${question.id}@${version}`, version, stem, options, explanation: { why, trap } },
    key: newKey ?? question.key,
    // How hard it is has been measured of other words.
    measured: null,
    verifiedBy: checked.by,
    verifiedAt: checked.on,
  }
}
