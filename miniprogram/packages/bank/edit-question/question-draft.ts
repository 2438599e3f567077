import type { BankQuestion, QuestionInput } from '../../../contract/bank-questions'
import type { Picture } from '../../../contract/questions'
import type { Draft } from '../../../lib/form'
import { type EditedQuestion, LETTERS, OPTIONS, optionsIn } from './question-form'

/** What a new question begins with. */
export const blankDraft = (today: string): Draft => ({
  ...{ bank: 'practice', kind: 'single', status: 'in-force', evidence: 'B', difficulty: '3', bloom: 'remember' },
  validFrom: today,
})

function pictureDraft(picture: Picture | null): Draft {
  const { file = '', alt = '', credit = null } = picture ?? {}
  const { author = '', licence = '' } = credit ?? {}
  return { picture: file, pictureAlt: alt, pictureAuthor: author, pictureLicence: licence }
}

/** The question as the fields of the form have it. */
export function draftOf({ bank, question }: BankQuestion): Draft {
  const { category, kind, stem, picture, options, key, explanation, source, facts } = question
  const { evidence, difficulty, bloom, validFrom, validTo } = question
  return {
    ...{ bank, category, kind, stem, ...explanation },
    ...pictureDraft(picture),
    ...Object.fromEntries(OPTIONS.map((name, at) => [name, options[at]?.text ?? ''])),
    key: key.flatMap(at => LETTERS[at] ?? []),
    ...{ sourceTitle: source.title, clause: source.clause, url: source.url, asOf: source.asOf, status: source.status },
    ...{ facts: facts.join(' '), evidence, difficulty: String(difficulty), bloom, validFrom, validTo: validTo ?? '' },
  }
}

function pictureOf({ picture, pictureAlt, pictureAuthor, pictureLicence }: EditedQuestion): QuestionInput['picture'] {
  if (picture === '') return null
  return { file: picture, alt: pictureAlt, credit: { author: pictureAuthor, licence: pictureLicence } }
}

/** What is sent. An option keeps its id where it keeps its place, so that what was answered before still means it. */
export function inputOf(edited: EditedQuestion, before: QuestionInput | null): QuestionInput {
  const { category, kind, stem, key, why, trap, sourceTitle, clause, url, asOf, status } = edited
  const { facts, evidence, difficulty, bloom, validFrom, validTo = null } = edited
  return {
    ...{ category, kind, stem, picture: pictureOf(edited) },
    options: optionsIn(edited).map((text, at) => ({ id: before?.options[at]?.id ?? '', text })),
    key: key.map(letter => LETTERS.indexOf(letter)).sort((a, b) => a - b),
    explanation: { why, trap },
    source: { title: sourceTitle, clause, url, asOf, status },
    ...{ facts: facts.split(/\s+/), evidence, difficulty: Number(difficulty), bloom, validFrom, validTo },
  }
}
