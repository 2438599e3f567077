import { writeFailed } from '../../cloud-error'
import { type BsonDocument, type BsonValue, isDocument, show } from '../values/bson'
import { isIndex, ownValue } from '../values/paths'

type Parent = BsonDocument | BsonValue[]

/** The place in a document that an update path names. */
interface Slot {
  read(): BsonValue | undefined
  write(value: BsonValue): void
  /** A field goes away; an element of an array becomes null, as in MongoDB. */
  clear(): void
}

/** MongoDB refuses to fill longer gaps in an array. */
const LONGEST_GAP = 1_500_000

/**
 * Finds the place, making the documents on the way when `create` is set.
 * @returns undefined when the place does not exist and may not be made
 * @throws CloudError when the way leads through something that is neither a document nor an array
 */
export function slotOf(root: BsonDocument, path: string, create: boolean): Slot | undefined {
  const parts = path.split('.')
  let parent: Parent = root
  for (const [at, part] of parts.slice(0, -1).entries()) {
    const child = step(parent, part, parts[at + 1] ?? '', create)
    if (!child) return undefined
    parent = child
  }
  return slotIn(parent, parts.at(-1) ?? '', create)
}

function step(parent: Parent, part: string, next: string, create: boolean): Parent | undefined {
  if (Array.isArray(parent) && !isIndex(part)) return undefined
  const child = get(parent, part)
  if (isDocument(child)) return child
  if (Array.isArray(child)) {
    if (create && !isIndex(next)) throw cannotCreate(next, part, child)
    return child
  }
  if (!create) return undefined
  if (child !== undefined) throw cannotCreate(next, part, child)
  const made = {}
  put(parent, part, made)
  return made
}

function slotIn(parent: Parent, part: string, create: boolean): Slot | undefined {
  if (Array.isArray(parent) && !isIndex(part)) return undefined
  if (!create && get(parent, part) === undefined) return undefined
  return {
    read: () => get(parent, part),
    write: value => {
      put(parent, part, value)
    },
    clear: () => {
      clear(parent, part)
    },
  }
}

const cannotCreate = (field: string, owner: string, element: BsonValue): Error =>
  writeFailed(`Cannot create field '${field}' in element {${owner}: ${show(element)}}`)

const get = (parent: Parent, part: string): BsonValue | undefined =>
  Array.isArray(parent) ? parent[Number(part)] : ownValue(parent, part)

function put(parent: Parent, part: string, value: BsonValue): void {
  if (!Array.isArray(parent)) parent[part] = value
  else {
    const index = Number(part)
    if (index - parent.length > LONGEST_GAP) throw writeFailed(`can't backfill more than ${LONGEST_GAP} elements`)
    while (parent.length < index) parent.push(null)
    parent[index] = value
  }
}

function clear(parent: Parent, part: string): void {
  if (Array.isArray(parent)) parent[Number(part)] = null
  else Reflect.deleteProperty(parent, part)
}
