import { CommittedDocuments } from '../../../../local/cloud/database/documents'
import type { Selection } from '../../../../local/cloud/database/read-documents'
import { Store } from '../../../../local/cloud/database/store'
import type { BsonDocument } from '../../../../local/cloud/database/values/bson'
import { insertDocuments } from '../../../../local/cloud/database/write-documents'

const FEW = 200
const MANY = 20_000

const INDEXES = [
  { name: 'person', fields: [['person', 1]] as const, unique: false },
  { name: 'startedAt', fields: [['startedAt', 1]] as const, unique: false },
  { name: 'code', fields: [['code', 1]] as const, unique: false },
  {
    name: 'topic_score',
    fields: [
      ['topic', 1],
      ['score', -1],
    ] as const,
    unique: false,
  },
]

/** The first documents are what is asked for; all the others lie beside it in every index. */
function documentAt(number: number): BsonDocument {
  if (number >= FEW)
    return { person: `z${number % 500}`, startedAt: number, code: `z${number}`, topic: 'earth', score: number % 100 }
  return { person: `p${number % 20}`, startedAt: number, code: `a${number % 3}-${number}`, topic: 'air', score: number }
}

function filled(total: number): Store {
  const store = new Store(':memory:')
  store.apply([{ name: 'attempts', indexes: [] }])
  const documents = Array.from({ length: total }, (_, number) => ({ _id: `d${number}`, ...documentAt(number) }))
  store.sqlite.atomically(() => insertDocuments(new CommittedDocuments(store.collection('attempts')), documents))
  store.apply([{ name: 'attempts', indexes: INDEXES }])
  return store
}

let stores: Store[] = []

beforeAll(() => {
  stores = [filled(FEW), filled(MANY)]
})

afterAll(() => {
  for (const store of stores) store.close()
})

/** How many rows the database handed out, and how many documents that made. */
function costOf(store: Store, selection: Selection): { read: number; found: number } {
  const before = store.sqlite.rowsRead
  const found = new CommittedDocuments(store.collection('attempts')).find(selection).length
  return { read: store.sqlite.rowsRead - before, found }
}

test.each<[string, Selection, { read: number; found: number }]>([
  ['one document by _id', { query: { _id: 'd7' } }, { read: 1, found: 1 }],
  ['an equality', { query: { person: 'p7' } }, { read: 10, found: 10 }],
  ['one of many', { query: { person: 'p7' }, limit: 1 }, { read: 8, found: 1 }],
  ['several points', { query: { person: { $in: ['p7', 'p8'] } } }, { read: 20, found: 20 }],
  ['a range', { query: { startedAt: { $gte: 20, $lt: 70 } } }, { read: 50, found: 50 }],
  ['a beginning', { query: { code: /^a1-/ } }, { read: 67, found: 67 }],
  ['a sorted page', { query: {}, order: [['startedAt', 1]], limit: 100 }, { read: 100, found: 100 }],
  [
    'a sorted page of a range',
    { query: { startedAt: { $lt: 150 } }, order: [['startedAt', -1]], limit: 100 },
    { read: 100, found: 100 },
  ],
  [
    'a page filtered by the first field and sorted by the second',
    { query: { topic: 'air' }, order: [['score', -1]], limit: 100 },
    { read: 100, found: 100 },
  ],
  [
    'the page after it',
    { query: { topic: 'air' }, order: [['score', -1]], offset: 50, limit: 100 },
    { read: 150, found: 100 },
  ],
  [
    'what the filter has to sort out itself',
    { query: { topic: 'air', startedAt: { $mod: [2, 0] } } },
    { read: 200, found: 100 },
  ],
])('%s reads no more of 20,000 documents than of 200', (_, selection, expected) => {
  expect(stores.map(store => costOf(store, selection))).toEqual([expected, expected])
})

test('a search without an index reads everything, and is seen to', () => {
  const cost = stores.map(store => costOf(store, { query: { score: 7 } }).read)
  expect(cost).toEqual([FEW, MANY])
})
