import { requestFailed } from '../cloud-error'
import { directed, type Direction, keyPart } from './index-key'
import type { BsonDocument, BsonValue } from './values/bson'
import { isDocument } from './values/bson'
import { sameValue } from './values/order'
import { leavesOf } from './values/paths'

export type IndexFields = readonly (readonly [path: string, direction: Direction])[]

interface IndexEntries {
  keys: Buffer[]
  /** False when an array or an object took part: then the keys do not sort as the documents do. */
  flat: boolean
}

/** The keys under which an index holds a document: one for each element when a field is an array. */
export function entriesOf(document: BsonDocument, fields: IndexFields): IndexEntries {
  const columns = fields.map(([path]) => columnOf(document, path))
  refuseParallelArrays(fields, columns)
  let keys: Buffer[] = [Buffer.alloc(0)]
  columns.forEach((column, at) => {
    const direction = fields[at]?.[1] ?? 1
    const parts = column.values.map(value => directed(keyPart(value), direction))
    keys = keys.flatMap(key => parts.map(part => Buffer.concat([key, part])))
  })
  return { keys, flat: columns.every(column => column.flat) }
}

interface Column {
  values: (BsonValue | undefined)[]
  flat: boolean
}

/** A missing field is indexed as null, an empty array as `undefined`. */
function columnOf(document: BsonDocument, path: string): Column {
  const leaves = leavesOf(document, path)
  const [only] = leaves
  if (leaves.length === 1 && !Array.isArray(only)) return { values: [only ?? null], flat: !isDocument(only) }
  const elements = leaves.length === 0 ? [null] : leaves.flatMap(elementsOf)
  const distinct = elements.filter((value, at) => elements.findIndex(other => sameValue(other, value)) === at)
  return { values: distinct, flat: false }
}

function elementsOf(leaf: BsonValue | undefined): (BsonValue | undefined)[] {
  if (!Array.isArray(leaf)) return [leaf ?? null]
  return leaf.length === 0 ? [undefined] : leaf
}

/** MongoDB indexes one array of a document in a compound index, not two. */
function refuseParallelArrays(fields: IndexFields, columns: readonly Column[]): void {
  const roots = fields
    .filter((_, at) => (columns[at]?.values.length ?? 0) > 1)
    .map(([path]) => path.split('.')[0] ?? '')
  const [first, second] = [...new Set(roots)]
  if (first !== undefined && second !== undefined)
    throw requestFailed(`cannot index parallel arrays [${second}] [${first}]`)
}
