import type { PaperQuestion } from '../../miniprogram/contract/quiz'
import type { Question } from '../../cloudfunctions/quiz/question'

const TELLING_NAMES = [
  'key',
  'right',
  'explanation',
  'why',
  'trap',
  'source',
  'facts',
  'id',
  '_id',
  'difficulty',
  'score',
]

/** Every property name and every text anywhere in a value. */
function* walk(value: unknown): Generator<{ name?: string; text?: string }> {
  if (typeof value === 'string') yield { text: value }
  if (typeof value !== 'object' || value === null) return
  for (const [name, inner] of Object.entries(value)) {
    if (!Array.isArray(value) && inner !== null) yield { name }
    yield* walk(inner)
  }
}

/** What in a reply would help somebody who has not answered yet: one line a finding. */
export function leaksIn(reply: unknown, bank: readonly Question[]): string[] {
  const secrets = bank.flatMap(({ _id, id, explanation, source }) => [
    _id,
    `"${id}"`,
    explanation.why,
    explanation.trap,
    `${source.title}${source.clause}`,
  ])
  const found: string[] = []
  for (const { name, text } of walk(reply)) {
    if (name !== undefined && TELLING_NAMES.includes(name)) found.push(`a property "${name}"`)
    if (text !== undefined)
      found.push(...secrets.filter(secret => text.includes(secret)).map(secret => `the text "${secret}"`))
  }
  return found
}

/** Questions seen often whose right option stood in one place more than half of the times. */
export function settledKeys(papers: readonly (readonly PaperQuestion[])[], bank: readonly Question[]): string[] {
  return bank.flatMap(question => {
    const seen = papers.flat().filter(({ stem }) => stem === question.stem)
    if (seen.length < 10) return []
    const right = question.options.find(({ id }) => id === question.key[0])?.text ?? ''
    const places = seen.map(({ options }) => options.indexOf(right))
    const most = Math.max(...question.options.map((_, place) => places.filter(other => other === place).length))
    return most / seen.length > (question.options.length === 2 ? 0.85 : 0.6) ? [question._id] : []
  })
}
