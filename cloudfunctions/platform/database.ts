import * as v from 'valibot'
import { connect } from './cloud'
import type { CollectionSpec, Direction } from './collection-spec'
import { conditionsOf, type Query } from './conditions'
import { isDuplicate } from './database-failure'

type Order<Document> = readonly [field: keyof Document & string, direction: Direction]

interface Page<Document> {
  orderBy?: Order<Document> | readonly Order<Document>[]
  limit: number
}

const listSchema = v.object({ data: v.array(v.unknown()) })
const updatedSchema = v.object({ stats: v.object({ updated: v.number() }) })
const removedSchema = v.object({ stats: v.object({ removed: v.number() }) })
const countedSchema = v.object({ total: v.number() })
const aggregatedSchema = v.object({ list: v.array(v.unknown()) })
const groupsSchema = v.object({ list: v.array(v.object({ _id: v.unknown(), documents: v.number() })) })

const firstsSchema = v.object({ list: v.array(v.object({ first: v.unknown() })) })

/** An aggregation without a limit answers twenty. */
const MOST_GROUPS = 1000

/** The SDK would merge an object into the stored one, path by path; a change replaces whole values. */
export function changesOf(change: object): Record<string, unknown> {
  const command = connect().command
  const whole = (value: unknown): unknown =>
    typeof value === 'object' && value && !Array.isArray(value) ? command.set(value) : value
  return Object.fromEntries(Object.entries(change).map(([field, value]) => [field, whole(value)]))
}

const isOneOrder = <Document>(orderBy: Order<Document> | readonly Order<Document>[]): orderBy is Order<Document> =>
  typeof orderBy[0] === 'string'

function ordersOf<Document>(orderBy: Page<Document>['orderBy']): readonly Order<Document>[] {
  if (orderBy === undefined) return []
  return isOneOrder(orderBy) ? [orderBy] : orderBy
}

type Documents = v.GenericSchema<unknown, { _id: string }>

/** One collection, in the domain's own shapes: what comes out of the database is parsed, never trusted. */
export const collection = <Schema extends Documents>(spec: CollectionSpec<Schema>) => ({
  ...readingOf(spec),
  ...aggregatingOf(spec),
  ...writingOf(spec),
})

function readingOf<Schema extends Documents>(spec: CollectionSpec<Schema>) {
  type Document = v.InferOutput<Schema>
  const open = () => connect().collection(spec.name)
  const parseAll = (list: unknown[]): Document[] => list.map(item => v.parse(spec.schema, item))

  return {
    async get(id: string): Promise<Document | null> {
      const answer: unknown = await open().where({ _id: id }).limit(1).get()
      return parseAll(v.parse(listSchema, answer).data)[0] ?? null
    },

    async find(query: Query<Document>, page: Page<Document>): Promise<Document[]> {
      const matching = open().where(conditionsOf(query)).limit(page.limit)
      const ordered = ordersOf(page.orderBy).reduce(
        (query, [field, direction]) => query.orderBy(field, direction === 1 ? 'asc' : 'desc'),
        matching,
      )
      const answer: unknown = await ordered.get()
      return parseAll(v.parse(listSchema, answer).data)
    },

    async count(query: Query<Document>): Promise<number> {
      const answer: unknown = await open().where(conditionsOf(query)).count()
      return v.parse(countedSchema, answer).total
    },
  }
}

/** One operation each, however much it looks at. */
function aggregatingOf<Schema extends Documents>(spec: CollectionSpec<Schema>) {
  type Document = v.InferOutput<Schema>
  const open = () => connect().collection(spec.name)

  return {
    /** How many of the matching documents have which value in the field. */
    async countBy(
      query: Query<Document>,
      field: keyof Document & string,
    ): Promise<{ value: unknown; count: number }[]> {
      const { aggregate } = connect().command
      const groups = open()
        .aggregate()
        .match(conditionsOf(query))
        .group({ _id: `$${field}`, documents: aggregate.sum(1) })
      const answer: unknown = await groups.limit(MOST_GROUPS).end()
      return v.parse(groupsSchema, answer).list.map(({ _id, documents }) => ({ value: _id, count: documents }))
    },

    /** The first match in order of each value of a field. */
    async firstOfEach(
      query: Query<Document>,
      orderBy: Order<Document> | readonly Order<Document>[],
      field: keyof Document & string,
    ): Promise<Document[]> {
      const { aggregate } = connect().command
      const groups = open()
        .aggregate()
        .match(conditionsOf(query))
        .sort(Object.fromEntries(ordersOf(orderBy)))
        .group({ _id: `$${field}`, first: aggregate.first('$$ROOT') })
      const answer: unknown = await groups.limit(MOST_GROUPS).end()
      return v.parse(firstsSchema, answer).list.map(({ first }) => v.parse(spec.schema, first))
    },

    /** The first match in order, joined with all documents of another collection that share a value. */
    async firstJoined(query: Query<Document>, orderBy: Order<Document>, join: Join): Promise<unknown> {
      const first = open()
        .aggregate()
        .match(conditionsOf(query))
        .sort({ [orderBy[0]]: orderBy[1] })
        .limit(1)
      const answer: unknown = await first.lookup(join).end()
      return v.parse(aggregatedSchema, answer).list[0] ?? null
    },
  }
}

function writingOf<Schema extends Documents>(spec: CollectionSpec<Schema>) {
  type Document = v.InferOutput<Schema>
  const open = () => connect().collection(spec.name)

  return {
    /** False when the id or a unique key is taken. */
    async insert(document: Document): Promise<boolean> {
      try {
        await open().add({ data: document })
        return true
      } catch (error) {
        if (isDuplicate(error)) return false
        throw error
      }
    },

    /** Compare and set: changes what still matches, answers how many did. */
    async update(query: Query<Document>, change: Readonly<Partial<Document>>): Promise<number> {
      const answer: unknown = await open()
        .where(conditionsOf(query))
        .update({ data: changesOf(change) })
      return v.parse(updatedSchema, answer).stats.updated
    },

    /** Puts it in the place of the one with its id, or creates it. */
    async replace({ _id, ...fields }: Document): Promise<void> {
      await open().doc(_id).set({ data: fields })
    },

    /** Answers how many were removed. A query without conditions is a mistake, so it throws. */
    async remove(query: Query<Document>): Promise<number> {
      const conditions = conditionsOf(query)
      if (Object.keys(conditions).length === 0) throw new Error(`everything in ${spec.name} was to be removed`)
      const answer: unknown = await open().where(conditions).remove()
      return v.parse(removedSchema, answer).stats.removed
    },
  }
}

interface Join {
  from: string
  localField: string
  foreignField: string
  as: string
}
