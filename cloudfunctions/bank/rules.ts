import { type LiveBank, type QuestionInput } from '../../miniprogram/contract/bank-questions'
import type { Picture } from '../../miniprogram/contract/questions'
import { type Day, dayOf, DAY, startOfDay } from '../../miniprogram/contract/time'

/** Stands where a file of another system said nothing; a question that has it is complete only once it is gone. */
export const MISSING = '（待补）'

interface Parts {
  explanation: { why: string; trap: string }
  source: { title: string; asOf: string }
  facts: readonly string[]
  picture: Picture | null
}

/** Whether something has yet to be written before anybody may play it. */
export function isIncomplete({ explanation, source, facts, picture }: Parts): boolean {
  const shown = picture ? [picture.alt, picture.credit?.author, picture.credit?.licence] : []
  return [explanation.why, explanation.trap, source.title, source.asOf, ...facts, ...shown].includes(MISSING)
}

const EXPIRING = 60

/** The last day that counts as ending soon. */
export const soon = (today: Day): Day => dayOf(startOfDay(today) + EXPIRING * DAY)

/** Whether options and key make sense together. */
export function answersFit({ kind, options, key }: Pick<QuestionInput, 'kind' | 'options' | 'key'>): boolean {
  const texts = options.map(({ text }) => text)
  const ids = options.flatMap(({ id }) => (id === '' ? [] : [id]))
  const one = kind === 'multiple' || key.length === 1
  const two = kind !== 'true-false' || options.length === 2
  const real = key.every(position => position < options.length) && new Set(key).size === key.length
  return one && two && real && new Set(texts).size === texts.length && new Set(ids).size === ids.length
}

const LETTERS = 'abcdefghijklmnop'

/** Options keep their ids, so that what was answered stays true; new ones get the first letters that are free. */
export function withIds(options: QuestionInput['options']): QuestionInput['options'] {
  const taken = new Set(options.map(({ id }) => id))
  const free = Array.from(LETTERS).filter(letter => !taken.has(letter))
  return options.map(({ id, text }) => ({ id: id === '' ? (free.shift() ?? '') : id, text }))
}

/** Where a question lies, or would if it were brought back. */
export const homeOf = ({ bank, home }: { bank: string; home: LiveBank | null }): LiveBank =>
  bank === 'contest' || bank === 'practice' ? bank : (home ?? 'practice')
