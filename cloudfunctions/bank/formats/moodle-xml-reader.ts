import type { Problem } from '../../../miniprogram/contract/question-files'
import type { Category } from '../../../miniprogram/contract/questions'
import { TRUE_FALSE } from '../words'
import { categoryOf } from './category-names'
import { parted } from './explanation'
import { type Field, isField } from './fields'
import { hasPicture, looksLikeHtml, textOfHtml } from './html-text'
import { onePictureIn } from './html-picture'
import { type CarriedPicture, nothingBut, problem, type RawQuestion, type ReadFile, withOwnKind } from './raw-question'
import { type Element, elements, isElement, readXml, textIn } from './xml-tree'

const WHOLE = 99.99

/** What stands in `<name><text>…</text></name>`, as it is. */
function rawText(parent: Element, name: string): { text: string; format: string } {
  const [element] = elements(parent, name)
  if (!element) return { text: '', format: '' }
  const [inner] = elements(element, 'text')
  return { text: textIn(inner ?? element), format: element.attributes['format'] ?? '' }
}

function readable({ text, format }: { text: string; format: string }): string {
  const isHtml = format === 'html' || (format !== 'plain_text' && looksLikeHtml(text))
  return isHtml ? textOfHtml(text) : text.trim()
}

const ownText = (answer: Element): string => {
  const [inner] = elements(answer, 'text')
  const outside = answer.children.map(child => (isElement(child) ? '' : child)).join('')
  return readable({ text: inner ? textIn(inner) : outside, format: answer.attributes['format'] ?? '' })
}

const fractionOf = ({ attributes }: Element): number => Number(attributes['fraction'] ?? '0')

function fieldsIn(question: Element, category: Category | undefined): Partial<Record<Field, string>> {
  const fields: Partial<Record<Field, string>> = category ? { category } : {}
  for (const tag of elements(question, 'tags').flatMap(tags => elements(tags, 'tag'))) {
    const said = textIn(elements(tag, 'text')[0] ?? tag)
    const at = said.indexOf('=')
    const field = said.slice(0, Math.max(0, at))
    if (isField(field)) fields[field] = said.slice(at + 1)
  }
  const [idNumber] = elements(question, 'idnumber')
  const id = idNumber ? textIn(idNumber).trim() : ''
  return /^[a-z]+-\d{2,4}$/.test(id) ? { ...fields, id } : fields
}

function choicesIn(question: Element): Pick<RawQuestion, 'kind' | 'options'> {
  const [single] = elements(question, 'single')
  const isSingle = !single || /^\s*(?:true|1)\s*$/i.test(textIn(single))
  const options = elements(question, 'answer').map(answer => ({
    text: ownText(answer),
    right: isSingle ? fractionOf(answer) >= WHOLE : fractionOf(answer) > 0,
  }))
  return { kind: isSingle ? 'single' : 'multiple', options }
}

function truthIn(question: Element): Pick<RawQuestion, 'kind' | 'options'> {
  const right = elements(question, 'answer').find(answer => fractionOf(answer) >= WHOLE)
  const isTrue = right !== undefined && ownText(right).toLowerCase() === 'true'
  const options = TRUE_FALSE.map((text, at) => ({ text, right: right !== undefined && (at === 0) === isTrue }))
  return { kind: 'true-false', options }
}

/** What is said about wrong answers, where no general feedback speaks of them. */
const trapsIn = (question: Element): string =>
  elements(question, 'answer')
    .filter(answer => fractionOf(answer) <= 0)
    .map(answer => readable(rawText(answer, 'feedback')))
    .filter(text => text !== '')
    .join('\n')

/** The file that the one picture of the stem names; null where it does not come with the question. */
function pictureIn(question: Element, html: string): CarriedPicture | null {
  const named = onePictureIn(html)
  const files = elements(question, 'questiontext').flatMap(text => elements(text, 'file'))
  const file = files.find(({ attributes: { name, encoding } }) => name === named?.name && encoding === 'base64')
  return named && file ? { bytes: Buffer.from(textIn(file), 'base64'), alt: named.alt } : null
}

function questionOf(question: Element, category: Category | undefined): RawQuestion | Problem {
  const type = question.attributes['type'] ?? ''
  if (type !== 'multichoice' && type !== 'truefalse') return problem('kind-unsupported', question.line, type)
  const stem = rawText(question, 'questiontext')
  const feedback = rawText(question, 'generalfeedback')
  const picture = hasPicture(stem.text) ? pictureIn(question, stem.text) : null
  if ((picture === null && hasPicture(stem.text)) || elements(question, 'answer').map(textIn).some(hasPicture))
    return problem('picture-inside', question.line, readable(stem))
  const { why, trap } = parted(readable(feedback))
  return withOwnKind({
    ...{ at: question.line, stem: readable(stem), picture, fields: fieldsIn(question, category) },
    ...(type === 'truefalse' ? truthIn(question) : choicesIn(question)),
    ...{ why, trap: trap === '' ? trapsIn(question) : trap },
  })
}

/** The questions of a Moodle XML text; categories of the file hold for what follows them. */
export function readMoodleXml(text: string): ReadFile {
  const root = readXml(text)
  if ('is' in root) return nothingBut(root)
  if (root.name !== 'quiz') return nothingBut(problem('file-unreadable', root.line, root.name))
  const [questions, problems]: [RawQuestion[], Problem[]] = [[], []]
  let category: Category | undefined
  for (const element of elements(root, 'question')) {
    if (element.attributes['type'] === 'category') category = categoryOf(rawText(element, 'category').text)
    else {
      const read = questionOf(element, category)
      if ('is' in read) problems.push(read)
      else questions.push(read)
    }
  }
  return { questions, problems }
}
