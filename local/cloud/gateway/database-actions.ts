import * as v from 'valibot'
import { addOperation } from '../call-log'
import { invalidParameter, requestFailed } from '../cloud-error'
import { type Counters, kindOf } from '../counters'
import type { CloudDatabase, Place } from '../database/cloud-database'
import { sortOrderOf } from '../database/read-documents'
import type { BsonDocument } from '../database/values/bson'
import { decodeDocument, decodeValue } from '../database/values/ejson'
import { insertDocuments, removeDocuments, setDocument, updateDocuments } from '../database/write-documents'
import { type Action, parseBody } from './action'

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
const Placed = v.object({ transactionId: v.optional(text) })
const OneDocument = v.object({ multi: v.optional(v.literal(false)) })

const DEFAULT_LIMIT = 100
const MOST_LIMIT = 1000
const MOST_ANSWER_BYTES = 16 * 1024 * 1024

type InPlace = (body: unknown, place: Place, now: number) => object | Promise<object>

/** What can be done inside a transaction too. */
const ON_DOCUMENTS: Record<string, InPlace> = {
  insertDocument: async (body, place, now) => {
    const { collectionName, data } = parseBody(Insert, body)
    const documents = data.map(item => decodeDocument(item, now))
    return { data: { insertedIds: await place.write(collectionName, target => insertDocuments(target, documents)) } }
  },
  getDocument: (body, place, now) => find(place, parseBody(Find, body), now),
  modifyDocument: (body, place, now) => modify(place, parseBody(Modify, body), now),
  removeDocument: async (body, place, now) => {
    const { collectionName, multi, ...request } = parseBody(Remove, body)
    const query = decodeDocument(request.query, now)
    const deleted = await place.write(collectionName, documents => removeDocuments(documents, { query, multi }))
    return { data: { deleted } }
  },
}

/** The database's actions under the names the SDK sends. */
export function databaseActions(database: CloudDatabase, counters: Counters): Record<string, Action> {
  const outsideOnly: Record<string, Action> = {
    addCollection: body => {
      database.createCollection(parseBody(Collection, body).collectionName)
      return {}
    },
    calculateDocument: (body, { now }) => {
      const { collectionName, query } = parseBody(Count, body)
      return { data: { total: database.count(collectionName, decodeDocument(query, now)) } }
    },
    aggregateDocuments: (body, { now }) => aggregate(database, parseBody(Aggregate, body), now),
  }
  const counted = [
    ...Object.entries(outsideOnly).map(([name, action]) => [name, refusingTransactions(name, action)] as const),
    ...Object.entries(ON_DOCUMENTS).map(([name, act]) => [name, placing(database, act)] as const),
  ].map(([name, action]) => [`database.${name}`, counting(counters, name, action)] as const)
  return Object.fromEntries(counted)
}

const counting =
  (counters: Counters, name: string, action: Action): Action =>
  (body, context) => {
    counters.countOperation(parseBody(Collection, body).collectionName, name)
    if (context.session) addOperation(context.session.entry, kindOf(name))
    return action(body, context)
  }

const placing =
  (database: CloudDatabase, act: InPlace): Action =>
  (body, { now }) => {
    const { transactionId } = parseBody(Placed, body)
    if (transactionId === undefined) return act(body, database.outside, now)
    if (!v.is(OneDocument, body)) throw invalidParameter('a transaction writes single documents only')
    return act(body, database.inside(transactionId), now)
  }

const refusingTransactions =
  (name: string, action: Action): Action =>
  (body, context) => {
    if (v.is(v.looseObject({ transactionId: v.unknown() }), body))
      throw invalidParameter(`${name} is for no transaction`)
    return action(body, context)
  }

async function find(place: Place, request: v.InferOutput<typeof Find>, now: number): Promise<object> {
  const { collectionName, offset, projection } = request
  const limit = Math.min(request.limit ?? DEFAULT_LIMIT, MOST_LIMIT) || DEFAULT_LIMIT
  const query = decodeDocument(request.query, now)
  const order = sortOrderOf(decodeDocument(request.order, now))
  const fields = projection === undefined ? undefined : decodeDocument(projection, now)
  const selection = { query, order, offset, limit }
  const list = await place.read(collectionName, documents => documents.find(selection, fields))
  return { data: { list: refuseHuge(list), offset, limit } }
}

async function modify(place: Place, request: v.InferOutput<typeof Modify>, now: number): Promise<object> {
  const { collectionName, multi, merge, upsert } = request
  const [query, data] = [decodeDocument(request.query, now), decodeDocument(request.data, now)]
  if (!merge) return set(place, collectionName, query, data)
  if (upsert) throw invalidParameter('the local cloud does not serve an update with upsert')
  const updated = await place.write(collectionName, documents => updateDocuments(documents, { query, multi }, data))
  return { data: { updated, upsert_id: null } }
}

async function set(place: Place, collection: string, query: BsonDocument, data: BsonDocument): Promise<object> {
  const { _id: id, ...rest } = query
  if (id === undefined || Object.keys(rest).length > 0) throw invalidParameter('set needs the _id of a document')
  const { updated, upsertId } = await place.write(collection, documents => setDocument(documents, id, data))
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
