import { writeFailed } from '../../cloud-error'
import { equalTo, matching } from '../strict-operators'
import { compileFilter, valueTest } from '../filter'
import { type BsonDocument, type BsonValue, cloneValue, isDocument, show, typeOf } from '../values/bson'
import { compareValues, sameValue } from '../values/order'
import { leavesOf } from '../values/paths'
import { refuseUnreachableNames } from './field-names'
import { type FieldOperator, lastPart, type Place } from './field-operators'

/** The array an operator works on; a missing field is an empty one. */
function listAt(current: BsonValue | undefined, refusal: (type: string) => string): BsonValue[] {
  if (current === undefined) return []
  if (Array.isArray(current)) return current
  throw writeFailed(refusal(typeOf(current)))
}

const mustBeArray =
  ({ field, id }: Place) =>
  (type: string): string =>
    `The field '${lastPart(field)}' must be an array but is of type ${type} in document {_id: ${show(id)}}`

/** The values of `{$each: […]}`, or the single one. */
function added(operand: BsonValue, operator: string): { values: BsonValue[]; modifiers: BsonDocument } {
  const hasEach = isDocument(operand) && '$each' in operand
  const values = hasEach ? operand['$each'] : [operand]
  if (!Array.isArray(values)) throw writeFailed(`The argument to $each in ${operator} must be an array`)
  values.forEach(refuseUnreachableNames)
  return { values: values.map(cloneValue), modifiers: hasEach ? operand : {} }
}

const PUSH_CLAUSES = ['$each', '$position', '$sort', '$slice']

const $push: FieldOperator = (current, operand, place) => {
  const list = [...listAt(current, mustBeArray(place))]
  const { values, modifiers } = added(operand, '$push')
  const stranger = Object.keys(modifiers).find(name => !PUSH_CLAUSES.includes(name))
  if (stranger !== undefined) throw writeFailed(`Unrecognized clause in $push: ${stranger}`)
  const { $position = list.length, $sort, $slice } = modifiers
  list.splice(wholeNumber($position, '$position'), 0, ...values)
  if ($sort !== undefined) list.sort(sorting($sort))
  return $slice === undefined ? list : sliced(list, wholeNumber($slice, '$slice'))
}

const sliced = (list: BsonValue[], size: number): BsonValue[] => (size < 0 ? list.slice(size) : list.slice(0, size))

function wholeNumber(value: BsonValue, name: string): number {
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw writeFailed(`The value for ${name} must be an integer`)
  return value
}

type Comparison = (left: BsonValue, right: BsonValue) => number

function sorting(order: BsonValue): Comparison {
  if (order === 1 || order === -1) return (left, right) => compareValues(left, right) * order
  if (!isDocument(order)) throw writeFailed('The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1}')
  return (left, right) => {
    for (const [path, direction] of Object.entries(order)) {
      const difference = compareValues(part(left, path), part(right, path)) * Number(direction)
      if (difference !== 0) return difference
    }
    return 0
  }
}

const part = (element: BsonValue, path: string): BsonValue =>
  isDocument(element) ? (leavesOf(element, path)[0] ?? null) : null

const $addToSet: FieldOperator = (current, operand, { field }) => {
  const list = [
    ...listAt(
      current,
      type => `Cannot apply $addToSet to non-array field. Field named '${lastPart(field)}' has non-array type ${type}`,
    ),
  ]
  for (const value of added(operand, '$addToSet').values)
    if (!list.some(known => sameValue(known, value))) list.push(value)
  return list
}

const $pop: FieldOperator = (current, operand, { field }) => {
  if (operand !== 1 && operand !== -1) throw writeFailed('$pop expects 1 or -1')
  if (current === undefined) return undefined
  const list = listAt(current, type => `Path '${field}' contains an element of non-array type '${type}'`)
  return operand === 1 ? list.slice(0, -1) : list.slice(1)
}

const without = (current: BsonValue | undefined, doomed: (element: BsonValue) => boolean): BsonValue | undefined =>
  current === undefined
    ? undefined
    : listAt(current, () => 'Cannot apply $pull to a non-array value').filter(element => !doomed(element))

const $pull: FieldOperator = (current, operand) => without(current, pulled(operand))

function pulled(operand: BsonValue): (element: BsonValue) => boolean {
  if (operand instanceof RegExp) return matching(operand)
  if (!isDocument(operand)) return equalTo(operand)
  if (Object.keys(operand).some(name => name.startsWith('$'))) return valueTest(operand)
  const filter = compileFilter(operand)
  return element => isDocument(element) && filter(element)
}

const $pullAll: FieldOperator = (current, operand) => {
  if (!Array.isArray(operand)) throw writeFailed('$pullAll requires an array argument')
  return without(current, element => operand.some(value => sameValue(value, element)))
}

export const ARRAY_OPERATORS: Record<string, FieldOperator> = { $push, $addToSet, $pop, $pull, $pullAll }

/** These change what is there and never make a field. */
export const ONLY_ON_EXISTING: ReadonlySet<string> = new Set(['$pop', '$pull', '$pullAll'])
