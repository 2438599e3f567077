import type * as v from 'valibot'

export type Direction = 1 | -1

export interface IndexSpec {
  name: string
  fields: readonly (readonly [path: string, direction: Direction])[]
  unique: boolean
}

/** Everything there is to know about a collection; the manifest of all of them is what gets deployed. */
export interface CollectionSpec<Schema extends v.GenericSchema = v.GenericSchema> {
  name: string
  /** One sentence: what a document stands for. */
  purpose: string
  schema: Schema
  indexes: readonly IndexSpec[]
  /** Paths that tell about a person. */
  personal: readonly string[]
  /** How long a document is kept, and what ends it. */
  retention: string
}

export const defineCollection = <Schema extends v.GenericSchema>(
  spec: CollectionSpec<Schema>,
): CollectionSpec<Schema> => spec
