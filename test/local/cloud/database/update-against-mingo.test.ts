import { update as mingoUpdate } from 'mingo'
import { CloudError } from '../../../../local/cloud/cloud-error'
import { applyUpdate } from '../../../../local/cloud/database/update/apply-update'
import {
  type BsonDocument,
  type BsonValue,
  cloneDocument,
  cloneValue,
} from '../../../../local/cloud/database/values/bson'
import { decodeStored, encodeValue } from '../../../../local/cloud/database/values/ejson'
import { type Seeded, seeded } from '../support/seeded'

// Two makers of the same semantics, on generated cases. Where they are known to differ, MongoDB is on our side, and
// update-operators.test.ts has the case: here lists have no doubles, $min and $max meet no arrays, and the clauses of
// $push meet a list that is there.

const scalar = (chance: Seeded): BsonValue =>
  chance.pick<() => BsonValue>([
    () => chance.below(5),
    () => chance.below(5) + 0.5,
    () => chance.pick(['a', 'b', 'ab']),
    () => chance.below(2) === 1,
    () => new Date(chance.below(3) * 1000),
  ])()

const list = (chance: Seeded): BsonValue[] => [1, 2, 3, 'a', 'b'].filter(() => chance.below(2) === 0)

function anyDocument(chance: Seeded): BsonDocument {
  const document: BsonDocument = { _id: 'x', always: list(chance) }
  if (chance.below(4) > 0) document['n'] = chance.below(9)
  if (chance.below(4) > 0) document['s'] = scalar(chance)
  if (chance.below(4) > 0) document['list'] = list(chance)
  if (chance.below(4) > 0) document['items'] = list(chance).map((k, at) => ({ k, at }))
  if (chance.below(4) > 0) document['deep'] = { n: chance.below(9), list: list(chance), more: { s: scalar(chance) } }
  return document
}

const numbers = ['n', 'deep.n', 'deep.fresh', 'new.n'] as const
const lists = ['list', 'deep.list', 'fresh'] as const
const anywhere = ['n', 's', 'deep.more', 'deep.more.s', 'list.0', 'items.1.k', 'new.a.b', 'deep.fresh'] as const

const CHANGES: [(chance: Seeded) => BsonDocument, ...((chance: Seeded) => BsonDocument)[]] = [
  chance => ({ $set: { [chance.pick(anywhere)]: scalar(chance) } }),
  chance => ({ $set: { deep: { n: 1 }, [chance.pick(['s', 'n'])]: list(chance) } }),
  chance => ({ $unset: { [chance.pick(['n', 'deep.more.s', 'deep', 'none.x'])]: '' } }),
  chance => ({ $inc: { [chance.pick(numbers)]: chance.below(7) - 3 } }),
  chance => ({ $mul: { [chance.pick(numbers)]: chance.below(4) } }),
  chance => ({ $min: { [chance.pick(numbers)]: chance.below(9) }, $max: { s: scalar(chance) } }),
  chance => ({ $push: { [chance.pick(lists)]: scalar(chance) } }),
  chance => ({
    $push: { always: { $each: list(chance), $position: chance.below(3), $slice: chance.below(5) } },
  }),
  chance => ({ $push: { always: { $each: [9, 0, 4], $sort: chance.pick<1 | -1>([1, -1]) } } }),
  chance => ({ $addToSet: { [chance.pick(lists)]: chance.pick<BsonValue>([1, 'b', 'new', { $each: [2, 'new'] }]) } }),
  chance => ({ $pop: { [chance.pick(lists)]: chance.pick<1 | -1>([1, -1]) } }),
  chance => ({ $pull: { [chance.pick(lists)]: chance.pick<BsonValue>([1, 'a', { $gt: 1 }, { $in: [2, 'b'] }]) } }),
  chance => ({ $pull: { items: { at: { $gte: chance.below(4) } } } }),
  chance => ({ $pullAll: { [chance.pick(lists)]: list(chance) } }),
  chance => ({ $rename: { [chance.pick(['n', 'deep.n', 'none'])]: chance.pick(['renamed', 'deep.renamed']) } }),
]

test('3000 generated updates end as mingo’s do, or are refused', () => {
  const chance = seeded(2026)
  const differences: unknown[] = []
  let changed = 0
  for (let round = 0; round < 3000; round++) {
    const document = anyDocument(chance)
    const change = chance.pick(CHANGES)(chance)
    const ours = attempt(() => applyUpdate(document, change))
    if (ours === undefined) continue
    const theirs = cloneDocument(document)
    mingoUpdate(theirs, cloneDocument(change), [], {}, { cloneMode: 'deep' })
    if (comparable(ours) !== comparable(theirs)) differences.push({ document, change, ours, theirs })
    if (comparable(ours) !== comparable(document)) changed++
  }
  expect(differences).toEqual([])
  expect(changed).toBeGreaterThan(1500)
})

function attempt(work: () => BsonDocument): BsonDocument | undefined {
  try {
    return work()
  } catch (thrown) {
    if (thrown instanceof CloudError) return undefined
    throw thrown
  }
}

/** Without the order of keys, in which mingo adds fields differently, and with null for what it leaves empty. */
const comparable = (document: BsonDocument): string => encodeValue(sorted(decodeStored(encodeValue(document))))

function sorted(value: BsonValue): BsonValue {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object' || value.constructor !== Object) return cloneValue(value)
  const entries = Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1))
  return Object.fromEntries(entries.map(([field, item]: [string, BsonValue]) => [field, sorted(item)]))
}
