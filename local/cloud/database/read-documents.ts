import { Aggregator } from 'mingo/aggregator'
import { requestFailed } from '../cloud-error'
import type { Collection, StoredDocument } from './collection'
import { conditionsOf } from './conditions'
import { compileFilter, type Filter, mingoOptions } from './filter'
import { planWalk, type SortOrder } from './planner'
import { sortDocuments } from './sort'
import type { BsonDocument, BsonValue } from './values/bson'
import { encodeValue } from './values/ejson'

export interface Selection {
  query: BsonDocument
  order?: SortOrder
  offset?: number
  limit?: number
}

/** The stored documents a query selects, in order, cut to its page. */
export function select(collection: Collection, selection: Selection): StoredDocument[] {
  const { query, order = [], offset = 0, limit = Infinity } = selection
  const filter = compileFilter(query)
  const plan = planWalk(collection.indexes, conditionsOf(query), order)
  const enough = plan.ordered ? offset + limit : Infinity
  const found = matching(collection.walk(plan.walk, enough), filter, enough)
  const sorted = plan.ordered ? found : sortDocuments(found, order)
  return sorted.slice(offset, offset + limit)
}

/** A document can stand in an index under several keys: it counts once. */
function matching(walk: Iterable<StoredDocument>, filter: Filter, enough: number): StoredDocument[] {
  const found = new Map<number, StoredDocument>()
  if (enough === 0) return []
  for (const stored of walk) {
    if (found.has(stored.row) || !filter(stored.document)) continue
    if (found.set(stored.row, stored).size >= enough) break
  }
  return [...found.values()]
}

/** @returns the documents' extended JSON */
export function find(collection: Collection, selection: Selection, projection?: BsonDocument): string[] {
  const id = onlyId(selection.query)
  if (id !== undefined && projection === undefined && !selection.offset) {
    const text = collection.textById(id)
    return text === undefined ? [] : [text]
  }
  return textsOf(select(collection, selection), projection)
}

export const textsOf = (found: readonly StoredDocument[], projection?: BsonDocument): string[] =>
  projection === undefined ? found.map(({ text }) => text) : project(found, projection)

export function count(collection: Collection, query: BsonDocument): number {
  return Object.keys(query).length === 0 ? collection.count() : select(collection, { query }).length
}

/** The `_id` of a query that asks for one document by it and for nothing else. */
function onlyId(query: BsonDocument): string | number | undefined {
  const id = query['_id']
  return (typeof id === 'string' || typeof id === 'number') && Object.keys(query).length === 1 ? id : undefined
}

function project(found: readonly StoredDocument[], projection: BsonDocument): string[] {
  const documents = found.map(({ document }) => document)
  return new Aggregator([{ $project: projection }], mingoOptions).run<BsonDocument>(documents).map(encodeValue)
}

/** Reads an order such as `{"score":-1,"at":1}`; the order of its keys counts. */
export function sortOrderOf(order: BsonDocument): SortOrder {
  return Object.entries(order).map(([path, direction]) => [path, directionOf(direction)] as const)
}

function directionOf(direction: BsonValue): 1 | -1 {
  if (direction !== 1 && direction !== -1) throw requestFailed('$sort key ordering must be 1 or -1')
  return direction
}
