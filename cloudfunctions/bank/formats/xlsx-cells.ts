import type { QuestionKind } from '../../../miniprogram/contract/questions'
import { BLOOM_TEXTS, CATEGORY_TEXTS, KIND_TEXTS, STATUS_TEXTS, TRUE_FALSE } from '../words'
import { categoryOf } from './category-names'
import type { Field } from './fields'

const LETTERS = 'ABCDEF'

const keyOf = (texts: Readonly<Record<string, string>>, said: string): string =>
  Object.keys(texts).find(key => key === said || texts[key] === said) ?? said

const textOf = (texts: Readonly<Record<string, string>>, key: string): string => texts[key] ?? key

/** Fields that a sheet has in words. */
const SPOKEN: Partial<Record<Field, Readonly<Record<string, string>>>> = {
  'source.status': STATUS_TEXTS,
  bloom: BLOOM_TEXTS,
}

/** What a cell says as a field has it; what is not understood stays as it is, to be complained of. */
export function fieldFromCell(field: Field, cell: string): string {
  if (field === 'category') return categoryOf(cell) ?? cell
  const spoken = SPOKEN[field]
  return spoken ? keyOf(spoken, cell) : cell
}

export function cellFromField(field: Field, text: string): string {
  if (field === 'category') {
    const known = categoryOf(text)
    return known ? (CATEGORY_TEXTS[known][0] ?? text) : text
  }
  const spoken = SPOKEN[field]
  return spoken ? textOf(spoken, text) : text
}

export const kindText = (kind: QuestionKind): string => KIND_TEXTS[kind]

export const lettersOf = (right: readonly boolean[]): string =>
  right.map((isRight, at) => (isRight ? LETTERS.charAt(at) : '')).join('')

const YES = ['正确', '对', '√', 'T', 'TRUE', '是']
const NO = ['错误', '错', '×', 'F', 'FALSE', '否']

const SIGNS = /[\s,，、;；.。]/g

function truthPosition(said: string, options: readonly string[]): number {
  if (options.join() !== TRUE_FALSE.join()) return -1
  return [YES, NO].findIndex(words => words.includes(said))
}

/** Positions that an answer such as `B`, `a、c` or `正确` names; null where it names none. */
export function positionsOf(answer: string, options: readonly string[]): number[] | null {
  const said = answer.normalize('NFKC').toUpperCase().replace(SIGNS, '')
  const truth = truthPosition(said, options)
  if (truth !== -1) return [truth]
  const positions = Array.from(new Set(said), letter => LETTERS.indexOf(letter))
  const known = positions.every(position => position >= 0 && position < options.length)
  return said !== '' && known ? positions.sort((a, b) => a - b) : null
}

export function kindFrom(said: string, options: readonly string[], right: number): QuestionKind | null {
  const known = Object.entries(KIND_TEXTS).find(([key, text]) => said === key || said.startsWith(text))?.[0]
  if (known === 'single' || known === 'multiple' || known === 'true-false') return known
  if (said !== '') return null
  if (right > 1) return 'multiple'
  return options.join() === TRUE_FALSE.join() ? 'true-false' : 'single'
}
