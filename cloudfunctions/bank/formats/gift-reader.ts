import * as v from 'valibot'
import { questionIdSchema } from '../../../miniprogram/contract/questions'
import type { Problem } from '../../../miniprogram/contract/question-files'
import { TRUE_FALSE } from '../words'
import { categoryOf } from './category-names'
import { parted } from './explanation'
import { type Field, isField } from './fields'
import { type GiftAnswer, answersIn, findSign, unescaped, withoutGeneral } from './gift-answers'
import { type Block, giftBlocks } from './gift-blocks'
import { hasPicture, looksLikeHtml, textOfHtml } from './html-text'
import { problem, type RawQuestion, type ReadFile, withOwnKind } from './raw-question'

interface Parts {
  title: string
  format: string
  stem: string
  inside: string
}

const FORMAT = /^\s*\[(html|moodle|plain|markdown)\]/
const OWN = /^@ (\S+) (".*")$/
const ID = /\[id:([^\]]+)\]/

/** Null where the question has no answers to choose from. */
function partsOf(text: string): Parts | null {
  const titled = /^\s*::((?:\\.|(?!::)[^\\])*)::/s.exec(text)
  const body = titled ? text.slice(titled[0].length) : text
  const format = FORMAT.exec(body)
  const [from, to] = [findSign(body, '{'), findSign(body, '}')]
  if (from === -1 || to < from) return null
  const after = body.slice(to + 1).trim()
  // The gap of a sentence is where the answers stand.
  const stem = after === '' ? body.slice(0, from) : `${body.slice(0, from).trimEnd()} ____ ${after}`
  return { title: titled?.[1] ?? '', format: format?.[1] ?? 'moodle', stem, inside: body.slice(from + 1, to) }
}

/** Line breaks of the file are spaces in every format but HTML, which says its own. */
function plainText(text: string, format: string): string {
  const own = FORMAT.exec(text)
  const kind = own?.[1] ?? format
  const body = unescaped((own ? text.slice(own[0].length) : text).trim().replace(/\s*\n\s*/g, ' '))
  return kind === 'html' || (kind === 'moodle' && looksLikeHtml(body)) ? textOfHtml(body) : body
}

function unsupported(inside: string, answers: GiftAnswer[]): string | null {
  const trimmed = inside.trim()
  if (trimmed === '' || trimmed.startsWith('####')) return 'essay'
  if (trimmed.startsWith('#')) return 'numerical'
  if (!/^[=~]/.test(trimmed)) return 'short answer'
  if (answers.every(({ mark }) => mark === '=')) return trimmed.includes('->') ? 'matching' : 'short answer'
  return null
}

const TRUTH = /^\s*(T|TRUE|F|FALSE)\s*(?:#|$)/i

function trueFalse(isTrue: boolean, answers: string): Pick<RawQuestion, 'kind' | 'options'> & { said: string[] } {
  const options = TRUE_FALSE.map((text, at) => ({ text, right: (at === 0) === isTrue }))
  const said = answers.split('#').slice(1)
  return { kind: 'true-false', options, said }
}

function choice(answers: GiftAnswer[], format: string): Pick<RawQuestion, 'kind' | 'options'> & { said: string[] } {
  const marked = answers.filter(({ mark }) => mark === '=').length
  const isRight = ({ mark, weight }: GiftAnswer): boolean => (marked > 0 ? mark === '=' : (weight ?? 0) > 0)
  const options = answers.map(answer => ({ text: plainText(answer.text, format), right: isRight(answer) }))
  return {
    kind: marked === 1 ? 'single' : 'multiple',
    options,
    said: answers.filter(answer => !isRight(answer)).map(({ feedback }) => feedback),
  }
}

function fieldIn(comment: string): Partial<Record<Field, string>> {
  const [, field = '', text = '""'] = OWN.exec(comment) ?? []
  const id = ID.exec(comment)?.[1]
  return { ...(isField(field) ? { [field]: stringIn(text) } : {}), ...(id !== undefined && isId(id) ? { id } : {}) }
}

const isId = (text: string): boolean => v.is(questionIdSchema, text)

function fieldsIn({ comments, category }: Block, title: string): Partial<Record<Field, string>> {
  const named = categoryOf(category)
  const above: Partial<Record<Field, string>> = {
    ...(named ? { category: named } : {}),
    ...(isId(title) ? { id: title } : {}),
  }
  return comments.map(fieldIn).reduce((all, one) => ({ ...all, ...one }), above)
}

function stringIn(json: string): string {
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === 'string' ? value : ''
  } catch {
    return ''
  }
}

function questionOf(block: Block): RawQuestion | Problem {
  const parts = partsOf(block.text)
  if (!parts) return problem('kind-unsupported', block.at, 'description')
  const { format, inside, stem } = parts
  if (findSign(stem, '{}') !== -1) return problem('kind-unsupported', block.at, 'cloze')
  if (hasPicture(block.text)) return problem('picture-inside', block.at, block.text.trim())
  const { answers, general } = withoutGeneral(inside)
  const truth = TRUTH.exec(answers)?.[1]
  const given = answersIn(answers)
  const other = truth === undefined ? unsupported(inside, given) : null
  if (other !== null) return problem('kind-unsupported', block.at, other)
  const { said, ...asked } = truth === undefined ? choice(given, format) : trueFalse(/^t/i.test(truth), answers)
  const feedback = parted(plainText(general, format))
  const trap = said
    .map(text => plainText(text, format))
    .filter(text => text !== '')
    .join('\n')
  const fields = fieldsIn(block, unescaped(parts.title))
  return withOwnKind({
    ...{ at: block.at, ...asked, stem: plainText(stem, format), fields },
    ...{ why: feedback.why, trap: feedback.trap === '' ? trap : feedback.trap },
  })
}

/** The questions of a GIFT text with \n line ends, and everything in it that is not one to choose from. */
export function readGift(text: string): ReadFile {
  const { blocks, problems } = giftBlocks(text)
  const read = blocks.map(questionOf)
  const wrong = read.flatMap(one => ('is' in one ? [one] : []))
  return {
    questions: read.flatMap(one => ('is' in one ? [] : [one])),
    problems: [...problems, ...wrong].sort((a, b) => a.at - b.at),
  }
}
