import fc from 'fast-check'
import type { SortOrder } from '../../../../../local/cloud/database/planner'
import type { Selection } from '../../../../../local/cloud/database/read-documents'
import type { BsonDocument, BsonValue } from '../../../../../local/cloud/database/values/bson'
import { numbers, scalars, texts } from './generated-documents'

// What laxities.test.ts shows of mingo is left out: null for a field of the elements of an array, $mod of null and of
// fractions, $gte null, arrays compared or sorted, objects compared whole.

const paths = fc.constantFrom('a', 'b', 'n', 'text', 'tags', 'deep.x', 'deep.more.x', 'code')
const pathsOfElements = fc.constantFrom('items.x', 'items.k', 'items.0.k')

const expressions = fc.constantFrom(/^a/, /^ab?c/, /^ab{0,1}/, /^空气*/, /^空/u, /b$/, /^A/i, /^x\.y/, /^(a|b)/, /./)

const operator = (name: string, argument: fc.Arbitrary<BsonValue>): fc.Arbitrary<BsonDocument> =>
  argument.map(value => ({ [name]: value }))

const bounds = fc.oneof(
  numbers,
  texts,
  fc.integer({ min: 0, max: 3 }).map(second => new Date(second * 1000)),
)

const comparison = fc.constantFrom('$gt', '$gte', '$lt', '$lte').chain(name => operator(name, bounds))

/** Over an array two elements may meet the two bounds. */
const between = fc.tuple(numbers, numbers).map(([one, other]) => ({ $gte: one, $lt: other }))

const demands: fc.Arbitrary<BsonValue> = fc.oneof(
  { weight: 4, arbitrary: scalars },
  { weight: 3, arbitrary: comparison },
  { weight: 2, arbitrary: operator('$in', fc.array(fc.oneof(scalars, expressions), { maxLength: 4 })) },
  operator('$nin', fc.array(scalars, { maxLength: 4 })),
  operator('$ne', scalars),
  operator('$eq', scalars),
  between,
  expressions,
  expressions.map(expression => ({ $not: expression })),
  comparison.map(demand => ({ $not: demand })),
  operator('$exists', fc.boolean()),
)

const present = scalars.filter(value => value !== null)

const onArrays: fc.Arbitrary<BsonDocument> = fc.oneof(
  fc.array(fc.constantFrom('x', 'y', 1), { minLength: 1, maxLength: 2 }).map(list => ({ tags: { $all: list } })),
  fc.integer({ min: 0, max: 3 }).map(size => ({ tags: { $size: size } })),
  fc.constantFrom('x', 'z').map(word => ({ grid: { $elemMatch: { $elemMatch: { $eq: word } } } })),
  fc.array(fc.constantFrom('x', 'y'), { maxLength: 2 }).map(row => ({ grid: row })),
  fc.tuple(scalars, comparison).map(([x, k]) => ({ items: { $elemMatch: { x, k } } })),
  fc.tuple(present, comparison).map(([x, k]) => ({ 'items.x': x, 'items.k': k })),
  fc.integer({ min: 0, max: 2 }).map(rest => ({ code: { $exists: true, $ne: null, $mod: [3, rest] } })),
)

const demandsOnElements: fc.Arbitrary<BsonValue> = fc.oneof(
  present,
  comparison,
  between,
  operator('$in', fc.array(fc.oneof(present, expressions), { maxLength: 4 })),
  operator('$nin', fc.array(present, { maxLength: 4 })),
  operator('$ne', present),
  expressions,
)

const conditions: fc.Arbitrary<BsonDocument> = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(paths, demands).map(([path, demand]) => ({ [path]: demand })) },
  {
    weight: 2,
    arbitrary: fc.tuple(pathsOfElements, demandsOnElements).map(([path, demand]) => ({ [path]: demand })),
  },
  { weight: 1, arbitrary: onArrays },
  { weight: 1, arbitrary: expressions.map(expression => ({ text: expression })) },
)

const combined: fc.Arbitrary<BsonDocument> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(conditions, { maxLength: 2 })
      .map(parts => Object.fromEntries(parts.flatMap(part => Object.entries(part)))),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('$or', '$and', '$nor'), fc.array(conditions, { minLength: 1, maxLength: 3 }))
      .map(([name, parts]) => ({ [name]: parts })),
  },
)

export const queries: fc.Arbitrary<BsonDocument> = fc
  .tuple(combined, fc.option(conditions, { freq: 1 }))
  .map(([query, more]) => ({ ...query, ...more }))

const direction = fc.constantFrom<1 | -1>(1, -1)

const SORTS = [['a'], ['b', 'a'], ['n'], ['text'], ['deep.x'], ['code'], []] as const

/** Every order is total: the last word is always the `_id`'s. */
const orders: fc.Arbitrary<SortOrder> = fc
  .tuple(fc.constantFrom(...SORTS), fc.array(direction, { minLength: 3, maxLength: 3 }))
  .map(([sorted, directions]) => [...sorted, '_id'].map((path, at) => [path, directions[at] ?? 1] as const))

export const selections: fc.Arbitrary<Required<Selection>> = fc.record({
  query: queries,
  order: orders,
  offset: fc.integer({ min: 0, max: 4 }),
  limit: fc.integer({ min: 1, max: 40 }),
})

export const projections: fc.Arbitrary<BsonDocument | undefined> = fc.constantFrom(
  undefined,
  { a: 1 },
  { _id: 0, a: 1, b: 1 },
  { a: 0, tags: 0 },
  { 'deep.x': 1, 'items.k': 1 },
  { 'deep.x': 0, 'items.x': 0 },
)
