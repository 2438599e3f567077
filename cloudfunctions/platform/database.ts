import * as v from 'valibot'
import { connect } from './cloud'
import type { CollectionSpec, Direction } from './collection-spec'

type Scalar = string | number | boolean | null
interface Condition {
  readonly inSdkWords: (command: ReturnType<typeof connect>['command']) => unknown
}

export const atLeast = (bound: number): Condition => ({ inSdkWords: command => command.gte(bound) })
export const after = (bound: number): Condition => ({ inSdkWords: command => command.gt(bound) })
export const oneOf = (values: readonly Scalar[]): Condition => ({ inSdkWords: command => command.in([...values]) })

/** Conditions by path. A value is never undefined: the SDK would drop it and widen the query. */
export type Query = Readonly<Record<string, Scalar | Condition>>

interface Page {
  orderBy?: readonly [path: string, direction: Direction]
  limit: number
}

const listSchema = v.object({ data: v.array(v.unknown()) })
const updatedSchema = v.object({ stats: v.object({ updated: v.number() }) })
const aggregatedSchema = v.object({ list: v.array(v.unknown()) })

const textOf = (error: unknown) =>
  error instanceof Error ? error.message : v.is(v.object({ errMsg: v.string() }), error) ? error.errMsg : ''

/** The platform names a taken id or unique key in several ways; only the text is common to them. */
const isDuplicate = (error: unknown) =>
  /E11000|duplicate key|DuplicateWrite|DATABASE_DUPLICATE_WRITE/.test(textOf(error))

/** The platform's own limits (requests, connections, server time): the same call may work a moment later. */
export const isBusy = (error: unknown) =>
  v.is(v.object({ errCode: v.picklist([-501003, -501004, -501002]) }), error) || /EXCEED_RATELIMIT/.test(textOf(error))

/** Types keep undefined out of a Query; what came through an untyped hand is stopped here. */
function conditionsOf(query: Readonly<Record<string, Query[string] | undefined>>): Record<string, unknown> {
  const command = connect().command
  const conditions: Record<string, unknown> = {}
  for (const [path, value] of Object.entries(query)) {
    if (value === undefined) throw new Error(`query on ${path} without a value`)
    conditions[path] = typeof value === 'object' && value ? value.inSdkWords(command) : value
  }
  return conditions
}

/** One collection, in the domain's own shapes: what comes out of the database is parsed, never trusted. */
export function collection<Schema extends v.GenericSchema<unknown, { _id: string }>>(spec: CollectionSpec<Schema>) {
  type Document = v.InferOutput<Schema>
  const open = () => connect().collection(spec.name)
  const parseAll = (list: unknown[]): Document[] => list.map(item => v.parse(spec.schema, item))

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

    async get(id: string): Promise<Document | null> {
      const answer: unknown = await open().where({ _id: id }).limit(1).get()
      return parseAll(v.parse(listSchema, answer).data)[0] ?? null
    },

    async find(query: Query, page: Page): Promise<Document[]> {
      const matching = open().where(conditionsOf(query)).limit(page.limit)
      const ordered = page.orderBy
        ? matching.orderBy(page.orderBy[0], page.orderBy[1] === 1 ? 'asc' : 'desc')
        : matching
      const answer: unknown = await ordered.get()
      return parseAll(v.parse(listSchema, answer).data)
    },

    /** Compare and set: changes what still matches, answers how many did. */
    async update(query: Query, change: Readonly<Partial<Document>>): Promise<number> {
      const answer: unknown = await open().where(conditionsOf(query)).update({ data: change })
      return v.parse(updatedSchema, answer).stats.updated
    },

    /** The first match in order, joined with all documents of another collection that share a value. One operation. */
    async firstJoined(query: Query, orderBy: readonly [string, Direction], join: Join): Promise<unknown> {
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

interface Join {
  from: string
  localField: string
  foreignField: string
  as: string
}
