import * as v from 'valibot'
import { addOperation } from '../call-log'
import { invalidParameter, requestFailed } from '../cloud-error'
import { type Counters, kindOf } from '../counters'
import type { CloudDatabase } from '../database/cloud-database'
import { sortOrderOf } from '../database/read-documents'
import type { BsonDocument } from '../database/values/bson'
import { decodeDocument, decodeValue } from '../database/values/ejson'
import { type Action, type ActionContext, parseBody } from './action'

const text = v.string()
const count = v.pipe(v.number(), v.integer(), v.minValue(0))

const Collection = v.object({ collectionName: text })
const Insert = v.object({ collectionName: text, data: v.pipe(v.array(text), v.minLength(1)) })
const Find = v.object({
  collectionName: text,
  query: v.optional(text, '{}'),
  order: v.optional(text, '{}'),
  offset: v.optional(count, 0),
  limit: v.optional(count),
  projection: v.optional(text),
})
const Count = v.object({ collectionName: text, query: v.optional(text, '{}') })
const Remove = v.object({ collectionName: text, query: v.optional(text, '{}'), multi: v.boolean() })
const Modify = v.object({ ...Remove.entries, data: text, merge: v.boolean(), upsert: v.boolean() })
const Aggregate = v.object({
  collectionName: text,
  stages: v.array(v.object({ stageKey: text, stageValue: text })),
})
const InTransaction = v.object({ transactionId: text })

const DEFAULT_LIMIT = 100
const MOST_LIMIT = 1000
const MOST_ANSWER_BYTES = 16 * 1024 * 1024

/** The database's actions under the names the SDK sends. */
export function databaseActions(database: CloudDatabase, counters: Counters): Record<string, Action> {
  const actions: Record<string, Action> = {
    addCollection: body => {
      database.createCollection(parseBody(Collection, body).collectionName)
      return {}
    },
    insertDocument: (body, { now }) => {
      const { collectionName, data } = parseBody(Insert, body)
      const documents = data.map(item => decodeDocument(item, now))
      return { data: { insertedIds: database.insert(collectionName, documents) } }
    },
    getDocument: (body, { now }) => find(database, parseBody(Find, body), now),
    calculateDocument: (body, { now }) => {
      const { collectionName, query } = parseBody(Count, body)
      return { data: { total: database.count(collectionName, decodeDocument(query, now)) } }
    },
    modifyDocument: (body, { now }) => modify(database, parseBody(Modify, body), now),
    removeDocument: (body, { now }) => {
      const { collectionName, query, multi } = parseBody(Remove, body)
      return { data: { deleted: database.remove(collectionName, { query: decodeDocument(query, now), multi }) } }
    },
    aggregateDocuments: (body, { now }) => aggregate(database, parseBody(Aggregate, body), now),
  }
  const counted = Object.entries(actions).map(
    ([name, action]) => [`database.${name}`, counting(counters, name, action)] as const,
  )
  return Object.fromEntries(counted)
}

function counting(counters: Counters, name: string, action: Action): Action {
  return (body: unknown, context: ActionContext) => {
    if (v.is(InTransaction, body)) throw invalidParameter(`the local cloud does not serve transactions: ${name}`)
    counters.countOperation(parseBody(Collection, body).collectionName, name)
    if (context.session) addOperation(context.session.entry, kindOf(name))
    return action(body, context)
  }
}

function find(database: CloudDatabase, request: v.InferOutput<typeof Find>, now: number): object {
  const { collectionName, offset, projection } = request
  const limit = Math.min(request.limit ?? DEFAULT_LIMIT, MOST_LIMIT) || DEFAULT_LIMIT
  const query = decodeDocument(request.query, now)
  const order = sortOrderOf(decodeDocument(request.order, now))
  const fields = projection === undefined ? undefined : decodeDocument(projection, now)
  const list = database.find(collectionName, { query, order, offset, limit }, fields)
  return { data: { list: refuseHuge(list), offset, limit } }
}

function modify(database: CloudDatabase, request: v.InferOutput<typeof Modify>, now: number): object {
  const { collectionName, multi, merge, upsert } = request
  const [query, data] = [decodeDocument(request.query, now), decodeDocument(request.data, now)]
  if (merge && upsert) throw invalidParameter('the local cloud does not serve an update with upsert')
  if (merge) return { data: { updated: database.update(collectionName, { query, multi }, data), upsert_id: null } }
  return set(database, collectionName, query, data)
}

function set(database: CloudDatabase, collection: string, query: BsonDocument, data: BsonDocument): object {
  const { _id: id, ...rest } = query
  if (id === undefined || Object.keys(rest).length > 0) throw invalidParameter('set needs the _id of a document')
  const { updated, upsertId } = database.set(collection, id, data)
  return { data: { updated, upsert_id: upsertId } }
}

function aggregate(database: CloudDatabase, request: v.InferOutput<typeof Aggregate>, now: number): object {
  const stages = request.stages.map(({ stageKey, stageValue }) => ({
    name: stageKey,
    argument: decodeValue(withCloudNow(stageValue, now), now),
  }))
  return { data: { list: refuseHuge(database.aggregate(request.collectionName, stages)) } }
}

/** mingo's own `$$NOW` would tell the real time. */
const withCloudNow = (stage: string, now: number): string =>
  stage.replaceAll('"$$NOW"', `{"$date":{"$numberLong":"${now}"}}`)

function refuseHuge(list: string[]): string[] {
  const bytes = list.reduce((sum, item) => sum + item.length, 0)
  if (bytes > MOST_ANSWER_BYTES) throw requestFailed('the answer is larger than 16 MB')
  return list
}
