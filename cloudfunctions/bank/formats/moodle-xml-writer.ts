import type { WrittenQuestion } from '../../quiz/api'
import { encodeEntities } from './entities'
import { feedbackOf } from './explanation'
import { fieldList, fieldsOf, isPlainTruth } from './fields'
import { pageWithPicture } from './html-picture'
import type { Pictures } from './pictures'

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

const nameIn = (path: string): string => path.slice(path.lastIndexOf('/') + 1)

/** The stem, with its picture where it is at hand and the stem survives being a page. */
function stemOf({ stem, picture }: WrittenQuestion, pictures: Pictures): string {
  const bytes = picture && pictures.get(picture.file)
  const name = nameIn(picture?.file ?? '')
  const page = picture && bytes ? pageWithPicture(stem, { name, alt: picture.alt }) : null
  if (!bytes || page === null) return plain('questiontext', stem)
  const file = `<file name="${name}" path="/" encoding="base64">${bytes.toString('base64')}</file>`
  return `<questiontext format="html"><text>${encodeEntities(page)}</text>${file}</questiontext>`
}

function question(written: WrittenQuestion, pictures: Pictures): string {
  const { feedback, fields } = feedbackOf(written.explanation)
  const { id = '', ...rest } = { ...fieldsOf(written), ...fields }
  const tags = fieldList(rest).map(([field, value]) => `      ${text('tag', `${field}=${value}`)}`)
  const isTruth = isPlainTruth(written)
  return [
    `  <question type="${isTruth ? 'truefalse' : 'multichoice'}">`,
    `    ${text('name', written.stem.replace(/\n/g, ' ').slice(0, NAME_LENGTH).trim())}`,
    `    ${stemOf(written, pictures)}`,
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
export function writeMoodleXml(questions: readonly WrittenQuestion[], pictures: Pictures): string {
  const written = questions.map(one => question(one, pictures))
  return ['<?xml version="1.0" encoding="UTF-8"?>', '<quiz>', ...written, '</quiz>', ''].join('\n')
}
