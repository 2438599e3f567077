import { once } from 'node:events'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'

interface Table {
  permission: string
  indexes: { Name: string; Keys: { Name: string; Direction: string }[]; Unique: boolean }[]
}

/** What the platform's client sent, without what is the same every time. */
export interface Asked {
  action: string
  [field: string]: unknown
}

const Keys = v.array(v.object({ Name: v.string(), Direction: v.string() }))

const Request = v.looseObject({
  EnvId: v.string(),
  TableName: v.optional(v.string(), ''),
  CollectionName: v.optional(v.string(), ''),
  AclTag: v.optional(v.string(), ''),
  MgoLimit: v.optional(v.number(), 0),
  MgoOffset: v.optional(v.number(), 0),
  CreateIndexes: v.optional(
    v.array(
      v.object({ IndexName: v.string(), MgoKeySchema: v.object({ MgoIndexKeys: Keys, MgoIsUnique: v.boolean() }) }),
    ),
    [],
  ),
  DropIndexes: v.optional(v.array(v.object({ IndexName: v.string() })), []),
})

type Request = v.InferOutput<typeof Request>

export interface Platform {
  url: string
  tables: Map<string, Table>
  /** requests that change something, in order */
  changes: Asked[]
  /** one more request of this action is answered, every later one refused */
  failAfter: Map<string, number>
  hasDatabase: boolean
  stop(): Promise<void>
}

const BUILT_IN = [
  { Name: '_id_', Keys: [{ Name: '_id', Direction: '1' }], Unique: true },
  { Name: '_openid_1', Keys: [{ Name: '_openid', Direction: '1' }], Unique: false },
]

export const tableWith = (permission: string, indexes: Table['indexes'] = []): Table => ({
  permission,
  indexes: [...BUILT_IN, ...indexes],
})

class Refusal extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

const ENVIRONMENT = 'science-1'

function tableOf(platform: Platform, name: string): Table {
  const table = platform.tables.get(name)
  if (!table) throw new Refusal('ResourceNotFound', `Db or Table not exist: ${name}.`)
  return table
}

function updateTable(table: Table, { CreateIndexes, DropIndexes }: Request): object {
  for (const { IndexName, MgoKeySchema } of CreateIndexes) {
    const keys = JSON.stringify(MgoKeySchema.MgoIndexKeys)
    if (table.indexes.some(index => index.Name === IndexName || JSON.stringify(index.Keys) === keys))
      throw new Refusal('FailedOperation', `index exists: ${IndexName}`)
    table.indexes.push({ Name: IndexName, Keys: MgoKeySchema.MgoIndexKeys, Unique: MgoKeySchema.MgoIsUnique })
  }
  for (const { IndexName } of DropIndexes) table.indexes = table.indexes.filter(index => index.Name !== IndexName)
  return {}
}

const ACTIONS: Record<string, (platform: Platform, request: Request) => object> = {
  DescribeEnvInfo: ({ hasDatabase }) => ({
    EnvInfo: { EnvBaseInfo: { EnvId: ENVIRONMENT, Databases: hasDatabase ? [{ InstanceId: 'tnt-1' }] : [] } },
  }),
  ListTables: ({ tables }, { MgoLimit, MgoOffset }) => ({
    Tables: [...tables.keys()].slice(MgoOffset, MgoOffset + MgoLimit).map(TableName => ({ TableName })),
    Pager: { Limit: MgoLimit, Offset: MgoOffset, Total: tables.size },
  }),
  DescribeTable: (platform, { TableName }) => ({ Indexes: tableOf(platform, TableName).indexes }),
  DescribeDatabaseACL: (platform, { CollectionName }) => ({ AclTag: tableOf(platform, CollectionName).permission }),
  CreateTable: ({ tables }, { TableName }) => {
    if (tables.has(TableName)) throw new Refusal('ResourceUnavailable.ResourceExist', 'Table exist.')
    tables.set(TableName, tableWith('PRIVATE'))
    return {}
  },
  UpdateTable: (platform, request) => updateTable(tableOf(platform, request.TableName), request),
  ModifyDatabaseACL: (platform, { CollectionName, AclTag }) => {
    tableOf(platform, CollectionName).permission = AclTag
    return {}
  },
}

/** @returns what the platform answers to a request it accepts */
function answer(platform: Platform, action: string, body: string): object {
  const left = platform.failAfter.get(action)
  if (left === 0) throw new Refusal('InternalError', 'the platform is busy')
  if (left !== undefined) platform.failAfter.set(action, left - 1)
  const sent: unknown = JSON.parse(body)
  const request = v.parse(Request, sent)
  if (request.EnvId !== ENVIRONMENT) throw new Refusal('ResourceNotFound', 'no such environment')
  const result = ACTIONS[action]?.(platform, request)
  if (!result) throw new Refusal('InvalidAction', action)
  if (!/^(Describe|List)/.test(action)) platform.changes.push({ action, ...v.parse(v.looseObject({}), sent) })
  return result
}

/** The platform's own API as far as the deployer uses it, with the state a real one would keep. */
export async function startPlatform(): Promise<Platform> {
  const server = createServer((request, response) => {
    void text(request).then(body => {
      const reply = (content: object) => response.end(JSON.stringify({ Response: { ...content, RequestId: 'r-1' } }))
      try {
        reply(answer(platform, String(request.headers['x-tc-action']), body))
      } catch (thrown) {
        if (!(thrown instanceof Refusal)) throw thrown
        reply({ Error: { Code: thrown.code, Message: thrown.message } })
      }
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : 0
  const platform: Platform = {
    url: `http://127.0.0.1:${port}`,
    tables: new Map(),
    changes: [],
    failAfter: new Map(),
    hasDatabase: true,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await once(server, 'close').catch(() => undefined)
    },
  }
  return platform
}
