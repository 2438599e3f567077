import { Context } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import * as windows from 'mingo/operators/window'
import { Query } from 'mingo/query'
import type { AnyObject, Options } from 'mingo/types'
import { requestFailed } from '../cloud-error'
import {
  compared,
  dividing,
  documentOf,
  equalTo,
  listOf,
  matching,
  oneOf,
  reaches,
  type Test,
  typed,
} from './strict-operators'
import { type BsonDocument, type BsonValue, isDocument } from './values/bson'
import { leavesOf } from './values/paths'

export type Filter = (document: BsonDocument) => boolean
type Operator = (path: string, argument: BsonValue) => Filter

const testing =
  (make: (argument: BsonValue) => Test): Operator =>
  (path, argument) => {
    const test = make(argument)
    return document => reaches(document, path, test)
  }

const not =
  (operator: Operator): Operator =>
  (path, argument) => {
    const filter = operator(path, argument)
    return document => !filter(document)
  }

const $eq = testing(equalTo)
const $in = testing(oneOf)

/** The operators in which mingo is laxer than, or differs from, MongoDB; it keeps the rest. */
const STRICT: Record<`$${string}`, Operator> = {
  $eq,
  $in,
  $ne: not($eq),
  $nin: not($in),
  $gt: testing(bound => compared(bound, difference => difference > 0)),
  $gte: testing(bound => compared(bound, difference => difference >= 0)),
  $lt: testing(bound => compared(bound, difference => difference < 0)),
  $lte: testing(bound => compared(bound, difference => difference <= 0)),
  $regex: testing(matching),
  $mod: testing(dividing),
  $type: testing(typed),
  $exists: (path, wanted) => document =>
    leavesOf(document, path).some(leaf => leaf !== undefined) === (wanted !== false && wanted !== 0 && wanted !== null),
  $size: (path, size) => document => leavesOf(document, path).some(leaf => Array.isArray(leaf) && leaf.length === size),
  $elemMatch: (path, demand) => {
    const test = elementTest(documentOf('$elemMatch', demand))
    return document => leavesOf(document, path).some(leaf => Array.isArray(leaf) && leaf.some(test))
  },
  $all: (path, argument) => {
    const filters = listOf('$all', argument).map(demand => demandAll(path, demand))
    return document => filters.length > 0 && filters.every(filter => filter(document))
  },
}

function demandAll(path: string, demand: BsonValue): Filter {
  if (isDocument(demand) && '$elemMatch' in demand) return compileFilter({ [path]: demand })
  return $in(path, [demand])
}

function elementTest(demand: BsonDocument): (element: BsonValue) => boolean {
  const [first = ''] = Object.keys(demand)
  const isOnElement = first.startsWith('$') && !['$and', '$or', '$nor', '$expr'].includes(first)
  if (isOnElement) return valueTest(demand)
  const filter = compileFilter(demand)
  return element => isDocument(element) && filter(element)
}

/** These ask for an array, which as an element is then searched itself. */
const ON_ARRAYS = ['$elemMatch', '$size']

/** A test on an element by operators such as `{$gt: 1}`; of an array in an array only some look at the elements. */
export function valueTest(demand: BsonDocument): (value: BsonValue) => boolean {
  const asksForArray = ([name, argument]: [string, BsonValue]): boolean =>
    ON_ARRAYS.includes(name) || (name === '$not' && isDocument(argument) && Object.entries(argument).some(asksForArray))
  const entries = Object.entries(demand)
  const [onArrays, onValues] = [entries.filter(asksForArray), entries.filter(entry => !asksForArray(entry))].map(
    part => (part.length > 0 ? compileFilter({ value: Object.fromEntries(part) }) : undefined),
  )
  return value =>
    onArrays?.({ value }) !== false && onValues?.({ value: Array.isArray(value) ? [value] : value }) !== false
}

const strictForMingo = Object.fromEntries(
  Object.entries(STRICT).map(([name, operator]) => [
    name,
    (path: string, argument: unknown) => {
      const filter = operator(path, asValue(argument))
      return (document: AnyObject) => filter(asDocument(document))
    },
  ]),
)

// mingo hands back the very values that were given to it, under a wider type.
const isValue = (value: unknown): value is BsonValue => value !== undefined
const isWhole = (document: AnyObject): document is BsonDocument => isValue(document)

function asValue(value: unknown): BsonValue {
  if (!isValue(value)) throw requestFailed('an operator has no argument')
  return value
}

const asDocument = (document: AnyObject): BsonDocument => (isWhole(document) ? document : {})

/** What mingo may use: everything it has, with the strict operators, without code in queries. */
export const mingoOptions: Partial<Options> = {
  scriptEnabled: false,
  context: Context.init({
    accumulator: accumulators,
    expression: expressions,
    pipeline: stages,
    projection: projections,
    query: { ...queries, ...strictForMingo },
    window: windows,
  }),
}

/** @throws an error with MongoDB's or mingo's words for a query that cannot be understood */
export function compileFilter(query: BsonDocument): Filter {
  refuseEmptyLogic(query)
  const compiled = new Query(query, mingoOptions)
  return document => compiled.test(document)
}

function refuseEmptyLogic(query: BsonDocument): void {
  for (const operator of ['$and', '$or', '$nor']) {
    const parts = query[operator]
    if (parts !== undefined && (!Array.isArray(parts) || parts.length === 0))
      throw requestFailed(`${operator} must be a nonempty array`)
  }
}
