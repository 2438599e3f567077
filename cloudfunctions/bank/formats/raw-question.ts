import type { QuestionKind } from '../../../miniprogram/contract/questions'
import type { Problem, ProblemKind } from '../../../miniprogram/contract/question-files'
import type { Field } from './fields'

export interface CarriedPicture {
  bytes: Buffer
  alt: string
}

/** A question as a file has it, before anybody asked whether it makes sense. */
export interface RawQuestion {
  /** Row or line at which it begins, from 1. */
  at: number
  kind: QuestionKind
  stem: string
  options: { text: string; right: boolean }[]
  why: string
  trap: string
  /** The picture of the stem, where the file carries one. */
  picture?: CarriedPicture | null
  /** Whatever else the file says about it. */
  fields: Partial<Record<Field, string>>
}

export interface ReadFile {
  questions: RawQuestion[]
  problems: Problem[]
}

/** Puts down what is wrong with a question, and in which of its columns. */
export type Complain = (is: ProblemKind, what?: string, column?: string) => void

const QUOTED = 40

export const problem = (is: ProblemKind, at: number, what = '', column = ''): Problem => ({
  is,
  at,
  column,
  what: what.length > QUOTED ? `${what.slice(0, QUOTED)}…` : what,
})

export const nothingBut = (...problems: Problem[]): ReadFile => ({ questions: [], problems })

/** A choice of two that says it was true or false in other words becomes that again. */
export const withOwnKind = ({ kind, ...rest }: RawQuestion): RawQuestion => ({
  ...rest,
  kind: rest.fields.kind === 'true-false' && kind === 'single' && rest.options.length === 2 ? 'true-false' : kind,
})
