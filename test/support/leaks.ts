import * as v from 'valibot'
import type { PaperQuestion } from '../../miniprogram/contract/questions'
import type { Question } from '../../cloudfunctions/quiz/question'

const text = v.string()
const number = v.number()
/** A name such as kingfisher.webp would tell the answer. */
const opaqueFile = v.pipe(v.string(), v.regex(/^cloud:\/\/[^/]+\/bank\/[0-9a-f]{20}\.(webp|jpg|png)$/))
const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.minLength(1))
const ok = <Value extends v.GenericSchema>(value: Value) => v.strictObject({ ok: v.literal(true), value })

const refusal = v.strictObject({
  ok: v.literal(false),
  error: v.strictObject({
    code: text,
    requestId: text,
    detail: v.optional(v.strictObject({ field: text, problem: text })),
  }),
})

const home = v.strictObject({
  now: number,
  edition: v.strictObject({ year: number, title: text, theme: text }),
  activities: list(
    v.strictObject({
      kind: text,
      name: text,
      summary: text,
      theme: text,
      audience: text,
      steps: list(text),
      requirements: v.array(text),
      contact: text,
      attachments: v.array(v.strictObject({ name: text, url: text })),
      unit: v.nullable(v.strictObject({ id: text, name: text })),
      changed: v.nullable(
        v.strictObject({ at: number, reason: text, before: v.strictObject({ opensAt: number, closesAt: number }) }),
      ),
      opensAt: number,
      closesAt: number,
      phase: text,
    }),
  ),
  quiz: v.strictObject({
    round: text,
    title: text,
    questions: number,
    categories: list(text),
    minutes: number,
    attemptsPerDay: number,
    opensAt: number,
    closesAt: number,
    certificates: v.array(v.strictObject({ from: number, name: text })),
  }),
})

const opening = v.strictObject({
  ticket: text,
  number,
  startedAt: number,
  deadline: number,
  now: number,
  questions: list(
    v.strictObject({
      category: text,
      kind: text,
      stem: text,
      options: list(text),
      picture: v.nullable(
        v.strictObject({
          file: opaqueFile,
          alt: text,
          credit: v.nullable(v.strictObject({ author: text, licence: text })),
        }),
      ),
    }),
  ),
})

const unsubmitted = v.strictObject({
  ticket: text,
  number,
  day: text,
  state: v.picklist(['open', 'expired']),
  startedAt: number,
  score: v.null(),
  seconds: v.null(),
  rescored: v.null(),
  setAside: v.null(),
  restored: v.null(),
})

/** All that a reply may hold before the submission is recorded: exactly these properties and no others. */
export const SEALED_REPLIES = {
  home: ok(home),
  opening: ok(opening),
  list: ok(list(unsubmitted)),
  noCertificates: ok(v.strictTuple([])),
  code: ok(v.strictObject({ url: text })),
  refusal,
} as const

/** Every text anywhere in a value. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value
  if (typeof value === 'object' && value !== null) for (const inner of Object.values(value)) yield* textsIn(inner)
}

const tellingTexts = ({ _id, id, explanation, source }: Question): string[] => [
  _id,
  id,
  explanation.why,
  explanation.trap,
  source.clause,
]

/** What in a reply would help somebody who has not answered yet, one line a finding: properties too many, texts too telling. */
export function leaksIn(reply: unknown, shape: v.GenericSchema, bank: readonly Question[]): string[] {
  const odd = v.safeParse(shape, reply).issues ?? []
  const shown = new Set(bank.flatMap(({ stem, options }) => [stem, ...options.map(option => option.text)]))
  // A stem that asks about an article names it; elsewhere the same words would be a source given away.
  const telling = bank.flatMap(tellingTexts).filter(secret => secret !== '')
  return [
    ...odd.map(issue => `${v.getDotPath(issue) ?? 'the reply'}: ${issue.message}`),
    ...[...textsIn(reply)]
      .filter(told => !shown.has(told))
      .flatMap(told => telling.filter(secret => told.includes(secret)).map(secret => `the text “${secret}”`)),
  ]
}

/** Questions seen often whose right option stood in one place more than six times in ten. */
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
