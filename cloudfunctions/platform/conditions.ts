import { connect } from './cloud'

type Scalar = string | number | boolean | null
interface Condition {
  readonly inSdkWords: (command: ReturnType<typeof connect>['command']) => unknown
}

type Bound = number | string

export const atLeast = (bound: Bound): Condition => ({ inSdkWords: command => command.gte(bound) })
export const after = (bound: Bound): Condition => ({ inSdkWords: command => command.gt(bound) })
export const atMost = (bound: Bound): Condition => ({ inSdkWords: command => command.lte(bound) })
/** From the first on, and below the second. */
export const between = (from: Bound, below: Bound): Condition => ({
  inSdkWords: command => command.gte(from).and(command.lt(below)),
})
export const otherThan = (value: Scalar): Condition => ({ inSdkWords: command => command.neq(value) })
export const before = (bound: Bound): Condition => ({ inSdkWords: command => command.lt(bound) })

/** Compares above every character, since the database compares by code points. */
const BEYOND = '\u{10FFFF}'

/**
 * Texts that begin so: a range, which an index serves, never a pattern.
 * @param last the last one of the page before; null on the first page
 */
export const startingWith = (prefix: string, last: string | null = null): Condition => ({
  inSdkWords: command =>
    (last === null ? command.gte(prefix) : command.gt(last > prefix ? last : prefix)).and(command.lt(prefix + BEYOND)),
})
export const oneOf = (values: readonly Scalar[]): Condition => ({ inSdkWords: command => command.in([...values]) })

/** A list with exactly these values in this order. */
export const listOf = (values: readonly Scalar[]): Condition => ({ inSdkWords: command => command.eq([...values]) })

/** An object in which these fields have these values, whatever else it holds. */
export const having = (fields: Readonly<Record<string, Scalar>>): Condition => ({ inSdkWords: () => fields })

/** Conditions on a document's fields. A value is never undefined: the SDK would drop it and widen the query. */
export type Query<Document> = { readonly [Field in keyof Document]?: Scalar | Condition }

/** Types keep undefined out of a Query; what came through an untyped hand is stopped here. */
export function conditionsOf<Document>(query: Query<Document>): Record<string, unknown> {
  const command = connect().command
  const conditions: Record<string, unknown> = {}
  for (const field in query) {
    const value: Scalar | Condition | undefined = query[field]
    if (value === undefined) throw new Error(`query on ${field} without a value`)
    conditions[field] = typeof value === 'object' && value ? value.inSdkWords(command) : value
  }
  return conditions
}
