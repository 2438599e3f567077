import * as v from 'valibot'
import { CREDIT_LENGTH, LIVE_BANKS } from '../../../contract/bank-questions'
import { categorySchema, QUESTION_KINDS, SOURCE_STATES } from '../../../contract/questions'
import { daySchema } from '../../../contract/time'
import { editQuestionWords as words, optionLabel } from '../../../copy/bank-edit'
import { createForm, type Field } from '../../../lib/form'

const line = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))
const text = (most: number) => v.pipe(line(most), v.minLength(1))

export const LETTERS = ['A', 'B', 'C', 'D', 'E', 'F'] as const

export const OPTIONS = ['option1', 'option2', 'option3', 'option4', 'option5', 'option6'] as const

type Options = Record<(typeof OPTIONS)[number], string>

export const optionsIn = (draft: Options): string[] => {
  const all = OPTIONS.map(name => draft[name].trim())
  return all.slice(
    0,
    all.reduce((last, option, at) => (option === '' ? last : at + 1), 0),
  )
}

const fieldsSchema = v.strictObject({
  bank: v.picklist(LIVE_BANKS),
  category: categorySchema,
  kind: v.picklist(QUESTION_KINDS),
  stem: text(500),
  ...{ picture: v.string(), pictureAlt: line(200) },
  ...{ pictureAuthor: line(CREDIT_LENGTH), pictureLicence: line(CREDIT_LENGTH) },
  ...{ option1: text(200), option2: text(200), option3: line(200), option4: line(200), option5: line(200) },
  option6: line(200),
  key: v.pipe(v.array(v.picklist(LETTERS)), v.minLength(1)),
  why: text(1000),
  trap: text(1000),
  sourceTitle: text(200),
  clause: line(200),
  url: line(500),
  asOf: text(40),
  status: v.picklist(SOURCE_STATES),
  facts: v.pipe(v.string(), v.trim(), v.regex(/^\S{1,40}(\s+\S{1,40}){0,19}$/)),
  evidence: v.picklist(['A', 'B']),
  difficulty: v.picklist(['1', '2', '3', '4', '5']),
  bloom: v.picklist(['remember', 'understand', 'apply']),
  validFrom: daySchema,
  validTo: v.optional(daySchema),
})

export type EditedQuestion = v.InferOutput<typeof fieldsSchema>

function keyFits({ kind, key, ...rest }: EditedQuestion): boolean {
  const count = optionsIn(rest).length
  const one = kind === 'multiple' || key.length === 1
  const two = kind !== 'true-false' || count === 2
  return one && two && key.every(letter => LETTERS.indexOf(letter) < count)
}

const isHole = (draft: EditedQuestion, at: number): boolean => optionsIn(draft)[at] === ''
const isTwice = (draft: EditedQuestion, at: number): boolean => {
  const options = optionsIn(draft)
  const own = options[at] ?? ''
  return own !== '' && options.indexOf(own) < at
}

/** What is to be said of a picture, once there is one. */
type PictureWords = 'pictureAlt' | 'pictureAuthor' | 'pictureLicence'

const forwarded = (name: 'key' | (typeof OPTIONS)[number] | PictureWords, wrong: (draft: EditedQuestion) => boolean) =>
  v.forward<EditedQuestion, v.CheckIssue<EditedQuestion>, [typeof name]>(
    v.check(draft => !wrong(draft), name),
    [name],
  )

const isUnsaid =
  (name: PictureWords) =>
  (draft: EditedQuestion): boolean =>
    draft.picture !== '' && draft[name] === ''

const schema = v.pipe(
  fieldsSchema,
  forwarded('key', draft => !keyFits(draft)),
  forwarded('option2', draft => isTwice(draft, 1)),
  forwarded('option3', draft => isHole(draft, 2) || isTwice(draft, 2)),
  forwarded('option4', draft => isHole(draft, 3) || isTwice(draft, 3)),
  forwarded('option5', draft => isHole(draft, 4) || isTwice(draft, 4)),
  forwarded('option6', draft => isTwice(draft, 5)),
  forwarded('pictureAlt', isUnsaid('pictureAlt')),
  forwarded('pictureAuthor', isUnsaid('pictureAuthor')),
  forwarded('pictureLicence', isUnsaid('pictureLicence')),
)

const optionFields = Object.fromEntries(
  OPTIONS.map((name, at): [string, Field] => [
    name,
    { label: optionLabel(LETTERS[at] ?? ''), kind: 'text', ...(at < 1 ? {} : { wrong: words.optionWrong }) },
  ]),
)

const FIELDS: Readonly<Record<string, Field>> = {
  bank: { label: words.bank, kind: 'choice' },
  category: { label: words.category, kind: 'choice' },
  kind: { label: words.kind, kind: 'choice' },
  stem: { label: words.stem, kind: 'text' },
  picture: { label: words.picture, kind: 'text' },
  pictureAlt: { label: words.pictureAlt, kind: 'text', wrong: words.pictureAltWrong },
  pictureAuthor: { label: words.pictureAuthor, kind: 'text', wrong: words.creditWrong },
  pictureLicence: { label: words.pictureLicence, kind: 'text', wrong: words.creditWrong },
  ...optionFields,
  key: { label: words.key, kind: 'choices', wrong: words.keyWrong },
  why: { label: words.why, kind: 'text' },
  trap: { label: words.trap, kind: 'text' },
  sourceTitle: { label: words.sourceTitle, kind: 'text' },
  clause: { label: words.clause, kind: 'text' },
  url: { label: words.url, kind: 'text' },
  asOf: { label: words.asOf, kind: 'text' },
  status: { label: words.status, kind: 'choice' },
  facts: { label: words.facts, kind: 'text' },
  evidence: { label: words.evidence, kind: 'choice' },
  difficulty: { label: words.difficulty, kind: 'choice' },
  bloom: { label: words.bloom, kind: 'choice' },
  validFrom: { label: words.validFrom, kind: 'day' },
  validTo: { label: words.validTo, kind: 'day' },
}

export const questionForm = createForm(schema, FIELDS)
