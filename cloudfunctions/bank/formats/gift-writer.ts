import type { WrittenQuestion } from '../../quiz/api'
import { feedbackOf } from './explanation'
import { fieldList, fieldsOf, isPlainTruth } from './fields'

const escaped = (text: string): string => text.replace(/[\\~=#{}:]/g, '\\$&').replace(/\n/g, '\\n')

/** What would be taken for a format or a weight is said to be plain text. */
const content = (text: string): string => (/^[[%]/.test(text) ? '[plain]' : '') + escaped(text)

const PERCENT = 100
const DECIMALS = 5

function choiceLines({ kind, options, key }: WrittenQuestion): string[] {
  const share = Number((PERCENT / key.length).toFixed(DECIMALS))
  return options.map(({ id, text }) => {
    const right = key.includes(id)
    const mark = kind === 'multiple' ? `~%${right ? share : -PERCENT}%` : right ? '=' : '~'
    return `${mark}${content(text)}`
  })
}

function answerLines(question: WrittenQuestion, feedback: string): string[] {
  const general = feedback === '' ? [] : [`####${content(feedback)}`]
  if (!isPlainTruth(question)) return ['{', ...choiceLines(question), ...general, '}']
  const truth = question.key[0] === question.options[0]?.id ? 'TRUE' : 'FALSE'
  return [`{${truth}`, ...general, '}']
}

function block(question: WrittenQuestion): string {
  const { feedback, fields } = feedbackOf(question.explanation)
  const { id = '', ...rest } = { ...fieldsOf(question), ...fields }
  // JSON keeps a text on its line, whatever is in it.
  const comments = fieldList(rest).map(([field, text]) => `//@ ${field} ${JSON.stringify(text)}`)
  const body = [`::${escaped(question.id)}::[plain]${escaped(question.stem)} `, ...answerLines(question, feedback)]
  return [`// [id:${id}]`, ...comments, ...body].join('\n')
}

/** Questions as GIFT: what GIFT has no place for stands in comments, which other systems pass over. */
export const writeGift = (questions: readonly WrittenQuestion[]): string => `${questions.map(block).join('\n\n')}\n`
