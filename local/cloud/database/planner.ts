import type { KeyRange, Walk } from './collection'
import type { Condition, Conditions } from './conditions'
import type { IndexFields } from './index-entries'
import { after, directed, type Direction, keyPart, rankByte, textBeginning } from './index-key'
import type { IndexTable } from './index-table'
import type { BsonValue } from './values/bson'

export type SortOrder = readonly (readonly [path: string, direction: Direction])[]

interface Plan {
  walk: Walk
  /** the walk already follows the wanted order */
  ordered: boolean
}

interface Candidate extends Plan {
  score: number
}

/** Beyond this many points an index is walked for the first fields only. */
const MOST_PREFIXES = 200

const ID_INDEX = { by: '_id', fields: [['_id', 1]], flat: true } as const

const ORDERED_BONUS = 1
const RANGE_SCORE = 2
const POINT_SCORE = 4

/** Chooses the index that narrows the walk most; among equals the one that also sorts. */
export function planWalk(indexes: readonly IndexTable[], conditions: Conditions, order: SortOrder): Plan {
  const sources = [ID_INDEX, ...indexes.map(index => ({ by: index, fields: index.fields, flat: index.flat }))]
  let best: Candidate = { walk: { by: 'insertion' }, ordered: order.length === 0, score: 0 }
  for (const source of sources) {
    const candidate = planIndex(source, conditions, order)
    if (candidate.score > best.score) best = candidate
  }
  return best
}

type Source = { by: '_id' | IndexTable; fields: IndexFields; flat: boolean }

function planIndex(source: Source, conditions: Conditions, order: SortOrder): Candidate {
  const { prefixes, used } = prefixesOf(source.fields, conditions)
  const next = source.fields[used]
  const range = next && rangeOf(conditions.get(next[0]), next[1], source.flat)
  const ranges = prefixes.map(prefix => within(prefix, range))
  const rest = source.fields.slice(used)
  const pending = order.filter(([path]) => !source.fields.slice(0, used).some(([fixed]) => fixed === path))
  const sorts = source.flat && ranges.length === 1 ? directionOf(rest, pending) : undefined
  const ordered = order.length === 0 || sorts !== undefined
  const bonus = sorts !== undefined && order.length > 0 ? ORDERED_BONUS : 0
  const score = used * POINT_SCORE + (range ? RANGE_SCORE : 0) + bonus
  return { walk: { by: source.by, ranges, backward: sorts === -1 }, ordered, score }
}

/** The key beginnings that the equalities on the index's first fields leave. */
function prefixesOf(fields: IndexFields, conditions: Conditions): { prefixes: Buffer[]; used: number } {
  let prefixes: Buffer[] = [Buffer.alloc(0)]
  let used = 0
  for (const [path, direction] of fields) {
    const points = conditions.get(path)?.points
    if (!points || points.length * prefixes.length > MOST_PREFIXES) break
    const parts = distinct(points.map(point => directed(keyPart(point), direction)))
    prefixes = prefixes.flatMap(prefix => parts.map(part => Buffer.concat([prefix, part])))
    used++
  }
  return { prefixes, used }
}

const distinct = (keys: Buffer[]): Buffer[] =>
  keys.filter((key, at) => keys.findIndex(other => other.equals(key)) === at)

/** A place before or after all keys that begin with these bytes. */
interface Edge {
  bytes: Buffer
  after: boolean
}

interface Edges {
  from: Edge
  to: Edge
}

/** With several keys to a document each bound may be met by another key, so only one bound may narrow. */
function rangeOf(condition: Condition | undefined, direction: Direction, flat: boolean): Edges | undefined {
  const edges = condition && ascendingEdges(condition, flat)
  if (!edges || direction === 1) return edges
  const turned = ({ bytes, after: beyond }: Edge): Edge => ({ bytes: directed(bytes, -1), after: !beyond })
  return { from: turned(edges.to), to: turned(edges.from) }
}

function ascendingEdges({ beginning, lower, upper }: Condition, flat: boolean): Edges | undefined {
  if (beginning !== undefined) {
    const bytes = textBeginning(beginning)
    return { from: { bytes, after: false }, to: { bytes, after: true } }
  }
  const kept = flat || !lower ? upper : undefined
  const sample = lower?.value ?? kept?.value
  if (sample === undefined) return undefined
  return { from: lowerEdge(lower, sample), to: upperEdge(kept, sample) }
}

const lowerEdge = (bound: Condition['lower'], sample: BsonValue): Edge =>
  bound ? { bytes: keyPart(bound.value), after: !bound.inclusive } : { bytes: rankByte(sample), after: false }

const upperEdge = (bound: Condition['upper'], sample: BsonValue): Edge =>
  bound ? { bytes: keyPart(bound.value), after: bound.inclusive } : { bytes: rankByte(sample), after: true }

/** Comes after every key: the first byte of a key is never 255. */
const END = Buffer.of(255)

function within(prefix: Buffer, edges: Edges | undefined): KeyRange {
  if (!edges) return { from: prefix, to: after(prefix) ?? END }
  const place = (edge: Edge): Buffer => {
    const bytes = Buffer.concat([prefix, edge.bytes])
    return edge.after ? (after(bytes) ?? END) : bytes
  }
  return { from: place(edges.from), to: place(edges.to) }
}

/** +1 when the fields are in the wanted order, -1 when in the opposite, undefined when in neither. */
function directionOf(fields: IndexFields, order: SortOrder): Direction | undefined {
  const turns = order.map(([path, direction], at) => {
    const field = fields[at]
    return field?.[0] === path ? field[1] * direction : 0
  })
  if (turns.every(turn => turn === 1)) return 1
  return turns.every(turn => turn === -1) ? -1 : undefined
}
