import { compileFilter } from '../../../../local/cloud/database/filter'
import { type BsonDocument, type BsonValue, ObjectId } from '../../../../local/cloud/database/values/bson'

/** One field `a` with each of these, by name. */
const VALUES: Record<string, BsonValue | undefined> = {
  missing: undefined,
  null: null,
  zero: 0,
  one: 1,
  half: 1.5,
  large: 3e9,
  nan: Number.NaN,
  empty: '',
  text: 'abc',
  yes: true,
  day: new Date(0),
  id: new ObjectId('0123456789abcdef01234567'),
  object: { x: 1, y: 2 },
  turned: { y: 2, x: 1 },
  none: [],
  list: [1, 'abc'],
  nested: [[1, 2]],
  withNull: [null],
  objects: [{ x: 1 }, { x: 5 }],
}

function matching(query: BsonDocument): string[] {
  const filter = compileFilter(query)
  return Object.entries(VALUES)
    .filter(([, a]) => filter(a === undefined ? { _id: 1 } : { _id: 1, a }))
    .map(([name]) => name)
}

const without = (...names: string[]): string[] => Object.keys(VALUES).filter(name => !names.includes(name))

test.each<[string, BsonDocument, string[]]>([
  ['equality looks into arrays', { a: 1 }, ['one', 'list']],
  ['null is a missing field too', { a: null }, ['missing', 'null', 'withNull']],
  ['objects are equal with their keys in the same order', { a: { x: 1, y: 2 } }, ['object']],
  ['an array equals the whole array', { a: [1, 'abc'] }, ['list']],
  ['an array equals an element', { a: [1, 2] }, ['nested']],
  ['NaN equals NaN', { a: Number.NaN }, ['nan']],
  ['an ObjectId equals itself, not its text', { a: new ObjectId('0123456789abcdef01234567') }, ['id']],
  ['a dotted path reaches into objects and arrays', { 'a.x': 1 }, ['object', 'turned', 'objects']],
  ['a number in a path is an index', { 'a.1': 'abc' }, ['list']],
  ['$ne is the opposite of equality', { a: { $ne: 1 } }, without('one', 'list')],
  [
    '$in takes values, null and expressions',
    { a: { $in: [0, null, /^ab/] } },
    ['missing', 'null', 'zero', 'text', 'list', 'withNull'],
  ],
  [
    '$nin is its opposite',
    { a: { $nin: [0, null, /^ab/] } },
    without('missing', 'null', 'zero', 'text', 'list', 'withNull'),
  ],
  ['an empty $in is nothing', { a: { $in: [] } }, []],
  ['$gt compares numbers with numbers', { a: { $gt: 0 } }, ['one', 'half', 'large', 'list']],
  ['$lt does not take NaN for less', { a: { $lt: 1 } }, ['zero']],
  ['$gte null is null or missing', { a: { $gte: null } }, ['missing', 'null', 'withNull']],
  ['$gt null is nothing', { a: { $gt: null } }, []],
  ['$gte text compares texts', { a: { $gte: 'ab' } }, ['text', 'list']],
  ['$lte a date compares dates', { a: { $lte: new Date(0) } }, ['day']],
  ['$lt a bool compares bools', { a: { $lte: true } }, ['yes']],
  ['$gt an array compares whole arrays', { a: { $gt: [1] } }, ['list', 'nested', 'objects']],
  ['$mod takes numbers only', { a: { $mod: [2, 0] } }, ['zero', 'large']],
  ['$mod cuts fractions off', { a: { $mod: [2, 1] } }, ['one', 'half', 'list']],
  ['$exists true', { a: { $exists: true } }, without('missing')],
  ['$exists false', { a: { $exists: false } }, ['missing']],
  ['$exists in the elements', { 'a.x': { $exists: true } }, ['object', 'turned', 'objects']],
  ['$type looks into arrays', { a: { $type: 'number' } }, ['zero', 'one', 'half', 'large', 'nan', 'list']],
  [
    '$type array is the array itself, or one inside',
    { a: { $type: 'array' } },
    ['none', 'list', 'nested', 'withNull', 'objects'],
  ],
  ['$type tells ints from longs and doubles', { a: { $type: ['long', 'double'] } }, ['half', 'large', 'nan']],
  ['$type knows numbers for names', { a: { $type: 9 } }, ['day']],
  ['$size', { a: { $size: 1 } }, ['nested', 'withNull']],
  ['$size of elements is the size of each', { 'a.x': { $size: 2 } }, []],
  ['$all', { a: { $all: [1, 'abc'] } }, ['list']],
  ['$all takes a single value for a list of one', { a: { $all: [1] } }, ['one', 'list']],
  ['an empty $all is nothing', { a: { $all: [] } }, []],
  ['$all with $elemMatch', { a: { $all: [{ $elemMatch: { x: 1 } }, { $elemMatch: { x: { $gt: 4 } } }] } }, ['objects']],
  ['$elemMatch on values', { a: { $elemMatch: { $gte: 1, $lt: 2 } } }, ['list']],
  [
    '$elemMatch in $elemMatch looks into an array inside an array',
    { a: { $elemMatch: { $elemMatch: { $eq: 2 } } } },
    ['nested'],
  ],
  ['$elemMatch with a value does not', { a: { $elemMatch: { $eq: 2 } } }, []],
  ['$size in $elemMatch is the size of the inner array', { a: { $elemMatch: { $size: 2 } } }, ['nested']],
  ['$not $size in $elemMatch too', { a: { $elemMatch: { $not: { $size: 2 }, $type: 'array' } } }, []],
  ['$elemMatch on documents wants one element', { a: { $elemMatch: { x: { $gt: 1, $lt: 5 } } } }, []],
  ['bounds without $elemMatch may be met by two', { 'a.x': { $gt: 1, $lt: 5 } }, ['objects']],
  ['$not', { a: { $not: { $gt: 0 } } }, without('one', 'half', 'large', 'list')],
  ['$not of an expression', { a: { $not: /b/ } }, without('text', 'list')],
  ['an expression looks into arrays', { a: /^A/i }, ['text', 'list']],
  [
    '$or, $and, $nor',
    { $or: [{ a: 1 }, { $and: [{ a: { $gt: 1 } }, { a: { $lt: 2 } }] }], $nor: [{ a: 'abc' }] },
    ['one', 'half'],
  ],
  ['$expr', { $expr: { $eq: ['$a', true] } }, ['yes']],
])('%s', (_, query, expected) => {
  expect(matching(query)).toEqual(expected)
})

test.each<[BsonDocument, string]>([
  [{ a: { $in: 1 } }, '$in needs an array'],
  [{ a: { $nope: 1 } }, 'unknown query operator $nope'],
  [{ a: { $gt: 1, b: 2 } }, 'unknown query operator b'],
  [{ $nope: 1 }, 'unknown top level operator: $nope'],
  [{ $and: [] }, '$and must be a nonempty array'],
  [{ $or: 1 }, '$or must be a nonempty array'],
  [{ a: { $mod: [0, 1] } }, 'malformed $mod, two numbers are needed and the divisor cannot be 0'],
  [{ a: { $type: 'toString' } }, 'Unknown type name alias: "toString"'],
  [{ a: { $type: 'text' } }, 'Unknown type name alias: "text"'],
  [{ a: { $elemMatch: 1 } }, '$elemMatch needs an Object'],
  [{ $where: 'true' }, "$where operator requires 'scriptEnabled' option to be true."],
])('%j is refused', (query, reason) => {
  expect(() => compileFilter(query)).toThrow(reason)
})
