import type { WrittenQuestion } from '../../quiz/api'
import { encodeEntities } from './entities'
import { feedbackOf } from './explanation'
import { fieldList, fieldsOf, isPlainTruth } from './fields'

const PERCENT = 100
const DECIMALS = 5
const NAME_LENGTH = 40

const text = (name: string, content: string, attributes = ''): string =>
  `<${name}${attributes}><text>${encodeEntities(content)}</text></${name}>`

const plain = (name: string, content: string): string => text(name, content, ' format="plain_text"')

function answer(fraction: number, content: string): string {
  return `    <answer fraction="${fraction}" format="plain_text"><text>${encodeEntities(content)}</text><feedback format="plain_text"><text></text></feedback></answer>`
}

function choices({ kind, options, key }: WrittenQuestion): string[] {
  const share = Number((PERCENT / key.length).toFixed(DECIMALS))
  const wrong = kind === 'multiple' ? -PERCENT : 0
  return [
    `    <single>${kind === 'multiple' ? 'false' : 'true'}</single>`,
    '    <shuffleanswers>true</shuffleanswers>',
    '    <answernumbering>ABCD</answernumbering>',
    ...options.map(({ id, text: content }) => answer(key.includes(id) ? share : wrong, content)),
  ]
}

const truth = ({ options, key }: WrittenQuestion): string[] =>
  ['true', 'false'].map((word, at) => answer(options[at]?.id === key[0] ? PERCENT : 0, word))

function question(written: WrittenQuestion): string {
  const { feedback, fields } = feedbackOf(written.explanation)
  const { id = '', ...rest } = { ...fieldsOf(written), ...fields }
  const tags = fieldList(rest).map(([field, value]) => `      ${text('tag', `${field}=${value}`)}`)
  const isTruth = isPlainTruth(written)
  return [
    `  <question type="${isTruth ? 'truefalse' : 'multichoice'}">`,
    `    ${text('name', written.stem.replace(/\n/g, ' ').slice(0, NAME_LENGTH).trim())}`,
    `    ${plain('questiontext', written.stem)}`,
    `    ${plain('generalfeedback', feedback)}`,
    `    <defaultgrade>1</defaultgrade>`,
    `    <idnumber>${encodeEntities(id)}</idnumber>`,
    ...(isTruth ? truth(written) : choices(written)),
    '    <tags>',
    ...tags,
    '    </tags>',
    '  </question>',
  ].join('\n')
}

/** Questions as Moodle XML: what Moodle has no place for stands in tags. */
export const writeMoodleXml = (questions: readonly WrittenQuestion[]): string =>
  ['<?xml version="1.0" encoding="UTF-8"?>', '<quiz>', ...questions.map(question), '</quiz>', ''].join('\n')
