import type { Collection } from '../../../../local/cloud/database/collection'
import { conditionsOf } from '../../../../local/cloud/database/conditions'
import type { IndexSpecification } from '../../../../local/cloud/database/index-table'
import { planWalk, type SortOrder } from '../../../../local/cloud/database/planner'
import { CommittedDocuments } from '../../../../local/cloud/database/documents'
import { find, select, type Selection } from '../../../../local/cloud/database/read-documents'
import { Store } from '../../../../local/cloud/database/store'
import type { BsonDocument, BsonValue } from '../../../../local/cloud/database/values/bson'
import {
  insertDocuments,
  removeDocuments,
  type Target,
  updateDocuments,
} from '../../../../local/cloud/database/write-documents'
import { type Seeded, seeded } from '../support/seeded'

const index = (name: string, fields: IndexSpecification['fields'], unique = false): IndexSpecification => ({
  name,
  fields,
  unique,
})

const INDEXES = [
  index('a', [['a', 1]]),
  index('b_a', [
    ['b', 1],
    ['a', -1],
  ]),
  index('tags_n', [
    ['tags', 1],
    ['n', 1],
  ]),
  index('deep', [['deep.x', -1]]),
  index('text', [['text', 1]]),
]

let store: Store

beforeEach(() => {
  store = new Store(':memory:')
  store.apply([
    { name: 'indexed', indexes: INDEXES },
    { name: 'plain', indexes: [] },
  ])
})

afterEach(() => {
  store.close()
})

describe('the walk that is chosen', () => {
  const planned = (query: BsonDocument, order: SortOrder = []): string => {
    const { walk, ordered } = planWalk(store.collection('indexed').indexes, conditionsOf(query), order)
    const by = walk.by === 'insertion' || walk.by === '_id' ? walk.by : walk.by.specification.name
    const ranges = walk.by === 'insertion' ? '' : ` ${walk.ranges.length}${walk.backward ? ' backward' : ''}`
    return by + ranges + (ordered ? ' ordered' : '')
  }

  test.each<[string, BsonDocument, SortOrder, string]>([
    ['nothing asked', {}, [], 'insertion ordered'],
    ['a field without an index', { z: 1 }, [], 'insertion ordered'],
    ['one document by _id', { _id: 'x', a: 1 }, [], '_id 1 ordered'],
    ['several by _id', { _id: { $in: ['x', 'y'] } }, [['n', 1]], '_id 2'],
    ['_id from one on', { _id: { $gte: 'x' } }, [['_id', 1]], '_id 1 ordered'],
    ['an equality', { a: 1 }, [], 'a 1 ordered'],
    ['equalities on both fields', { a: 1, b: 2 }, [], 'b_a 1 ordered'],
    ['an equality and the order after it', { b: 2 }, [['a', -1]], 'b_a 1 ordered'],
    ['an equality and the opposite order', { b: 2 }, [['a', 1]], 'b_a 1 backward ordered'],
    [
      'an order that also names the fixed field',
      { b: 2 },
      [
        ['b', 1],
        ['a', -1],
      ],
      'b_a 1 ordered',
    ],
    [
      'an order alone',
      {},
      [
        ['b', -1],
        ['a', 1],
      ],
      'b_a 1 backward ordered',
    ],
    [
      'an order that no index has',
      {},
      [
        ['b', 1],
        ['a', 1],
      ],
      'insertion',
    ],
    ['a range', { a: { $gt: 1, $lte: 5 } }, [['a', 1]], 'a 1 ordered'],
    ['points cannot be walked in order', { a: { $in: [1, 2, 3, 3] } }, [['a', 1]], 'a 3'],
    ['a beginning of a text', { text: /^ab/ }, [['text', 1]], 'text 1 ordered'],
    ['an expression without a beginning', { text: /ab/ }, [], 'insertion ordered'],
    ['conditions inside $and', { $and: [{ b: 1 }, { a: { $lt: 3 } }] }, [], 'b_a 1 ordered'],
    ['conditions inside $or do not help', { $or: [{ a: 1 }, { a: 2 }] }, [], 'insertion ordered'],
    ['a negation does not help', { a: { $ne: 1 } }, [], 'insertion ordered'],
  ])('%s', (_, query, order, expected) => {
    expect(planned(query, order)).toBe(expected)
  })

  test('an index that holds an array no longer sorts', () => {
    insertDocuments(store.collection('indexed'), [{ a: [1, 9] }])
    expect([planned({}, [['a', 1]]), planned({ a: 1 }, [])]).toEqual(['insertion', 'a 1 ordered'])
  })
})

const scalar = (chance: Seeded): BsonValue =>
  chance.pick<() => BsonValue>([
    () => chance.below(6),
    () => chance.below(6) - 2.5,
    () => chance.pick(['', 'a', 'ab', 'abc', 'b', 'x.y', '空', '空气', '😀']),
    () => chance.below(2) === 1,
    () => null,
    () => new Date(chance.below(4) * 1000),
  ])()

const anyValue = (chance: Seeded): BsonValue =>
  chance.pick<() => BsonValue>([
    () => scalar(chance),
    () => scalar(chance),
    () => Array.from({ length: chance.below(3) }, () => scalar(chance)),
    () => ({ x: scalar(chance) }),
  ])()

function anyDocument(chance: Seeded, number: number, arrays: boolean): BsonDocument {
  const value = () => (arrays ? anyValue(chance) : scalar(chance))
  const fields: BsonDocument = { _id: `d${String(number).padStart(3, '0')}`, n: chance.below(5) }
  for (const field of ['a', 'text']) if (chance.below(5) > 0) fields[field] = value()
  // One index holds both a and b, and MongoDB takes an array in one of them only.
  if (chance.below(5) > 0) fields['b'] = Array.isArray(fields['a']) ? scalar(chance) : value()
  if (chance.below(3) > 0) fields['deep'] = arrays ? [{ x: value() }, { x: value() }] : { x: value() }
  if (arrays && chance.below(3) > 0) fields['tags'] = ['x', 'y', 'z'].slice(0, chance.below(4))
  return fields
}

const demand = (chance: Seeded): BsonValue =>
  chance.pick<() => BsonValue>([
    () => scalar(chance),
    () => ({ $in: [scalar(chance), scalar(chance)] }),
    () => ({ [chance.pick(['$gt', '$gte', '$lt', '$lte'])]: scalar(chance) }),
    () => ({ $gte: chance.below(3), $lt: 2 + chance.below(4) }),
    () => ({ $ne: scalar(chance) }),
    () => chance.pick([/^a/, /^ab?c/, /^空/u, /b$/]),
    () => ({ $exists: chance.below(2) === 1 }),
  ])()

function anySelection(chance: Seeded): Selection {
  const paths = ['a', 'b', 'text', 'tags', 'n', 'deep.x', '_id'] as const
  const query: BsonDocument = {}
  for (let count = chance.below(3); count > 0; count--) query[chance.pick(paths)] = demand(chance)
  const direction = () => chance.pick<1 | -1>([1, -1])
  const order: SortOrder = chance.pick<SortOrder>([
    [['_id', direction()]],
    [
      ['a', direction()],
      ['_id', 1],
    ],
    [
      ['b', direction()],
      ['a', direction()],
      ['_id', 1],
    ],
    [
      ['deep.x', direction()],
      ['_id', 1],
    ],
    [
      ['text', direction()],
      ['_id', 1],
    ],
  ])
  return { query, order, offset: chance.below(4), limit: 1 + chance.below(40) }
}

describe.each([
  ['plain values', false],
  ['arrays and documents', true],
])('a collection of %s', (_, arrays) => {
  test('gives the same answers with indexes as without, whatever was written before', () => {
    const chance = seeded(arrays ? 7 : 8)
    const pair = [store.collection('indexed'), store.collection('plain')] as const
    let found = 0
    for (let round = 0; round < 25; round++) {
      const fresh = Array.from({ length: 10 }, (_value, at) => anyDocument(chance, round * 10 + at, arrays))
      const doomed = { query: { b: demand(chance), n: chance.below(5) }, multi: true }
      const changed = { query: { a: demand(chance) }, multi: true }
      const change = { $set: { b: scalar(chance), text: scalar(chance) }, $unset: { tags: '' } }
      for (const collection of pair)
        store.sqlite.atomically(() => {
          insertDocuments(collection, fresh)
          if (round % 3 === 0) removeDocuments(new CommittedDocuments(collection), doomed)
          if (round % 4 === 0) updateDocuments(new CommittedDocuments(collection), changed, change)
        })
      for (let count = 0; count < 10; count++) {
        const selection = anySelection(chance)
        const [indexed, plain] = pair.map(collection => find(collection, selection))
        expect([selection, indexed]).toEqual([selection, plain])
        found += plain?.length ?? 0
      }
    }
    // The answers must not agree by being empty.
    expect(found).toBeGreaterThan(1000)
  })
})

describe('a declared index', () => {
  const insert = (collection: Collection, documents: BsonDocument[]) =>
    store.sqlite.atomically(() => insertDocuments(collection, documents))
  const update = (collection: Collection, target: Target, change: BsonDocument) =>
    store.sqlite.atomically(() => updateDocuments(new CommittedDocuments(collection), target, change))
  const ids = (query: BsonDocument) =>
    select(store.collection('plain'), { query }).map(({ document }) => document['_id'])

  test('is built over what is there when it is added later, and dropped when it is no longer declared', () => {
    insert(store.collection('plain'), [
      { _id: 'a', k: 1 },
      { _id: 'b', k: 2 },
    ])
    store.apply([{ name: 'plain', indexes: [index('k', [['k', 1]], true)] }])
    expect(ids({ k: 2 })).toEqual(['b'])
    expect(() => insert(store.collection('plain'), [{ k: 2 }])).toThrow('E11000')
    store.apply([{ name: 'plain', indexes: [] }])
    insert(store.collection('plain'), [{ _id: 'c', k: 2 }])
    expect(ids({ k: 2 })).toEqual(['b', 'c'])
  })

  test('cannot become unique over documents that clash, and the collection stays as it was', () => {
    insert(store.collection('plain'), [
      { _id: 'a', k: 1 },
      { _id: 'b', k: 1 },
    ])
    expect(() => {
      store.apply([{ name: 'plain', indexes: [index('k', [['k', 1]], true)] }])
    }).toThrow('E11000 duplicate key error collection: tnt-local.plain index: k dup key: { k: 1 }')
    expect([store.collection('plain').indexes, ids({ k: 1 })]).toEqual([[], ['a', 'b']])
  })

  test('that is unique holds every element of an array, once for each document', () => {
    store.apply([{ name: 'plain', indexes: [index('k', [['k', 1]], true)] }])
    insert(store.collection('plain'), [{ _id: 'a', k: [1, 2, 2] }])
    expect(() => insert(store.collection('plain'), [{ k: [3, 2] }])).toThrow('E11000')
    update(store.collection('plain'), { query: { _id: 'a' }, multi: false }, { $set: { k: [1, 3] } })
    insert(store.collection('plain'), [{ _id: 'b', k: 2 }])
    expect(ids({ k: { $in: [2, 3] } }).sort()).toEqual(['a', 'b'])
  })

  test('refuses two arrays of one document', () => {
    expect(() => insert(store.collection('indexed'), [{ tags: ['x', 'y'], n: [1, 2] }])).toThrow(
      'cannot index parallel arrays [n] [tags]',
    )
  })

  test('stays marked as uneven after the write that made it so was rolled back and another one followed', () => {
    const collection = store.collection('indexed')
    const failing = () =>
      store.sqlite.atomically(() => {
        insert(collection, [{ _id: 'x', a: [5, 1] }])
        throw new Error('rolled back')
      })
    expect(failing).toThrow('rolled back')
    insert(collection, [
      { _id: 'x', a: [5, 1] },
      { _id: 'y', a: 3 },
    ])
    const flat = store.sqlite.all("SELECT flat FROM indexes WHERE name = 'a'")
    expect(flat).toEqual([{ flat: 0 }])
  })
})
