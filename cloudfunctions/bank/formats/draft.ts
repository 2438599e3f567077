import * as v from 'valibot'
import { CATEGORIES, type Category, questionIdSchema, SOURCE_STATES } from '../../../miniprogram/contract/questions'
import type { Problem } from '../../../miniprogram/contract/question-files'
import { type Day, daySchema } from '../../../miniprogram/contract/time'
import type { WrittenQuestion } from '../../quiz/api'
import { type Field, optionIds } from './fields'
import { choiceProblems } from './draft-choices'
import { pictureOf } from './draft-picture'
import { type Complain, problem, type RawQuestion } from './raw-question'

/** A question from a file. What a file of another system does not say is empty, and has to be written before it is played. */
export type DraftQuestion = Omit<WrittenQuestion, 'id'> & {
  /** Empty where the file names none. */
  id: string
}

export interface DraftDefaults {
  /** Where a question says nothing about its category; null refuses it. */
  category: Category | null
  today: Day
}

const LONGEST = 2000
const MOST_OPTIONS_TEXT = 500

/** What no screen shows and XML cannot hold; line ends are the one that may be there. */
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f\u0085\u2028\u2029\ufffe\uffff]/

function textProblems({ stem, options, why, trap, fields }: RawQuestion, complain: Complain): void {
  const texts: [string, string, number][] = [
    ['stem', stem, LONGEST],
    ['why', why, LONGEST],
    ['trap', trap, LONGEST],
    ...options.map(({ text }, at): [string, string, number] => [`option.${at + 1}`, text, MOST_OPTIONS_TEXT]),
    ...Object.entries(fields).map(([field, text]): [string, string, number] => [field, text, LONGEST]),
  ]
  for (const [column, text, most] of texts) {
    if (text.length > most) complain('value-too-long', String(text.length), column)
    if (CONTROL.test(text) || !isWellFormed(text)) complain('control-character', '', column)
  }
  if (stem === '') complain('value-missing', '', 'stem')
}

const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text)

const oneOfThese = <Value extends string>(values: readonly Value[], text: string): Value | undefined =>
  values.find(value => value === text)

const DIFFICULTIES = ['1', '2', '3', '4', '5'] as const
const DEFAULTS = { difficulty: '3', evidence: 'B', bloom: 'remember', status: 'in-force' } as const

function choicesOf({ fields }: RawQuestion, { category }: DraftDefaults, complain: Complain) {
  const pick = <Value extends string>(field: Field, values: readonly Value[], missing: Value): Value => {
    const text = fields[field] ?? ''
    const value = text === '' ? missing : oneOfThese(values, text)
    if (value === undefined) complain('value-unknown', text, field)
    return value ?? missing
  }
  const chosen = fields.category ? oneOfThese(CATEGORIES, fields.category) : category
  if (!chosen) complain(fields.category ? 'value-unknown' : 'category-missing', fields.category, 'category')
  return {
    category: chosen ?? CATEGORIES[0],
    evidence: pick('evidence', ['A', 'B'], DEFAULTS.evidence),
    difficulty: Number(pick('difficulty', DIFFICULTIES, DEFAULTS.difficulty)),
    bloom: pick('bloom', ['remember', 'understand', 'apply'], DEFAULTS.bloom),
    status: pick('source.status', SOURCE_STATES, DEFAULTS.status),
  }
}

function daysOf({ fields }: RawQuestion, today: Day, complain: Complain) {
  const day = (field: Field): Day | null => {
    const text = fields[field] ?? ''
    if (text === '') return null
    if (v.is(daySchema, text)) return text
    complain('day-wrong', text, field)
    return null
  }
  return { validFrom: day('validFrom') ?? today, validTo: day('validTo'), verifiedAt: day('verifiedAt') }
}

function identityOf({ fields }: RawQuestion, complain: Complain) {
  const { id = '', version = '1' } = fields
  if (id !== '' && !v.is(questionIdSchema, id)) complain('id-wrong', id, 'id')
  if (!/^[1-9]\d{0,4}$/.test(version)) complain('number-wrong', version, 'version')
  return { id, version: Number(version) }
}

function optionsOf({ options, fields }: RawQuestion, complain: Complain): WrittenQuestion['options'] {
  const ids = fields['option.ids']?.split(' ') ?? optionIds(options.length)
  const fit = ids.length === options.length && new Set(ids).size === ids.length && !ids.includes('')
  if (!fit) complain('value-unknown', ids.join(' '), 'option.ids')
  return options.map(({ text }, at) => ({ id: ids[at] ?? '', text }))
}

/** The texts of fields, empty where the file has none. */
const textsOf =
  (fields: RawQuestion['fields']) =>
  (field: Field, missing = '') =>
    fields[field] ?? missing

/** Makes sense of a question from a file, or says everything that is wrong with it. */
export function draftOf(raw: RawQuestion, defaults: DraftDefaults): DraftQuestion | Problem[] {
  const problems: Problem[] = []
  const complain: Complain = (is, what = '', column = '') => problems.push(problem(is, raw.at, what, column))
  const say = textsOf(raw.fields)
  textProblems(raw, complain)
  choiceProblems(raw, complain)
  const { status, ...choices } = choicesOf(raw, defaults, complain)
  const options = optionsOf(raw, complain)
  const source = { title: say('source.title'), clause: say('source.clause'), url: say('source.url') }
  const draft = {
    ...identityOf(raw, complain),
    ...{ kind: raw.kind, stem: raw.stem, options, picture: pictureOf(raw, complain) },
    key: options.filter((_option, at) => raw.options[at]?.right).map(({ id }) => id),
    explanation: { why: say('explanation.why', raw.why), trap: say('explanation.trap', raw.trap) },
    source: { ...source, asOf: say('source.asOf'), status },
    facts: say('facts')
      .split(/\s+/)
      .filter(fact => fact !== ''),
    ...choices,
    ...daysOf(raw, defaults.today, complain),
    verifiedBy: say('verifiedBy'),
  }
  return problems.length > 0 ? problems : draft
}
