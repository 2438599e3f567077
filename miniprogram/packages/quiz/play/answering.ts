import type { Picture } from '../../../contract/questions'
import { CATEGORY_NAMES, confirmText, dashLabel, KIND_NAMES, letter, placeText } from '../../../copy/quiz'
import type { Draft } from '../../../stores/attempt'

export interface QuestionOnScreen {
  at: number
  last: number
  category: string
  kind: string
  stem: string
  picture: Picture | null
  role: 'radio' | 'checkbox'
  options: { letter: string; text: string; chosen: boolean }[]
  /** Where one stands, in words. */
  place: string
  marks: { state: 'blank' | 'done' | 'here'; done: boolean; label: string }[]
  blankNote: string
}

const isAnswered = (draft: Draft, position: number): boolean => (draft.answers[position] ?? []).length > 0

/** What the screen shows of a draft: one question, and where it stands among the others. */
export function onScreen(draft: Draft): QuestionOnScreen | null {
  const question = draft.questions[draft.at]
  if (!question) return null
  const chosen = draft.answers[draft.at] ?? []
  return {
    at: draft.at,
    last: draft.questions.length - 1,
    category: CATEGORY_NAMES[question.category],
    kind: KIND_NAMES[question.kind],
    stem: question.stem,
    picture: question.picture,
    role: question.kind === 'multiple' ? 'checkbox' : 'radio',
    options: question.options.map((text, position) => ({
      letter: letter(position),
      text,
      chosen: chosen.includes(position),
    })),
    place: placeText(draft.at, draft.questions.length),
    marks: draft.questions.map((_, position) => ({
      state: position === draft.at ? 'here' : isAnswered(draft, position) ? 'done' : 'blank',
      done: isAnswered(draft, position),
      label: dashLabel(position, isAnswered(draft, position)),
    })),
    blankNote: confirmText(draft.answers.filter(answer => answer.length === 0).length),
  }
}

/** The draft with an option taken, or put back where several may be chosen. */
export function choose(draft: Draft, position: number): Draft {
  const question = draft.questions[draft.at]
  if (!question || position < 0 || position >= question.options.length) return draft
  const before = draft.answers[draft.at] ?? []
  const toggled = before.includes(position) ? before.filter(other => other !== position) : [...before, position]
  const after = question.kind === 'multiple' ? toggled : [position]
  return { ...draft, answers: draft.answers.map((answer, at) => (at === draft.at ? after : answer)) }
}

/** The draft turned to a question; positions off the paper change nothing. */
export const turnTo = (draft: Draft, at: number): Draft => (draft.questions[at] ? { ...draft, at } : draft)
