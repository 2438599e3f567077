import CloudBase from '@cloudbase/manager-node'
import * as v from 'valibot'
import { CLOSED, type FoundCollection, type Step } from './deploy-database-plan'

export interface Account {
  environmentId: string
  secretId: string
  secretKey: string
  /** of temporary credentials only */
  token?: string
}

/** The parts of a real environment that the manifest speaks of. */
export interface DatabaseEnvironment {
  collectionNames(): Promise<string[]>
  /** @param name of a collection that exists */
  describe(name: string): Promise<FoundCollection>
  perform(step: Step): Promise<void>
}

const Environment = v.object({
  Databases: v.pipe(v.array(v.unknown()), v.minLength(1, 'the environment has no document database')),
})

const Listed = v.object({
  Collections: v.array(v.object({ CollectionName: v.string() })),
  Pager: v.object({ Total: v.number() }),
})

const Described = v.object({
  Indexes: v.nullish(
    v.array(
      v.object({
        Name: v.string(),
        Keys: v.array(
          v.object({ Name: v.string(), Direction: v.pipe(v.union([v.string(), v.number()]), v.transform(String)) }),
        ),
        Unique: v.nullish(v.boolean()),
      }),
    ),
  ),
})

const Permission = v.object({ AclTag: v.nullish(v.string()) })

const PAGE = 100

/** A thin coat over the platform's own client. Every method rejects with the platform's words. */
export function connect({ environmentId: envId, ...credentials }: Account): DatabaseEnvironment {
  const manager = new CloudBase({ envId, ...credentials })
  const { database } = manager
  const permission = async (Action: string, Param: object): Promise<unknown> => {
    const answer: unknown = await manager.commonService().call({ Action, Param: { EnvId: envId, ...Param } })
    return answer
  }
  return {
    collectionNames: async () => {
      const environment: unknown = await manager.currentEnvironment().lazyInit()
      v.parse(Environment, environment)
      const names: string[] = []
      for (;;) {
        const answer: unknown = await database.listCollections({ MgoLimit: PAGE, MgoOffset: names.length })
        const { Collections, Pager } = v.parse(Listed, answer)
        names.push(...Collections.map(({ CollectionName }) => CollectionName))
        if (Collections.length === 0 || names.length >= Pager.Total) return names
      }
    },
    describe: async name => {
      const described: unknown = await database.describeCollection(name)
      const closed = await permission('DescribeDatabaseACL', { CollectionName: name })
      const indexes = (v.parse(Described, described).Indexes ?? []).map(({ Name, Keys, Unique }) => ({
        name: Name,
        fields: Keys.map(key => [key.Name, key.Direction] as const),
        unique: Unique === true,
      }))
      return { name, permission: v.parse(Permission, closed).AclTag ?? '', indexes }
    },
    perform: async step => {
      if (step.kind === 'create-collection') await database.createCollection(step.collection)
      else if (step.kind === 'close-collection')
        await permission('ModifyDatabaseACL', { CollectionName: step.collection, AclTag: CLOSED })
      else await database.updateCollection(step.collection, indexChange(step))
    },
  }
}

function indexChange(step: Extract<Step, { kind: 'add-index' | 'remove-index' }>) {
  if (step.kind === 'remove-index') return { DropIndexes: [{ IndexName: step.index }] }
  const { name, fields, unique } = step.index
  const keys = fields.map(([path, way]) => ({ Name: path, Direction: String(way) }))
  return { CreateIndexes: [{ IndexName: name, MgoKeySchema: { MgoIndexKeys: keys, MgoIsUnique: unique } }] }
}
