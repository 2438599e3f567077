import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { messageOf } from '../cloud-error'
import type { IndexSpecification } from './index-table'

export interface CollectionSpecification {
  name: string
  indexes: IndexSpecification[]
}

const Direction = v.picklist([1, -1])

const Manifest = v.object({
  collections: v.array(
    v.object({
      name: v.pipe(v.string(), v.nonEmpty()),
      indexes: v.optional(
        v.array(
          v.object({
            name: v.pipe(v.string(), v.nonEmpty()),
            fields: v.pipe(v.array(v.strictTuple([v.pipe(v.string(), v.nonEmpty()), Direction])), v.minLength(1)),
            unique: v.optional(v.boolean(), false),
          }),
        ),
        [],
      ),
    }),
  ),
})

/**
 * Reads the manifest of collections and indexes; keys it does not know are for others.
 * @throws Error that names the file and the place in it
 */
export function readManifest(file: string): CollectionSpecification[] {
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return v.parse(Manifest, content).collections
  } catch (thrown) {
    const place = v.isValiError(thrown) ? ` at ${v.getDotPath(thrown.issues[0]) ?? 'the top'}` : ''
    throw new Error(`the manifest ${file} cannot be used${place}: ${messageOf(thrown)}`, { cause: thrown })
  }
}
