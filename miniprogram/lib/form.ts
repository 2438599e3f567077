import * as v from 'valibot'
import { type FieldKind, WHOLE_FORM_WRONG, wrongWords } from '../copy/forms'
import { wrongOf } from './form-wrong'

/** What the fields hold, by name: unknown, for it comes out of events and storages, until the schema has parsed it. */
export type Draft = Readonly<Record<string, unknown>>

/** The schema of a form: an object, also one with checks piped behind it. */
export type FormSchema = v.GenericSchema & { readonly entries: Readonly<Record<string, { readonly type: string }>> }

export interface Field {
  label: string
  kind: FieldKind
  /** Says it better than the common sentence where the value does not fit, whatever is wrong with it. */
  wrong?: string
}

/** A form as it stands; plain data, made anew with every change. */
export interface FormState {
  readonly draft: Draft
  /** What `dirty` compares with: the draft as it began or was last saved. */
  readonly saved: Draft
  /** Names of the fields that the person has been at: only these are told what is wrong. */
  readonly touched: readonly string[]
  /** One sentence by field name, empty where nothing is wrong; of the whole form under the empty name. */
  readonly errors: Readonly<Record<string, string>>
  readonly dirty: boolean
}

export type Submission<Output> =
  { state: FormState; input: Output } | { state: FormState; firstWrong: string; input?: undefined }

export interface Form<Output> {
  /** A form to be filled in, from nothing or from a draft. Consent is never taken over from a draft: it is given anew. */
  begin: (draft?: Draft) => FormState
  changed: (state: FormState, name: string, value: unknown) => FormState
  /** The person has left a field: from now on it is told what is wrong with it. */
  left: (state: FormState, name: string) => FormState
  /** Everything as it stands is kept somewhere: nothing is dirty any more. */
  kept: (state: FormState) => FormState
  /** The parsed input, or the name of the first wrong field in the order of the page, to scroll to. */
  submit: (state: FormState) => Submission<Output>
}

const ABSENT_ALLOWED: ReadonlySet<string> = new Set(['optional', 'exact_optional', 'nullish', 'undefinedable'])

/** What a field holds before anything is in it: WXML wants a value of the right type. */
function blankOf(kind: FieldKind): unknown {
  if (kind === 'choices' || kind === 'files') return []
  if (kind === 'region') return {}
  return kind === 'consent' ? false : ''
}

const isBlank = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)

/** A field that may be left out and holds nothing is left out: an empty text is not a short one. */
const inputOf = (schema: FormSchema, draft: Draft): Draft =>
  Object.fromEntries(
    Object.entries(draft).filter(
      ([name, value]) => !isBlank(value) || !ABSENT_ALLOWED.has(schema.entries[name]?.type ?? ''),
    ),
  )

type Fields = Readonly<Record<string, Field>>

function errorsOf(fields: Fields, issues: readonly v.BaseIssue<unknown>[]): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const issue of issues) {
    const name = issue.path?.[0]?.key
    const field = typeof name === 'string' ? fields[name] : undefined
    const key = field && typeof name === 'string' ? name : ''
    errors[key] ??= field ? (field.wrong ?? wrongWords(wrongOf(issue), field.kind, field.label)) : WHOLE_FORM_WRONG
  }
  return errors
}

const isSame = (one: Draft, other: Draft): boolean =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].every(
    name => JSON.stringify(one[name] ?? '') === JSON.stringify(other[name] ?? ''),
  )

/** A form over one schema of the contract; `fields` in the order of the page. Pure: no clock, no storage, no page. */
export function createForm<Schema extends FormSchema>(schema: Schema, fields: Fields): Form<v.InferOutput<Schema>> {
  const names = Object.keys(fields)
  const parse = (draft: Draft) => v.safeParse(schema, inputOf(schema, draft))

  const standing = (draft: Draft, saved: Draft, touched: readonly string[]): FormState => {
    const { issues = [] } = parse(draft)
    const all = errorsOf(fields, issues)
    const told = [...names, ''].map(name => [name, touched.includes(name) ? (all[name] ?? '') : ''] as const)
    return { draft, saved, touched, errors: Object.fromEntries(told), dirty: !isSame(draft, saved) }
  }

  return {
    begin(draft = {}) {
      const first = Object.fromEntries(
        Object.entries(fields).map(([name, { kind }]) => {
          const blank = blankOf(kind)
          return [name, kind === 'consent' ? blank : (draft[name] ?? blank)] as const
        }),
      )
      return standing(first, first, [])
    },
    changed: ({ draft, saved, touched }, name, value) => standing({ ...draft, [name]: value }, saved, touched),
    left: ({ draft, saved, touched }, name) => standing(draft, saved, [...new Set([...touched, name])]),
    kept: ({ draft, touched }) => standing(draft, draft, touched),
    submit({ draft, saved }) {
      const state = standing(draft, saved, [...names, ''])
      const parsed = parse(draft)
      if (parsed.success) return { state, input: parsed.output }
      return { state, firstWrong: names.find(name => state.errors[name] !== '') ?? '' }
    },
  }
}
