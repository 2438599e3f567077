import type { Problem } from '../../../miniprogram/contract/question-files'
import { type Field, isField } from './fields'
import { type CarriedPicture, nothingBut, problem, type RawQuestion, type ReadFile, withOwnKind } from './raw-question'
import { below, type Element, elements, isElement, readXml, textIn } from './xml-tree'
import { type Entries, entryText } from './zip'

/** What a package is told by. */
export const MANIFEST = 'imsmanifest.xml'
const BLOCKS: readonly string[] = ['p', 'div', 'li', 'br']

/** Text with the lines that breaks and paragraphs make; the layout of the file itself says nothing. */
const linesIn = (node: Element): string =>
  node.children
    .map(child => {
      if (!isElement(child)) return child.replace(/\s*\n\s*/g, ' ')
      if (child.name === 'feedbackInline') return ''
      return BLOCKS.includes(child.name) ? `${linesIn(child)}\n` : linesIn(child)
    })
    .join('')

const lines = (node: Element | undefined): string => (node ? linesIn(node).trim() : '')

const feedback = (item: Element, identifier: string): string =>
  lines(elements(item, 'modalFeedback').find(({ attributes }) => attributes['identifier'] === identifier))

/** Items of other systems explain under names of their own. */
function explanationIn(item: Element): Pick<RawQuestion, 'why' | 'trap'> {
  const [why, trap] = [feedback(item, 'why'), feedback(item, 'trap')]
  if (why !== '' || trap !== '') return { why, trap }
  return {
    why: elements(item, 'modalFeedback')
      .map(lines)
      .filter(text => text !== '')
      .join('\n'),
    trap: '',
  }
}

/** The stem is the prompt, under whatever stands before it. */
function stemIn(body: Element, interaction: Element): string {
  const before = body.children
    .slice(0, body.children.indexOf(interaction))
    .map(node => (isElement(node) ? lines(node) : ''))
  return [...before, lines(elements(interaction, 'prompt')[0])].filter(text => text !== '').join('\n')
}

function answersIn(item: Element, interaction: Element): Pick<RawQuestion, 'kind' | 'options'> {
  const [declared] = elements(item, 'responseDeclaration')
  const right = declared ? below(declared, 'value').map(value => textIn(value).trim()) : []
  const options = elements(interaction, 'simpleChoice').map(choice => ({
    text: lines(choice),
    right: right.includes(choice.attributes['identifier'] ?? ''),
  }))
  return { kind: declared?.attributes['cardinality'] === 'multiple' ? 'multiple' : 'single', options }
}

/** A path as the item names it, from the package's root. */
function pathFrom(item: string, src: string): string {
  const path = item.split('/').slice(0, -1)
  for (const part of src.split('/')) {
    if (part === '..') path.pop()
    else if (part !== '.') path.push(part)
  }
  return path.join('/')
}

/** The one picture of the stem; null where it is not in the package, where there are more, or where an option has one. */
function pictureIn(body: Element, item: string, entries: Entries): CarriedPicture | null {
  const [image, more] = below(body, 'img')
  const isElsewhere = below(body, 'object').length > 0 || below(body, 'simpleChoice').some(hasImage)
  const { src = '', alt = '' } = image?.attributes ?? {}
  const bytes = entries[pathFrom(item, src)]
  return bytes && !more && !isElsewhere ? { bytes: Buffer.from(bytes), alt: alt.trim() } : null
}

const hasImage = (node: Element): boolean => ['img', 'object'].some(tag => below(node, tag).length > 0)

function questionOf(item: Element, resource: Element, at: number, entries: Entries): RawQuestion | Problem {
  const name = hrefOf(resource)
  const [body] = elements(item, 'itemBody')
  const [interaction, more] = body ? interactionsIn(body) : []
  if (!body || more || interaction?.name !== 'choiceInteraction')
    return problem('kind-unsupported', at, `${name} ${interaction?.name ?? ''}`.trim())
  const picture = pictureIn(body, name, entries)
  if (picture === null && hasImage(body)) return problem('picture-inside', at, name)
  const stem = stemIn(body, interaction)
  const answers = answersIn(item, interaction)
  return withOwnKind({ at, stem, picture, ...answers, ...explanationIn(item), fields: fieldsIn(resource) })
}

const hrefOf = ({ attributes }: Element): string => attributes['href'] ?? ''

const interactionsIn = (node: Element): Element[] =>
  /Interaction$/.test(node.name) ? [node] : node.children.filter(isElement).flatMap(interactionsIn)

function fieldsIn(resource: Element): Partial<Record<Field, string>> {
  const entries = below(resource, 'field').map(field => [field.attributes['name'] ?? '', textIn(field)] as const)
  const fields: Partial<Record<Field, string>> = {}
  for (const [name, text] of entries) if (isField(name)) fields[name] = text
  return fields
}

function read(entries: Entries, resource: Element, at: number): RawQuestion | Problem {
  const name = hrefOf(resource)
  const bytes = entries[name]
  if (!bytes) return problem('file-unreadable', at, name)
  const item = readXml(entryText(bytes))
  if ('is' in item) return { ...item, at, what: `${name}:${item.at} ${item.what}` }
  return questionOf(item, resource, at, entries)
}

/** The questions of a QTI 2.1 package; `at` counts its items, from 1. */
export function readQti(entries: Entries): ReadFile {
  if (!entries[MANIFEST]) return nothingBut(problem('file-unreadable', 0, MANIFEST))
  const manifest = readXml(entryText(entries[MANIFEST]))
  if ('is' in manifest) return nothingBut({ ...manifest, what: `${MANIFEST}:${manifest.at} ${manifest.what}`, at: 0 })
  const items = below(manifest, 'resource').filter(({ attributes }) => /^imsqti_item/.test(attributes['type'] ?? ''))
  const all = items.map((resource, at) => read(entries, resource, at + 1))
  return {
    questions: all.flatMap(one => ('is' in one ? [] : [one])),
    problems: all.flatMap(one => ('is' in one ? [one] : [])),
  }
}
