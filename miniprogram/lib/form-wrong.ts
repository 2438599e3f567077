import type { BaseIssue } from 'valibot'
import type { Wrong } from '../copy/forms'

const isNothing = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0)

const limitOf = ({ requirement }: BaseIssue<unknown>): number | undefined => {
  if (typeof requirement === 'number') return requirement
  return typeof requirement === 'bigint' ? Number(requirement) : undefined
}

type Sized = (limit: number, input: unknown) => Wrong

const few: Sized = (limit, input) => (Array.isArray(input) ? { is: 'too-few', limit } : { is: 'too-short', limit })
const exact: Sized = (limit, input) => (Array.isArray(input) ? few(limit, input) : { is: 'other-length', limit })

const many: Sized = (limit, input) => {
  const actual = typeof input === 'string' || Array.isArray(input) ? input.length : limit
  return Array.isArray(input) ? { is: 'too-many', limit, actual } : { is: 'too-long', limit, actual }
}

const SIZED: Readonly<Record<string, Sized>> = {
  min_length: few,
  min_graphemes: few,
  length: exact,
  graphemes: exact,
  max_length: many,
  max_graphemes: many,
  min_value: limit => ({ is: 'too-small', limit }),
  max_value: limit => ({ is: 'too-large', limit }),
}

const CHOSEN = new Set(['picklist', 'enum', 'literal', 'union', 'variant'])

/** What is wrong, in terms of the form: of valibot's many types of issue, those that a person can do something about. */
export function wrongOf(issue: BaseIssue<unknown>): Wrong {
  if (isNothing(issue.input)) return { is: 'missing' }
  const limit = limitOf(issue)
  const sized = SIZED[issue.type]
  if (sized && limit !== undefined) return sized(limit, issue.input)
  if (issue.type === 'email') return { is: 'misshapen', shape: 'mail' }
  if (issue.type === 'url') return { is: 'misshapen', shape: 'link' }
  if (issue.type === 'integer' || issue.type === 'safe_integer') return { is: 'not-whole' }
  return { is: CHOSEN.has(issue.type) ? 'not-offered' : 'misshapen' }
}
