import fc from 'fast-check'
import { update as mingoUpdate } from 'mingo'
import { applyUpdate } from '../../../../../local/cloud/database/update/apply-update'
import { type BsonDocument, type BsonValue, cloneDocument } from '../../../../../local/cloud/database/values/bson'
import { refusalCode } from '../../support/refusal-code'
import { comparable } from './comparable'
import { isRefused } from './refusable'

// Two makers of the same semantics, on generated cases. Where they are known to differ, MongoDB is on our side, and
// update-operators.test.ts has the case: here lists have no doubles, $min and $max meet no arrays, and the clauses of
// $push meet a list that is there.

const scalars: fc.Arbitrary<BsonValue> = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.integer({ min: 0, max: 4 }).map(whole => whole + 0.5),
  fc.constantFrom('a', 'b', 'ab'),
  fc.boolean(),
  fc.integer({ min: 0, max: 2 }).map(second => new Date(second * 1000)),
)

const lists: fc.Arbitrary<BsonValue[]> = fc.subarray([1, 2, 3, 'a', 'b'])
const small = fc.integer({ min: 0, max: 8 })

const documents: fc.Arbitrary<BsonDocument> = fc
  .record(
    {
      always: lists,
      n: fc.oneof({ weight: 5, arbitrary: small }, { weight: 1, arbitrary: fc.constantFrom(null, '5', true) }),
      s: scalars,
      list: lists,
      items: lists.map(list => list.map((k, at) => ({ k, at }))),
      deep: fc.record({ n: small, list: lists, more: fc.record({ s: scalars }) }),
    },
    { requiredKeys: ['always'] },
  )
  .map(fields => ({ _id: 'x', ...fields }))

const ends = fc.constantFrom<1 | -1>(1, -1)
const numbers = fc.constantFrom('n', 'deep.n', 'deep.fresh', 'new.n', 's', 'n.x')
const listPaths = fc.constantFrom('list', 'deep.list', 'fresh', 'always', 'n', 'n.list')
const anywhere = fc.constantFrom(
  ...['n', 's', 's.x', 'deep.more', 'deep.more.s', 'deep.more.s.x', 'list.0', 'list.name', 'items.1.k', 'new.a.b'],
)

const one = <Operand extends BsonValue>(
  operator: string,
  path: fc.Arbitrary<string>,
  operand: fc.Arbitrary<Operand>,
): fc.Arbitrary<BsonDocument> => fc.tuple(path, operand).map(([at, value]) => ({ [operator]: { [at]: value } }))

const operands = (...values: BsonValue[]) => fc.constantFrom(...values)

const CHANGES: fc.Arbitrary<BsonDocument>[] = [
  one('$set', anywhere, scalars),
  fc.tuple(fc.constantFrom('s', 'n'), lists).map(([path, list]) => ({ $set: { deep: { n: 1 }, [path]: list } })),
  one('$unset', fc.constantFrom('n', 'deep.more.s', 'deep', 'none.x', 's.x'), fc.constant('')),
  one('$inc', numbers, fc.integer({ min: -3, max: 3 })),
  one('$mul', numbers, fc.integer({ min: 0, max: 3 })),
  fc.tuple(numbers, small, scalars).map(([path, n, s]) => ({ $min: { [path]: n }, $max: { 'deep.more.s': s } })),
  one('$push', listPaths, scalars),
  fc
    .tuple(lists, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 4 }))
    .map(([$each, $position, $slice]) => ({ $push: { always: { $each, $position, $slice } } })),
  ends.map($sort => ({ $push: { always: { $each: [9, 0, 4], $sort } } })),
  one('$addToSet', listPaths, operands(1, 'b', 'new', { $each: [2, 'new'] })),
  one('$pop', listPaths, ends),
  one('$pull', listPaths, operands(1, 'a', { $gt: 1 }, { $in: [2, 'b'] })),
  small.map(at => ({ $pull: { items: { at: { $gte: at } } } })),
  one('$pullAll', listPaths, lists),
  one('$rename', fc.constantFrom('n', 'deep.n', 'none'), fc.constantFrom('renamed', 'deep.renamed', 's.renamed')),
]

test('3000 generated updates end as mingo’s do, or are refused where MongoDB refuses', () => {
  const seen = { changed: 0, refused: 0 }
  const property = fc.property(documents, fc.oneof(...CHANGES), (document, change) => {
    const before = comparable(document)
    if (isRefused(document, change)) {
      seen.refused++
      expect(refusalCode(() => applyUpdate(document, change))).toBe('DATABASE_REQUEST_FAILED')
    } else {
      const theirs = cloneDocument(document)
      mingoUpdate(theirs, cloneDocument(change), [], {}, { cloneMode: 'deep' })
      expect(comparable(applyUpdate(document, change))).toBe(comparable(theirs))
      if (comparable(theirs) !== before) seen.changed++
    }
    expect(comparable(document)).toBe(before)
  })
  fc.assert(property, { seed: 2026, numRuns: 3000 })
  // It must not be all the same, nor all refused.
  expect([seen.changed > 1500, seen.refused > 300]).toEqual([true, true])
})
