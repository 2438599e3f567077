import { find, update } from 'mingo'
import { CommittedDocuments } from '../../../../../local/cloud/database/documents'
import type { IndexSpecification } from '../../../../../local/cloud/database/index-table'
import type { Selection } from '../../../../../local/cloud/database/read-documents'
import { Store } from '../../../../../local/cloud/database/store'
import { type BsonDocument, cloneDocument } from '../../../../../local/cloud/database/values/bson'
import { decodeStored } from '../../../../../local/cloud/database/values/ejson'
import { insertDocuments, removeDocuments, updateDocuments } from '../../../../../local/cloud/database/write-documents'

/** What both are told and asked. Every order of a selection is total. */
export interface Documents {
  insert(document: BsonDocument): void
  update(query: BsonDocument, change: BsonDocument): void
  remove(query: BsonDocument): void
  find(selection: Required<Selection>, projection: BsonDocument | undefined): BsonDocument[]
}

const COLLECTION = 'things'

/** The local cloud's store with these indexes, in memory. */
export function openStore(indexes: IndexSpecification[]): Documents & { close(): void } {
  const store = new Store(':memory:')
  store.apply([{ name: COLLECTION, indexes }])
  const documents = new CommittedDocuments(store.collection(COLLECTION))
  const write = (work: () => unknown) => {
    store.sqlite.atomically(work)
  }
  return {
    insert: document => {
      write(() => insertDocuments(documents, [document]))
    },
    update: (query, change) => {
      write(() => updateDocuments(documents, { query, multi: true }, change))
    },
    remove: query => {
      write(() => removeDocuments(documents, { query, multi: true }))
    },
    find: (selection, projection) => documents.find(selection, projection).map(decodeStored),
    close: () => {
      store.close()
    },
  }
}

/** A plain list, and plain mingo over all of it. */
export function openModel(): Documents {
  let list: BsonDocument[] = []
  const matching = (query: BsonDocument) =>
    new Set(
      find<BsonDocument>(list, query)
        .all()
        .map(({ _id }) => _id),
    )
  return {
    insert: document => {
      list.push(cloneDocument(document))
    },
    update: (query, change) => {
      const ids = matching(query)
      for (const document of list)
        if (ids.has(document['_id'])) update(document, cloneDocument(change), [], {}, { cloneMode: 'deep' })
    },
    remove: query => {
      const ids = matching(query)
      list = list.filter(({ _id }) => !ids.has(_id))
    },
    // A projection of mingo's changes the documents it is given.
    find: ({ query, order, offset, limit }, projection) =>
      find<BsonDocument>(projection ? list.map(cloneDocument) : list, query, projection)
        .sort(Object.fromEntries(order))
        .skip(offset)
        .limit(limit)
        .all(),
  }
}
