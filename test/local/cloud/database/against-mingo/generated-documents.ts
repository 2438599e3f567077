import fc from 'fast-check'
import type { BsonDocument, BsonValue } from '../../../../../local/cloud/database/values/bson'

export const numbers = fc.oneof(
  fc.integer({ min: 0, max: 5 }),
  fc.integer({ min: -2, max: 3 }).map(whole => whole + 0.5),
)
export const texts = fc.constantFrom('', 'a', 'ab', 'abc', 'b', 'x.y', '空', '空气', '😀')
const instants = fc.integer({ min: 0, max: 3 }).map(second => new Date(second * 1000))

/** Few values of many types, so that they often meet. */
export const scalars: fc.Arbitrary<BsonValue> = fc.oneof(
  { weight: 3, arbitrary: numbers },
  { weight: 2, arbitrary: texts },
  fc.boolean(),
  instants,
  fc.constant(null),
)

const words = fc.constantFrom('x', 'y', 'z', 1, 2)

const parts = fc.record({ x: scalars, k: fc.integer({ min: 0, max: 3 }) }, { requiredKeys: ['k'] })

/** A document without `_id`. Each field is of one make: which array a query reaches is then known from its path. */
const fields: fc.Arbitrary<BsonDocument> = fc.record(
  {
    a: scalars,
    b: scalars,
    n: numbers,
    text: texts,
    tags: fc.uniqueArray(words, { maxLength: 4 }),
    grid: fc.array(fc.array(words, { maxLength: 2 }), { maxLength: 3 }),
    deep: fc.oneof(parts, fc.record({ x: scalars, more: parts })),
    items: fc.array(parts, { maxLength: 3 }),
    code: fc.option(fc.integer({ min: 0, max: 60 })),
  },
  { requiredKeys: ['n'] },
)

/** Up to 40 documents with ids of their own, in the order of insertion. */
export const collections: fc.Arbitrary<BsonDocument[]> = fc
  .array(fields, { minLength: 10, maxLength: 40 })
  .map(list => list.map((document, at) => ({ _id: `d${String(at).padStart(2, '0')}`, ...document })))
