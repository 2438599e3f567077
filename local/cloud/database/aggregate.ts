import { Aggregator } from 'mingo/aggregator'
import { requestFailed } from '../cloud-error'
import { mingoOptions } from './filter'
import { select } from './read-documents'
import type { Store } from './store'
import { type BsonDocument, type BsonValue, isDocument } from './values/bson'
import { encodeValue } from './values/ejson'

export interface Stage {
  name: string
  argument: BsonValue
}

/** Without a $limit the platform answers 20 documents, and never more than 10,000. */
const DEFAULT_RESULTS = 20
const MOST_RESULTS = 10_000

const REFUSED = ['$out', '$merge', '$documents', '$collStats', '$currentOp', '$changeStream']

/** Runs a pipeline; a first `$match` uses the indexes. @returns extended JSON */
export function aggregate(store: Store, collection: string, stages: readonly Stage[]): string[] {
  const refused = stages.find(({ name }) => REFUSED.includes(name))
  if (refused) throw requestFailed(`the local cloud does not serve the aggregation stage ${refused.name}`)
  const [first] = stages
  const query = first?.name === '$match' && isDocument(first.argument) ? first.argument : undefined
  const rest = query ? stages.slice(1) : stages
  const source = documentsOf(store, collection, query ?? {})
  const pipeline = rest.map(({ name, argument }) => ({ [name]: argument }))
  const collectionResolver = (name: string): BsonDocument[] => (store.has(name) ? documentsOf(store, name, {}) : [])
  const results = new Aggregator(pipeline, { ...mingoOptions, collectionResolver }).run<BsonDocument>(source)
  const most = stages.some(({ name }) => name === '$limit') ? MOST_RESULTS : DEFAULT_RESULTS
  return results.slice(0, most).map(encodeValue)
}

const documentsOf = (store: Store, collection: string, query: BsonDocument): BsonDocument[] =>
  select(store.collection(collection), { query }).map(({ document }) => document)
