import { type BsonDocument, type BsonType, type BsonValue, isDocument, ObjectId, typeOf } from './bson'

/** MongoDB's order of types; `undefined` stands for the key of an empty array, which comes before null. */
const RANK: Record<BsonType, number> = {
  null: 5,
  number: 10,
  string: 15,
  object: 20,
  array: 25,
  objectId: 35,
  bool: 40,
  date: 45,
  regex: 50,
}

export const rankOf = (value: BsonValue | undefined): number => (value === undefined ? 3 : RANK[typeOf(value)])

/** Compares as MongoDB sorts: type first, then value; the order of a document's keys counts. */
export function compareValues(left: BsonValue | undefined, right: BsonValue | undefined): number {
  const byRank = rankOf(left) - rankOf(right)
  if (byRank !== 0 || left === undefined || right === undefined) return byRank
  if (Array.isArray(left) && Array.isArray(right)) return compareLists(left, right)
  if (isDocument(left) && isDocument(right)) return compareDocuments(left, right)
  const [leftText, rightText] = [textForm(left), textForm(right)]
  if (leftText !== undefined && rightText !== undefined) return compareText(leftText, rightText)
  return compareNumbers(Number(left), Number(right))
}

function textForm(value: BsonValue): string | undefined {
  if (typeof value === 'string') return value
  return value instanceof RegExp || value instanceof ObjectId ? value.toString() : undefined
}

export const sameValue = (left: BsonValue | undefined, right: BsonValue | undefined): boolean =>
  compareValues(left, right) === 0

/** NaN comes before every other number and equals itself. */
function compareNumbers(left: number, right: number): number {
  if (Number.isNaN(left) || Number.isNaN(right)) return Number(Number.isNaN(right)) - Number(Number.isNaN(left))
  return Math.sign(left - right) || 0
}

/** By code point, which is how UTF-8 bytes compare; JavaScript's own `<` misplaces characters above U+FFFF. */
function compareText(left: string, right: string): number {
  const shorter = Math.min(left.length, right.length)
  for (let at = 0; at < shorter; at++) {
    const difference = codeRank(left.charCodeAt(at)) - codeRank(right.charCodeAt(at))
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

function codeRank(unit: number): number {
  if (unit < 0xd800) return unit
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800
}

function compareLists(left: readonly BsonValue[], right: readonly BsonValue[]): number {
  for (let at = 0; at < Math.min(left.length, right.length); at++) {
    const difference = compareValues(left[at], right[at])
    if (difference !== 0) return difference
  }
  return left.length - right.length
}

function compareDocuments(left: BsonDocument, right: BsonDocument): number {
  const [leftFields, rightFields] = [Object.keys(left), Object.keys(right)]
  for (let at = 0; at < Math.min(leftFields.length, rightFields.length); at++) {
    const [a = '', b = ''] = [leftFields[at], rightFields[at]]
    const difference = rankOf(left[a]) - rankOf(right[b]) || compareText(a, b) || compareValues(left[a], right[b])
    if (difference !== 0) return difference
  }
  return leftFields.length - rightFields.length
}
