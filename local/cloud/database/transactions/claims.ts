import type { Change } from '../documents'
import { entriesOf } from '../index-entries'
import { keyPart } from '../index-key'
import type { IndexTable } from '../index-table'
import type { BsonDocument, BsonValue } from '../values/bson'

/** An `_id` as a key of maps. */
export const idKey = (id: BsonValue | undefined): string => keyPart(id).toString('latin1')

/**
 * The names of everything a change touches, which is what gets locked: the document, and each key of a unique index
 * that it takes or gives up. A key counts too, because two new documents with the same one exclude each other.
 */
export function claimsOf({ collection, before, after }: Change): string[] {
  const id = (after ?? before?.document)?.['_id']
  const keys = collection.indexes
    .filter(index => index.specification.unique)
    .flatMap(index => keyClaims(index, before?.document, after))
  return [`document ${collection.id} ${idKey(id)}`, ...keys]
}

function keyClaims(index: IndexTable, before: BsonDocument | undefined, after: BsonDocument | undefined): string[] {
  const [old, fresh] = [keysOf(index, before), keysOf(index, after)]
  const moved = [...old.filter(key => !fresh.includes(key)), ...fresh.filter(key => !old.includes(key))]
  return moved.map(key => `key ${index.id} ${key}`)
}

const keysOf = (index: IndexTable, document: BsonDocument | undefined): string[] =>
  document ? entriesOf(document, index.fields).keys.map(key => key.toString('latin1')) : []
