import type { Correction, RulingInput } from '../../../miniprogram/contract/question-reports'
import type { Day } from '../../../miniprogram/contract/time'
import type { Question } from '../../quiz/api'

/** Which part of a ruling does not fit the question; null where all of it does. */
export function misfitOf(input: RulingInput, question: Question, newest: Question): string | null {
  const { verdict, scoring, newKey, correction } = input
  const isNewest = question._id === newest._id
  if (verdict === 'stands' && (scoring !== 'keep' || newKey !== null || correction !== null)) return 'verdict'
  if (verdict === 'retired' && correction !== null) return 'correction'
  if (verdict === 'corrected' && isNewest && newKey === null && correction === null) return 'correction'
  if (correction !== null && !isNewest) return 'correction'
  if (scoring === 'new-key' && newKey === null) return 'newKey'
  if (newKey !== null && !isKeyOf(question, newKey)) return 'newKey'
  return correction !== null && !hasSameOptions(question, correction) ? 'options' : null
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
