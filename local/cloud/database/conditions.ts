import { type BsonDocument, type BsonValue, isDocument } from './values/bson'

interface Bound {
  value: BsonValue
  inclusive: boolean
}

/** What a query demands of one path, as far as an index can use it: a superset of the matching documents. */
export interface Condition {
  points?: BsonValue[]
  lower?: Bound
  upper?: Bound
  /** the beginning of a text */
  beginning?: string
}

export type Conditions = Map<string, Condition>

/** Reads the parts of a query that all must hold; `$or`, `$nor` and `$expr` are left to the filter. */
export function conditionsOf(query: BsonDocument, conditions: Conditions = new Map()): Conditions {
  for (const [path, demand] of Object.entries(query)) {
    if (path === '$and' && Array.isArray(demand)) {
      for (const part of demand) if (isDocument(part)) conditionsOf(part, conditions)
    } else if (!path.startsWith('$')) {
      const condition = conditions.get(path) ?? {}
      conditions.set(path, { ...demandOf(demand), ...condition })
    }
  }
  return conditions
}

/** The first demand for a path wins: each alone is a superset already. */
function demandOf(demand: BsonValue): Condition {
  if (demand instanceof RegExp) return beginningOf(demand)
  if (!isDocument(demand)) return pointsOf([demand])
  const operators = Object.entries(demand).filter(([operator]) => Object.hasOwn(READERS, operator))
  return operators.reduce<Condition>((known, [operator, value]) => ({ ...READERS[operator]?.(value), ...known }), {})
}

const READERS: Record<string, (value: BsonValue) => Condition> = {
  $eq: value => pointsOf([value]),
  $in: value => (Array.isArray(value) ? pointsOf(value) : {}),
  $gt: value => boundOf('lower', value, false),
  $gte: value => boundOf('lower', value, true),
  $lt: value => boundOf('upper', value, false),
  $lte: value => boundOf('upper', value, true),
  $regex: value => (value instanceof RegExp ? beginningOf(value) : {}),
}

/** Arrays and objects can match in more ways than one key tells, expressions in endless ones. */
const isPoint = (value: BsonValue): boolean =>
  !Array.isArray(value) && !isDocument(value) && !(value instanceof RegExp) && !Number.isNaN(value)

const pointsOf = (values: BsonValue[]): Condition => (values.every(isPoint) ? { points: values } : {})

const boundOf = (side: 'lower' | 'upper', value: BsonValue, inclusive: boolean): Condition =>
  isPoint(value) && value !== null ? { [side]: { value, inclusive } } : {}

function beginningOf(expression: RegExp): Condition {
  if (expression.flags.replace('u', '') !== '' || expression.source.includes('|')) return {}
  const literal = /^\^([^\\^$.*+?()[\]{}|]+)/.exec(expression.source)
  if (!literal) return {}
  const [whole, text = ''] = literal
  // The last character belongs to a quantifier that follows it.
  const quantified = /^[*?{]/.test(expression.source.slice(whole.length))
  const beginning = quantified ? Array.from(text).slice(0, -1).join('') : text
  return beginning === '' ? {} : { beginning }
}
