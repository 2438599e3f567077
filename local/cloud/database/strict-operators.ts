import { requestFailed } from '../cloud-error'
import { type BsonDocument, type BsonType, type BsonValue, isDocument, show, typeOf } from './values/bson'
import { compareValues, rankOf, sameValue } from './values/order'
import { leavesOf } from './values/paths'

/** A value a path reaches; `undefined` where the field is missing. */
type Leaf = BsonValue | undefined
export type Test = (leaf: Leaf) => boolean

/** MongoDB tests a value itself and, when it is an array, each of its elements. */
export const reaches = (document: BsonDocument, path: string, test: Test): boolean =>
  leavesOf(document, path).some(leaf => test(leaf) || (Array.isArray(leaf) && leaf.some(test)))

export function equalTo(wanted: BsonValue): Test {
  if (wanted === null) return leaf => leaf === undefined || leaf === null
  return leaf => leaf !== undefined && sameValue(leaf, wanted)
}

export function oneOf(wanted: BsonValue): Test {
  const tests = listOf('$in', wanted).map(value => (value instanceof RegExp ? matching(value) : equalTo(value)))
  return leaf => tests.some(test => test(leaf))
}

type Verdict = (difference: number) => boolean

/** Only values of one type compare; null is equal to a missing field and neither greater nor less than anything. */
export function compared(bound: BsonValue, verdict: Verdict): Test {
  const allowsEqual = verdict(0)
  if (bound === null) return leaf => allowsEqual && (leaf === undefined || leaf === null)
  return leaf => {
    if (leaf === undefined || rankOf(leaf) !== rankOf(bound)) return false
    if (Number.isNaN(leaf) || Number.isNaN(bound)) return allowsEqual && sameValue(leaf, bound)
    return verdict(compareValues(leaf, bound))
  }
}

export function matching(expression: BsonValue): Test {
  if (!(expression instanceof RegExp)) throw requestFailed('$regex has to be a regular expression')
  return leaf =>
    typeof leaf === 'string' ? expression.test(leaf) : leaf instanceof RegExp && sameValue(leaf, expression)
}

export function dividing(argument: BsonValue): Test {
  const [divisor, remainder] = listOf('$mod', argument)
  if (typeof divisor !== 'number' || typeof remainder !== 'number' || Math.trunc(divisor) === 0)
    throw requestFailed('malformed $mod, two numbers are needed and the divisor cannot be 0')
  return leaf => typeof leaf === 'number' && Math.trunc(leaf) % Math.trunc(divisor) === Math.trunc(remainder)
}

const TYPE_NUMBERS: Record<number, string> = {
  1: 'double',
  2: 'string',
  3: 'object',
  4: 'array',
  7: 'objectId',
  8: 'bool',
  9: 'date',
  10: 'null',
  11: 'regex',
  16: 'int',
  18: 'long',
}

export function typed(argument: BsonValue): Test {
  const names = (Array.isArray(argument) ? argument : [argument]).map(typeName)
  return leaf => leaf !== undefined && names.some(name => isOfType(leaf, name))
}

function typeName(name: BsonValue): string {
  const known = typeof name === 'number' ? TYPE_NUMBERS[name] : name
  if (typeof known === 'string' && (KINDS.has(known) || Object.hasOwn(NUMBER_KINDS, known))) return known
  throw requestFailed(`Unknown type name alias: ${show(name)}`)
}

const KINDS: ReadonlySet<string> = new Set<BsonType>([
  'null',
  'number',
  'string',
  'object',
  'array',
  'objectId',
  'bool',
  'date',
  'regex',
])

/** By the way the SDK puts numbers on the wire. */
const NUMBER_KINDS: Record<string, (value: number) => boolean> = {
  int: value => Number.isInteger(value) && Math.abs(value) < 2 ** 31,
  long: value => Number.isInteger(value) && Math.abs(value) >= 2 ** 31,
  double: value => !Number.isInteger(value),
}

function isOfType(leaf: BsonValue, name: string): boolean {
  const kind = NUMBER_KINDS[name]
  return kind ? typeof leaf === 'number' && kind(leaf) : typeOf(leaf) === name
}

export function listOf(operator: string, argument: BsonValue): BsonValue[] {
  if (!Array.isArray(argument)) throw requestFailed(`${operator} needs an array`)
  return argument
}

export function documentOf(operator: string, argument: BsonValue): BsonDocument {
  if (!isDocument(argument)) throw requestFailed(`${operator} needs an Object`)
  return argument
}
