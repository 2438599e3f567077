import { keyPart } from '../../../../local/cloud/database/index-key'
import { type BsonValue, ObjectId } from '../../../../local/cloud/database/values/bson'
import { decodeDocument, decodeStored, decodeValue, encodeValue } from '../../../../local/cloud/database/values/ejson'
import { compareValues } from '../../../../local/cloud/database/values/order'
import { refusalCode } from '../support/refusal-code'

const NOW = 1_700_000_000_000

test.each<[string, BsonValue]>([
  ['{"$numberInt":"-7"}', -7],
  ['{"$numberLong":"1700000000000"}', 1_700_000_000_000],
  ['{"$numberDouble":"1.5"}', 1.5],
  ['{"$numberDouble":"-Infinity"}', -Infinity],
  ['{"$numberDouble":"NaN"}', Number.NaN],
  ['{"$date":{"$numberLong":"-1"}}', new Date(-1)],
  ['{"$date":"2023-11-14T22:13:20.000Z"}', new Date(NOW)],
  ['{"$oid":"0123456789ABCDEF01234567"}', new ObjectId('0123456789abcdef01234567')],
  ['{"$regularExpression":{"pattern":"^a","options":"i"}}', /^a/i],
  ['{"$tcb_server_date":{"offset":{"$numberInt":"60000"}}}', new Date(NOW + 60_000)],
  ['[{"a":{"$tcb_server_date":{}}}]', [{ a: new Date(NOW) }]],
  ['{"$gt":{"$numberInt":"1"}}', { $gt: 1 }],
  ['"$uid"', '$uid'],
  ['10', 10],
])('%s is read', (text, value) => {
  expect(decodeValue(text, NOW)).toEqual(value)
})

test.each([
  '{',
  '{"$numberInt":"1.5"}',
  '{"$numberInt":1}',
  '{"$numberDouble":"many"}',
  '{"$numberDouble":""}',
  '{"$date":"yesterday"}',
  '{"$date":{"$numberLong":"9999999999999999"}}',
  '{"$oid":"12"}',
  '{"$regularExpression":{"pattern":"("}}',
  '{"$regularExpression":{"pattern":"a","options":"g"}}',
  '{"$numberDecimal":"1"}',
  '{"$binary":{"base64":"","subType":"00"}}',
  '{"a":{"__proto__":{"admin":true}}}',
])('%s is refused as an invalid parameter', text => {
  expect(refusalCode(() => decodeValue(text, NOW))).toBe('INVALID_PARAM')
})

test('only a document is a document', () => {
  for (const text of ['[]', '1', 'null', '{"$date":"2023-11-14T22:13:20.000Z"}'])
    expect(() => decodeDocument(text, NOW)).toThrow('a document is expected')
})

test('what is written is read again as it was', () => {
  const document = {
    _id: 'a',
    at: new Date(NOW),
    early: new Date(-62_135_596_800_001),
    odd: [Number.NaN, Infinity, -Infinity, 0, 1e300],
    id: new ObjectId('0123456789abcdef01234567'),
    like: /^a.b/i,
    text: 'with "$quotes" and \0 and 空气',
    nested: { deep: [{ at: new Date(0) }] },
  }
  expect(decodeStored(encodeValue(document))).toEqual(document)
})

/** In MongoDB's order. Neighbours in a list of their own are equal to it. */
const ORDERED: BsonValue[] = [
  null,
  Number.NaN,
  -Infinity,
  -1e300,
  -2,
  -1.5,
  -1e-300,
  0,
  1e-300,
  1,
  1.5,
  2 ** 31,
  Number.MAX_SAFE_INTEGER,
  Infinity,
  '',
  '\0',
  '\0a',
  '\x01',
  'a',
  'a\0',
  'a\0b',
  'a\x01',
  'ab',
  'b',
  'é',
  '空气',
  '\uffee',
  '😀',
  new ObjectId('000000000000000000000000'),
  new ObjectId('ff0000000000000000000000'),
  false,
  true,
  new Date(-1),
  new Date(0),
  new Date(NOW),
]

test('scalar values and their index keys stand in MongoDB’s order', () => {
  const failures = ORDERED.flatMap((left, i) =>
    ORDERED.flatMap((right, j) => {
      const wanted = Math.sign(i - j)
      const signs = [Math.sign(compareValues(left, right)), Buffer.compare(keyPart(left), keyPart(right))]
      return signs.every(sign => sign === wanted) ? [] : [[left, right, signs]]
    }),
  )
  expect(failures).toEqual([])
})

test('no key is the beginning of another one', () => {
  const keys = [...ORDERED, undefined, [1], [1, 2], { a: 1 }, { a: 1, b: 2 }].map(value => keyPart(value))
  const beginnings = keys.flatMap((short, i) =>
    keys.filter((long, j) => i !== j && long.subarray(0, short.length).equals(short)).map(long => [short, long]),
  )
  expect(beginnings).toEqual([])
})

test.each<[BsonValue, BsonValue]>([
  [{ a: 1 }, [1]],
  ['text', { a: 1 }],
  [{ a: 1 }, { b: 0 }],
  [{ a: 1 }, { a: 2 }],
  [{ b: 1 }, { a: 'text' }],
  [{ a: 1 }, { a: 1, b: 0 }],
  [
    [1, 2],
    [1, 3],
  ],
  [[1], [1, null]],
  [[2], new ObjectId('000000000000000000000000')],
  [new Date(0), /a/],
  [/a/, /b/],
])('%j comes before %j', (less, more) => {
  expect([Math.sign(compareValues(less, more)), Math.sign(compareValues(more, less))]).toEqual([-1, 1])
})
