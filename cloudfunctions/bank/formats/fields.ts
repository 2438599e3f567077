import type { WrittenQuestion } from '../../quiz/api'
import { TRUE_FALSE } from '../words'

/** What a question has beside stem, options, key and explanation, one text each; the formats keep them where they have room. */
export const FIELDS = [
  'id',
  'version',
  'category',
  'kind',
  'option.ids',
  'explanation.why',
  'explanation.trap',
  'picture.file',
  'picture.alt',
  'picture.author',
  'picture.licence',
  'source.title',
  'source.clause',
  'source.url',
  'source.asOf',
  'source.status',
  'facts',
  'evidence',
  'difficulty',
  'bloom',
  'validFrom',
  'validTo',
  'verifiedBy',
  'verifiedAt',
] as const

export type Field = (typeof FIELDS)[number]

export const isField = (text: string): text is Field => FIELDS.some(field => field === text)

export const optionIds = (count: number): string[] => Array.from('abcdef'.slice(0, count))

/** Whether other systems' true and false say the same in the same order. */
export const isPlainTruth = ({ kind, options }: WrittenQuestion): boolean =>
  kind === 'true-false' && options.map(({ text }) => text).join('\n') === TRUE_FALSE.join('\n')

function optionFields(question: WrittenQuestion): Partial<Record<Field, string>> {
  const { kind, options } = question
  const ids = options.map(({ id }) => id).join(' ')
  return {
    ...(ids === optionIds(options.length).join(' ') ? {} : { 'option.ids': ids }),
    // Put in other words, it is a choice of two there, and says here what it was.
    ...(kind === 'true-false' && !isPlainTruth(question) ? { kind } : {}),
  }
}

function pictureFields({ picture }: WrittenQuestion): Partial<Record<Field, string>> {
  if (picture === null) return {}
  const { author = '', licence = '' } = picture.credit ?? {}
  return {
    ...{ 'picture.file': picture.file, 'picture.alt': picture.alt },
    ...{ 'picture.author': author, 'picture.licence': licence },
  }
}

/** Empty texts are left out. */
export function fieldsOf(question: WrittenQuestion): Partial<Record<Field, string>> {
  const { id, version, category, source, facts, evidence, difficulty, bloom } = question
  const { validFrom, validTo, verifiedBy, verifiedAt } = question
  const all: Partial<Record<Field, string>> = {
    ...{ id, version: String(version), category },
    ...optionFields(question),
    ...pictureFields(question),
    ...{ 'source.title': source.title, 'source.clause': source.clause, 'source.url': source.url },
    ...{ 'source.asOf': source.asOf, 'source.status': source.status },
    ...{ facts: facts.join(' '), evidence, difficulty: String(difficulty), bloom },
    ...{ validFrom, validTo: validTo ?? '', verifiedBy, verifiedAt: verifiedAt ?? '' },
  }
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''))
}

export const fieldList = (fields: Partial<Record<Field, string>>): [Field, string][] =>
  FIELDS.flatMap(field => {
    const text = fields[field]
    return text === undefined ? [] : [[field, text] satisfies [Field, string]]
  })
