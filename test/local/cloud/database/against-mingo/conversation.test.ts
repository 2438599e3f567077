import fc from 'fast-check'
import type { IndexSpecification } from '../../../../../local/cloud/database/index-table'
import type { Selection } from '../../../../../local/cloud/database/read-documents'
import type { BsonDocument } from '../../../../../local/cloud/database/values/bson'
import { comparable } from './comparable'
import { collections, scalars } from './generated-documents'
import { projections, queries, selections } from './generated-queries'
import { type Documents, openModel, openStore } from './store-and-model'

const index = (...fields: [string, 1 | -1][]): IndexSpecification => ({
  name: fields.map(([path]) => path).join('_'),
  fields,
  unique: false,
})

const INDEXES = [
  index(['a', 1]),
  index(['b', 1], ['a', -1]),
  index(['tags', 1], ['n', 1]),
  index(['deep.x', -1]),
  index(['text', 1]),
  index(['items.k', 1]),
  index(['code', 1], ['text', -1]),
]

const changes: fc.Arbitrary<BsonDocument> = fc.oneof(
  scalars.map(value => ({ $set: { a: value } })),
  scalars.map(value => ({ $set: { b: value }, $inc: { n: 1 } })),
  fc.constantFrom('a', 'tags', 'deep.x', 'text').map(path => ({ $unset: { [path]: '' } })),
  fc.constantFrom('x', 'new').map(word => ({ $addToSet: { tags: word } })),
  fc.constantFrom('x', 1).map(word => ({ $pull: { tags: word } })),
  fc.constantFrom(0, 1).map(k => ({ $pull: { items: { k } } })),
  fc.constant({ $rename: { a: 'b' } }),
)

interface Conversation {
  documents: BsonDocument[]
  writes: { query: BsonDocument; change: BsonDocument | undefined }[]
  asked: [selection: Required<Selection>, projection: BsonDocument | undefined][]
}

const conversations: fc.Arbitrary<Conversation> = fc.record({
  documents: collections,
  writes: fc.array(fc.record({ query: queries, change: fc.option(changes, { freq: 4, nil: undefined }) }), {
    minLength: 2,
    maxLength: 5,
  }),
  asked: fc.array(fc.tuple(selections, projections), { minLength: 40, maxLength: 40 }),
})

function tell(listener: Documents, { documents, writes }: Conversation): void {
  const half = Math.floor(documents.length / 2)
  for (const document of documents.slice(0, half)) listener.insert(document)
  for (const { query, change } of writes) {
    if (Object.keys(query).length === 0) continue // A write to everything is refused; database-through-sdk.test.ts.
    if (change) listener.update(query, change)
    else listener.remove(query)
  }
  for (const document of documents.slice(half)) listener.insert(document)
}

test('2200 generated finds over indexes answer as plain mingo does over everything, whatever was written before', () => {
  let found = 0
  let partly = 0
  const property = fc.property(conversations, conversation => {
    const [store, model] = [openStore(INDEXES), openModel()]
    try {
      for (const listener of [store, model]) tell(listener, conversation)
      for (const [selection, projection] of conversation.asked) {
        const [ours, theirs] = [store, model].map(one => one.find(selection, projection).map(comparable))
        expect([selection, projection, ours]).toEqual([selection, projection, theirs])
        found += ours?.length ?? 0
        if (ours && ours.length > 0 && ours.length < conversation.documents.length / 2) partly++
      }
    } finally {
      store.close()
    }
  })
  fc.assert(property, { seed: 2026, numRuns: 55 })
  // The answers must not agree by being empty, nor by being everything.
  expect([found > 8000, partly > 500]).toEqual([true, true])
})
