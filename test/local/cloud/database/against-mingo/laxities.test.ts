import { find, update } from 'mingo'
import { compileFilter } from '../../../../../local/cloud/database/filter'
import { sortDocuments } from '../../../../../local/cloud/database/sort'
import { applyUpdate } from '../../../../../local/cloud/database/update/apply-update'
import { type BsonDocument, cloneDocument } from '../../../../../local/cloud/database/values/bson'
import { encodeValue } from '../../../../../local/cloud/database/values/ejson'
import { refusalCode } from '../../support/refusal-code'

// Where mingo alone would not do: each row is what MongoDB does, and mingo the opposite. A row that fails because mingo
// has changed can go, and the generated tests may then meet its case.

const id = { _id: 'x' }

test.each<[string, BsonDocument, BsonDocument, boolean]>([
  ['objects with their keys in another order', { a: { y: 2, x: 1 } }, { a: { x: 1, y: 2 } }, false],
  ['such objects in an array', { a: [{ y: 2, x: 1 }] }, { a: { x: 1, y: 2 } }, false],
  ['such objects by $in', { a: { y: 2, x: 1 } }, { a: { $in: [{ x: 1, y: 2 }] } }, false],
  ['$gte null for a missing field', {}, { a: { $gte: null } }, true],
  ['$lte null for a missing field', {}, { a: { $lte: null } }, true],
  ['$type of an element that is a number', { a: [1] }, { a: { $type: 'number' } }, true],
  ['$type of an element that is a text', { a: ['x'] }, { a: { $type: 'string' } }, true],
  ['$mod of null', { a: null }, { a: { $mod: [3, 0] } }, false],
  ['$mod of a fraction', { a: 0.5 }, { a: { $mod: [3, 0] } }, true],
  ['null for the field that one element lacks', { a: [{ k: 1 }, { x: 1 }] }, { 'a.x': null }, true],
  ['$ne null for the field that one element lacks', { a: [{ k: 1 }, { x: 1 }] }, { 'a.x': { $ne: null } }, false],
  ['$all with one value for a field that is no array', { a: 1 }, { a: { $all: [1] } }, true],
  ['$gt between arrays', { a: [1, 2] }, { a: { $gt: [1] } }, true],
])('%s', (_, fields, query, matches) => {
  const document = { ...id, ...fields }
  expect([compileFilter(query)(document), find([document], query).all().length > 0]).toEqual([matches, !matches])
})

test('arrays sort by their least element upwards and by their greatest downwards', () => {
  const documents = [{ a: [2, 3] }, { a: [1, 9] }, { a: [4] }]
  const stored = documents.map((document, row) => ({ row, text: encodeValue(document), document }))
  const sorted = (direction: 1 | -1) => [
    sortDocuments(stored, [['a', direction]]).map(({ row }) => row),
    find(documents, {})
      .sort({ a: direction })
      .all()
      .map(document => documents.findIndex(other => encodeValue(other) === JSON.stringify(document))),
  ]
  expect([sorted(1)[0], sorted(-1)[0]]).toEqual([
    [1, 0, 2],
    [1, 2, 0],
  ])
  expect([sorted(1)[1], sorted(-1)[1]]).not.toEqual([sorted(1)[0], sorted(-1)[0]])
})

test.each<[string, BsonDocument, BsonDocument]>([
  ['$set under null', { a: null }, { $set: { 'a.b': 1 } }],
  ['$set under a number', { a: 1 }, { $set: { 'a.b': 1 } }],
  ['$set under a text', { a: 'x' }, { $set: { 'a.b': 1 } }],
  ['$set of a name in an array', { a: [1] }, { $set: { 'a.b': 1 } }],
  ['$set of a name that begins with $', {}, { $set: { a: { $b: 1 } } }],
  ['$set of an empty name', {}, { $set: { 'a..b': 1 } }],
  ['$inc of null', { a: null }, { $inc: { a: 1 } }],
  ['$inc of a text', { a: 'x' }, { $inc: { a: 1 } }],
  ['$inc of a date', { a: new Date(0) }, { $inc: { a: 1 } }],
  ['$mul of null', { a: null }, { $mul: { a: 2 } }],
  ['$push on a number', { a: 1 }, { $push: { a: 1 } }],
  ['$push on null', { a: null }, { $push: { a: 1 } }],
  ['$addToSet on a text', { a: 'x' }, { $addToSet: { a: 1 } }],
  ['$addToSet on null', { a: null }, { $addToSet: { a: 1 } }],
  ['$pull from a number', { a: 1 }, { $pull: { a: 1 } }],
  ['$pop from a number', { a: 1 }, { $pop: { a: 1 } }],
  ['$pullAll from null', { a: null }, { $pullAll: { a: [1] } }],
])('%s is refused, which mingo lets pass', (_, fields, change) => {
  const document = { ...id, ...fields }
  const code = refusalCode(() => applyUpdate(document, change))
  const letPass = () => update(cloneDocument(document), cloneDocument(change), [], {}, { cloneMode: 'deep' })
  expect(code).toBe('DATABASE_REQUEST_FAILED')
  expect(letPass).not.toThrow()
})
