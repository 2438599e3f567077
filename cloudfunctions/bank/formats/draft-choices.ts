import type { Complain, RawQuestion } from './raw-question'

const MOST = 6

/** What is wrong with options and key. */
export function choiceProblems({ kind, options }: RawQuestion, complain: Complain): void {
  const texts = options.map(({ text }) => text)
  const right = options.filter(option => option.right).length
  if (texts.length < 2) complain('options-few', String(texts.length))
  if (texts.length > MOST) complain('options-many', String(texts.length))
  texts.forEach((text, at) => {
    if (text === '') complain('value-missing', '', `option.${at + 1}`)
    else if (texts.indexOf(text) < at) complain('option-twice', text, `option.${at + 1}`)
  })
  if (right === 0) complain('key-missing')
  if (right > 1 && kind !== 'multiple') complain('key-many', String(right))
  if (kind === 'true-false' && texts.length > 2) complain('options-many', String(texts.length))
}
