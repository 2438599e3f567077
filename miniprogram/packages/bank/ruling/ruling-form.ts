import * as v from 'valibot'
import {
  type Correction,
  correctionSchema,
  type RulingCase,
  type RulingInput,
  RULING_NOTE_LIMIT,
  rulingNoteSchema,
  SCORINGS,
  VERDICTS,
} from '../../../contract/question-reports'
import { optionLabel, rulingWords } from '../../../copy/desk-reports'
import { createForm, type Draft, type Field } from '../../../lib/form'
import type { FormKit } from '../../../lib/form-page'
import { keptDraft } from '../../../lib/kept-draft'

export const NOTE_LIMIT = RULING_NOTE_LIMIT

const { stem, why, trap } = correctionSchema.entries
const wordsSchema = stem

const baseEntries = {
  verdict: v.picklist(VERDICTS),
  scoring: v.picklist(SCORINGS),
  /** One id where one answer is right, else a list. */
  key: v.union([v.pipe(v.string(), v.minLength(1)), v.pipe(v.array(v.string()), v.minLength(1))]),
  stem,
  why,
  trap,
  note: rulingNoteSchema,
}

const nameOf = (id: string): string => `option-${id}`

const text = (label: string): Field => ({ label, kind: 'text' })

type RulingCaseForm = v.InferOutput<v.ObjectSchema<typeof baseEntries, undefined>> & Readonly<Record<string, unknown>>

/** The form about one version: its words and key are there to be changed. */
export function rulingKit({ question, options }: Pick<RulingCase, 'question' | 'options'>): FormKit<RulingCaseForm> {
  const optionEntries = Object.fromEntries(options.map(({ id }) => [nameOf(id), wordsSchema]))
  const optionFields = Object.fromEntries(options.map(({ id }) => [nameOf(id), text(optionLabel(id))]))
  const form = createForm(v.object({ ...optionEntries, ...baseEntries }), {
    verdict: { label: rulingWords.verdict, kind: 'choice' },
    scoring: { label: rulingWords.scoring, kind: 'choice' },
    key: { label: rulingWords.newKey, kind: 'choices' },
    stem: text(rulingWords.stem),
    ...optionFields,
    why: text(rulingWords.why),
    trap: text(rulingWords.trap),
    note: text(rulingWords.reason),
  })
  return { form, kept: keptDraft(`ruling:${question}`) }
}

/** The version as it stands, and the gentlest decision. */
export const draftOf = ({ kind, stem, options, key, explanation }: RulingCase): Draft => ({
  ...Object.fromEntries(options.map(({ id, text }) => [nameOf(id), text])),
  ...{ stem, ...explanation, key: kind === 'multiple' ? key : (key[0] ?? ''), verdict: 'stands', scoring: 'keep' },
})

const keyIn = ({ key }: RulingCaseForm): string[] => (typeof key === 'string' ? [key] : key)

const sameKey = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every(id => other.includes(id))

function correctionIn(form: RulingCaseForm, { stem, options, explanation }: RulingCase): Correction | null {
  const now = options.map(({ id }) => ({ id, text: v.parse(wordsSchema, form[nameOf(id)]) }))
  const changed = now.some(({ text }, i) => text !== options[i]?.text)
  const same = !changed && form.stem === stem && form.why === explanation.why && form.trap === explanation.trap
  return same ? null : { stem: form.stem, options: now, why: form.why, trap: form.trap }
}

/** The key where it is asked for and is another one than stands. */
function newKeyIn(form: RulingCaseForm, { key }: RulingCase): string[] | null {
  const isAsked = form.verdict === 'corrected' || (form.verdict === 'retired' && form.scoring === 'new-key')
  return isAsked && !sameKey(keyIn(form), key) ? keyIn(form) : null
}

/** What goes out; or, where the parts do not go together, the sentence that says so. */
export function rulingOf(form: RulingCaseForm, about: RulingCase): RulingInput | string {
  const { verdict, note } = form
  const scoring = verdict === 'stands' ? 'keep' : form.scoring
  const newKey = newKeyIn(form, about)
  if (scoring === 'new-key' && newKey === null) return rulingWords.sameKey
  const rewrites = verdict === 'corrected' && about.current
  const correction = rewrites ? correctionIn(form, about) : null
  if (rewrites && !correction && !newKey) return rulingWords.nothingChanged
  return { question: about.question, after: about.rulings, verdict, scoring, newKey, correction, note }
}
