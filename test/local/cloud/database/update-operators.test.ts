import { applyUpdate } from '../../../../local/cloud/database/update/apply-update'
import type { BsonDocument } from '../../../../local/cloud/database/values/bson'
import { refusalCode } from '../support/refusal-code'

const update = (fields: BsonDocument, change: BsonDocument): BsonDocument => {
  const { _id, ...rest } = applyUpdate({ _id: 'x', ...fields }, change)
  expect(_id).toBe('x')
  return rest
}

describe('what MongoDB does', () => {
  const day = new Date(86_400_000)
  test.each<[string, BsonDocument, BsonDocument, BsonDocument]>([
    ['$set makes the documents on the way', { a: 1 }, { $set: { 'b.c.d': 2 } }, { a: 1, b: { c: { d: 2 } } }],
    ['$set replaces a document wholly', { a: { b: 1, c: 2 } }, { $set: { a: { d: 3 } } }, { a: { d: 3 } }],
    ['$set reaches an element of an array', { a: [1, { b: 2 }] }, { $set: { 'a.1.b': 3 } }, { a: [1, { b: 3 }] }],
    ['$set fills a gap in an array with null', { a: [1] }, { $set: { 'a.3': 4 } }, { a: [1, null, null, 4] }],
    ['$set keeps a date', {}, { $set: { at: day } }, { at: day }],
    ['$unset takes a field away', { a: { b: 1, c: 2 } }, { $unset: { 'a.b': '' } }, { a: { c: 2 } }],
    ['$unset leaves null in an array', { a: [1, 2, 3] }, { $unset: { 'a.1': '' } }, { a: [1, null, 3] }],
    ['$unset of nothing is nothing', { a: 1 }, { $unset: { b: '', 'a.c': '', 'd.e': '' } }, { a: 1 }],
    ['$inc starts at the amount', {}, { $inc: { n: 2 } }, { n: 2 }],
    ['$inc adds', { a: { n: 1.5 } }, { $inc: { 'a.n': -2 } }, { a: { n: -0.5 } }],
    ['$mul starts at zero', { m: 3 }, { $mul: { n: 2, m: 2 } }, { m: 6, n: 0 }],
    [
      '$min and $max take the better',
      { a: 5, b: 5, c: 5 },
      { $min: { a: 3 }, $max: { b: 7, c: 1, d: 1 } },
      { a: 3, b: 7, c: 5, d: 1 },
    ],
    ['$max goes by type first', { a: 5 }, { $max: { a: 'text' } }, { a: 'text' }],
    ['$min takes null for less than a number', { a: 5 }, { $min: { a: null } }, { a: null }],
    ['$max takes an array for more than a number', { a: 99 }, { $max: { a: [1] } }, { a: [1] }],
    ['$rename moves', { a: 1, b: { c: 2 } }, { $rename: { a: 'b.d' } }, { b: { c: 2, d: 1 } }],
    ['$rename of nothing is nothing', { a: 1 }, { $rename: { b: 'c' } }, { a: 1 }],
    ['$push makes an array', {}, { $push: { a: 1 } }, { a: [1] }],
    ['$push of a list is one element', { a: [1] }, { $push: { a: [2, 3] } }, { a: [1, [2, 3]] }],
    [
      '$push places, sorts and cuts',
      { a: [3, 1] },
      { $push: { a: { $each: [9, 2], $position: 0, $sort: 1, $slice: 3 } } },
      { a: [1, 2, 3] },
    ],
    [
      '$push keeps the last with a negative $slice',
      { a: [1, 2] },
      { $push: { a: { $each: [3], $slice: -2 } } },
      { a: [2, 3] },
    ],
    [
      '$push counts a negative $position from the end',
      { a: [1, 2, 3] },
      { $push: { a: { $each: [9], $position: -1 } } },
      { a: [1, 2, 9, 3] },
    ],
    [
      '$push sorts documents by a field',
      { a: [{ n: 2 }, { n: 1 }] },
      { $push: { a: { $each: [{ n: 3 }], $sort: { n: -1 } } } },
      { a: [{ n: 3 }, { n: 2 }, { n: 1 }] },
    ],
    [
      '$push sorts equals by the next field',
      {
        a: [
          { n: 1, m: 2 },
          { n: 1, m: 1 },
        ],
      },
      { $push: { a: { $each: [{ n: 0, m: 3 }], $sort: { n: 1, m: 1 } } } },
      {
        a: [
          { n: 0, m: 3 },
          { n: 1, m: 1 },
          { n: 1, m: 2 },
        ],
      },
    ],
    [
      '$addToSet adds once and keeps what was double',
      { a: [1, 1] },
      { $addToSet: { a: { $each: [1, 2, 2] } } },
      { a: [1, 1, 2] },
    ],
    [
      '$addToSet tells documents apart by the order of keys',
      { a: [{ x: 1, y: 2 }] },
      { $addToSet: { a: { y: 2, x: 1 } } },
      {
        a: [
          { x: 1, y: 2 },
          { y: 2, x: 1 },
        ],
      },
    ],
    [
      '$pop takes from either end',
      { a: [1, 2, 3], b: [1, 2, 3] },
      { $pop: { a: 1, b: -1, c: 1 } },
      { a: [1, 2], b: [2, 3] },
    ],
    ['$pull takes values', { a: [3, 1, 3, null] }, { $pull: { a: 3 } }, { a: [1, null] }],
    ['$pull takes by a condition', { a: [1, 5, 9] }, { $pull: { a: { $gte: 5 } } }, { a: [1] }],
    [
      '$pull takes documents by some of their fields',
      { a: [{ k: 1, v: 2 }, { k: 2 }, 'k'] },
      { $pull: { a: { k: 1 } } },
      { a: [{ k: 2 }, 'k'] },
    ],
    ['$pull of nothing makes nothing', {}, { $pull: { 'a.b': 1 } }, {}],
    ['$pullAll takes a list', { a: [1, 2, 3, { b: 1 }] }, { $pullAll: { a: [1, { b: 1 }] } }, { a: [2, 3] }],
    ['$bit works on integers', { a: 12 }, { $bit: { a: { and: 10 }, b: { or: 4 } } }, { a: 8, b: 4 }],
    ['setting the same _id is no change', {}, { $set: { _id: 'x', a: 1 } }, { a: 1 }],
  ])('%s', (_, fields, change, expected) => {
    expect(update(fields, change)).toEqual(expected)
  })

  test('the given document is left as it was', () => {
    const before = { _id: 'x', a: { list: [{ n: 1 }] } }
    applyUpdate(before, { $push: { 'a.list': { n: 2 } }, $set: { 'a.list2': 1 } })
    expect(before).toEqual({ _id: 'x', a: { list: [{ n: 1 }] } })
  })

  test('what was set is a copy', () => {
    const value = { n: 1 }
    const after = applyUpdate({ _id: 'x' }, { $set: { a: value } })
    value.n = 2
    expect(after).toEqual({ _id: 'x', a: { n: 1 } })
  })
})

describe('what MongoDB refuses and mingo lets pass', () => {
  test.each<[BsonDocument, BsonDocument, string]>([
    [{ o: null }, { $set: { 'o.a': 1 } }, "Cannot create field 'a' in element {o: null}"],
    [{ o: 5 }, { $set: { 'o.a': 1 } }, "Cannot create field 'a' in element {o: 5}"],
    [{ o: { p: 'text' } }, { $inc: { 'o.p.n': 1 } }, 'Cannot create field \'n\' in element {p: "text"}'],
    [{ o: [1] }, { $set: { 'o.a': 1 } }, "Cannot create field 'a' in element {o: [ 1 ]}"],
    [{ o: [{ p: [1] }] }, { $set: { 'o.0.p.q.r': 1 } }, "Cannot create field 'q' in element {p: [ 1 ]}"],
    [{ o: new Date(5) }, { $set: { 'o.a': 1 } }, "Cannot create field 'a' in element {o: new Date(5)}"],
    [{ o: [] }, { $set: { 'o.2000000': 1 } }, "can't backfill more than 1500000 elements"],
    [
      { n: null },
      { $inc: { n: 1 } },
      'Cannot apply $inc to a value of non-numeric type. {_id: "x"} has the field \'n\' of non-numeric type null',
    ],
    [
      { n: '1' },
      { $mul: { n: 2 } },
      'Cannot apply $mul to a value of non-numeric type. {_id: "x"} has the field \'n\' of non-numeric type string',
    ],
    [{ n: 1 }, { $inc: { n: '1' } }, 'Cannot increment with non-numeric argument: {n: "1"}'],
    [{ a: null }, { $push: { a: 1 } }, 'The field \'a\' must be an array but is of type null in document {_id: "x"}'],
    [{ a: {} }, { $push: { a: 1 } }, 'The field \'a\' must be an array but is of type object in document {_id: "x"}'],
    [{}, { $push: { a: { $each: 1 } } }, 'The argument to $each in $push must be an array'],
    [{}, { $push: { a: { $each: [], $top: 1 } } }, 'Unrecognized clause in $push: $top'],
    [
      { a: 1 },
      { $addToSet: { a: 1 } },
      "Cannot apply $addToSet to non-array field. Field named 'a' has non-array type number",
    ],
    [{ a: 'x' }, { $pop: { a: 1 } }, "Path 'a' contains an element of non-array type 'string'"],
    [{ a: [1] }, { $pop: { a: 2 } }, '$pop expects 1 or -1'],
    [{}, { $pop: { a: 2 } }, '$pop expects 1 or -1'],
    [{}, { $pullAll: { a: 1 } }, '$pullAll requires an array argument'],
    [{ a: 1 }, { $pull: { a: 1 } }, 'Cannot apply $pull to a non-array value'],
    [{ a: 1 }, { $bit: { a: { constructor: 1 } } }, "The $bit modifier does not know 'constructor'"],
    [
      { a: 1 },
      { $bit: { a: { and: 1.5 } } },
      "The $bit modifier field must be an Integer(32/64 bit); a 'number' is not supported here",
    ],
    [{ a: 1.5 }, { $bit: { a: { and: 1 } } }, "Cannot apply $bit to a value of non-integral type: 'a'"],
    [{}, { $set: { _id: 'y' } }, "Performing an update on the path '_id' would modify the immutable field '_id'"],
    [{}, { $unset: { _id: '' } }, "Performing an update on the path '_id' would modify the immutable field '_id'"],
    [{}, { $set: { a: 1, 'a.b': 2 } }, "Updating the path 'a.b' would create a conflict at 'a'"],
    [{}, { $set: { a: 1 }, $inc: { a: 2 } }, "Updating the path 'a' would create a conflict at 'a'"],
    [{ a: 1 }, { $rename: { a: 'b' }, $set: { b: 2 } }, "Updating the path 'b' would create a conflict at 'b'"],
    [{}, { $set: { 'a..b': 1 } }, "The update path 'a..b' contains an empty field name"],
    [{}, { $set: { a: { $b: 1 } } }, "The dollar ($) prefixed field '$b' is not valid for storage."],
    [{}, { $set: { a: { 'PM2.5': 1 } } }, "The dotted field 'PM2.5' is not valid for storage."],
    [{}, { $nope: { a: 1 } }, 'Unknown modifier: $nope'],
    [{}, { $set: 1 }, 'Modifiers operate on fields but $set has none'],
  ])('%j with %j', (fields, change, reason) => {
    expect(() => update(fields, change)).toThrow(
      `[FailedOperation] multiple write errors: [{write errors: [{${reason}}]}, {<nil>}]`,
    )
  })

  test.each<[BsonDocument]>([
    [{ a: 1 }],
    [{ $set: { 'a.$.b': 1 } }],
    [{ $set: { 'a.$[]': 1 } }],
    [{ $set: { 'a.__proto__.b': 1 } }],
  ])('%j is not a valid parameter', change => {
    expect(refusalCode(() => update({ a: [{ b: 0 }] }, change))).toBe('INVALID_PARAM')
  })
})
