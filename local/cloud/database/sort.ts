import type { StoredDocument } from './collection'
import type { Direction } from './index-key'
import type { SortOrder } from './planner'
import type { BsonDocument, BsonValue } from './values/bson'
import { compareValues } from './values/order'
import { leavesOf } from './values/paths'

/** Sorts as MongoDB does: an array counts by its least element ascending, by its greatest descending. */
export function sortDocuments(documents: readonly StoredDocument[], order: SortOrder): StoredDocument[] {
  const keyed = documents.map(stored => ({
    stored,
    keys: order.map(([path, direction]) => sortKey(stored.document, path, direction)),
  }))
  keyed.sort((left, right) => {
    for (const [at, [, direction]] of order.entries()) {
      const difference = compareValues(left.keys[at], right.keys[at]) * direction
      if (difference !== 0) return difference
    }
    return 0
  })
  return keyed.map(({ stored }) => stored)
}

function sortKey(document: BsonDocument, path: string, direction: Direction): BsonValue | undefined {
  const leaves = leavesOf(document, path)
  if (leaves.length === 0) return null
  return leaves
    .flatMap(leaf => (Array.isArray(leaf) ? (leaf.length === 0 ? [undefined] : leaf) : [leaf ?? null]))
    .reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best))
}
