import { dashText, placeText, sessionWords } from '../../../copy/practice'
import { CATEGORY_NAMES, KIND_NAMES, letter, sourceLine } from '../../../copy/quiz'
import { isStarred } from '../../../stores/practice-cards'
import { pictureAddress } from '../../../stores/practice-pictures'
import { type Asked, versionOf } from './asked'

interface OptionOnScreen {
  letter: string
  text: string
  chosen: boolean
  mark: '' | 'right' | 'wrong'
}

/** One question of a round as the screen shows it. */
export interface AskedOnScreen {
  category: string
  kind: string
  stem: string
  picture: Asked['question']['picture']
  role: 'radio' | 'checkbox'
  options: OptionOnScreen[]
  note: string
  unverified: boolean
  mayStar: boolean
  mayReport: boolean
  starred: boolean
}

export function onScreen(asked: Asked): AskedOnScreen {
  const { id, question, order, again } = asked
  return {
    category: CATEGORY_NAMES[question.category],
    kind: question.kind === 'multiple' ? sessionWords.multiple : KIND_NAMES[question.kind],
    stem: question.stem,
    picture: question.picture && { ...question.picture, file: pictureAddress(question.picture.file) },
    role: question.kind === 'multiple' ? 'checkbox' : 'radio',
    options: order.map((position, at) => ({
      letter: letter(at),
      text: question.options[position] ?? '',
      chosen: false,
      mark: '',
    })),
    note: again ? sessionWords.again : '',
    unverified: question.unverified,
    mayStar: id !== null,
    mayReport: versionOf(asked) !== null,
    starred: id !== null && isStarred(id),
  }
}

/** What is told once the question is answered. */
export interface Told {
  right: boolean
  why: string
  trap: string
  source: string
}

export const told = ({ question }: Asked, right: boolean): Told => ({
  right,
  why: question.explanation.why,
  trap: question.explanation.trap,
  source: sourceLine(question.source),
})

/** Places on the screen that hold a right option. */
export const rightPlaces = ({ question, order }: Asked): number[] =>
  order.flatMap((position, at) => (question.key.includes(position) ? [at] : []))

export function marked(asked: Asked, options: readonly OptionOnScreen[]): OptionOnScreen[] {
  const right = rightPlaces(asked)
  return options.map((option, at) => ({
    ...option,
    mark: right.includes(at) ? 'right' : option.chosen ? 'wrong' : '',
  }))
}

export const isRightly = (asked: Asked, options: readonly OptionOnScreen[]): boolean =>
  options.flatMap(({ chosen }, at) => (chosen ? [at] : [])).join() === rightPlaces(asked).join()

export interface Mark {
  state: 'blank' | 'right' | 'wrong' | 'here'
  label: string
}

/** The round as dashes. */
export const marksOf = (outcomes: readonly (boolean | null)[], here: number): Mark[] =>
  outcomes.map((outcome, at) => {
    const state = outcome === null ? 'blank' : outcome ? 'right' : 'wrong'
    return { state: at === here && outcome === null ? 'here' : state, label: dashText(at, state) }
  })

export const placeOf = (at: number, count: number): string => placeText(at, count)
