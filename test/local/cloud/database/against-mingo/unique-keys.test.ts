import fc from 'fast-check'
import type { BsonDocument, BsonValue } from '../../../../../local/cloud/database/values/bson'
import { encodeValue } from '../../../../../local/cloud/database/values/ejson'
import { openStore } from './store-and-model'

// mingo knows no indexes: here the other side is a set of keys, in which a missing field is null.

const parts: fc.Arbitrary<BsonValue | undefined> = fc.oneof(
  fc.constantFrom<BsonValue | undefined>(undefined, null, 0, 1, 1.5, '', '1', '空', false),
  fc.constantFrom(0, 1).map(second => new Date(second)),
)

interface Write {
  kind: 'insert' | 'change' | 'remove'
  number: number
  person: BsonValue | undefined
  day: BsonValue | undefined
}

const writes: fc.Arbitrary<Write[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('insert', 'insert', 'change', 'remove'),
    number: fc.integer({ min: 0, max: 15 }),
    person: parts,
    day: fc.constantFrom<BsonValue | undefined>(undefined, null, 1, 2),
  }),
  { minLength: 30, maxLength: 60 },
)

const UNIQUE = { name: 'person_day', fields: [['person', 1] as const, ['day', -1] as const], unique: true }

const present = (fields: Record<string, BsonValue | undefined>): BsonDocument =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]): [string, BsonValue][] =>
      value === undefined ? [] : [[name, value]],
    ),
  )

/** The keys that are taken, by `_id`. @returns whether the write would be refused; else it is kept */
function keep(taken: Map<string, string>, { kind, number, person, day }: Write): boolean {
  const id = `d${number}`
  const key = encodeValue([person ?? null, day ?? null])
  const isThere = taken.has(id)
  if (kind === 'remove') taken.delete(id)
  if (kind === 'remove' || (kind === 'change' && !isThere)) return false
  if (kind === 'insert' && isThere) return true
  if ([...taken].some(([other, held]) => held === key && other !== id)) return true
  taken.set(id, key)
  return false
}

function tell(store: ReturnType<typeof openStore>, { kind, number, person, day }: Write): void {
  const _id = `d${number}`
  const fields = present({ person, day })
  const lost = ['person', 'day'].filter(name => !(name in fields)).map(name => [name, ''] as const)
  const change = {
    ...(lost.length < 2 && { $set: fields }),
    ...(lost.length > 0 && { $unset: Object.fromEntries(lost) }),
  }
  if (kind === 'insert') store.insert({ _id, ...fields })
  else if (kind === 'change') store.update({ _id }, change)
  else store.remove({ _id })
}

const isDuplicate = (work: () => void): boolean => {
  try {
    work()
    return false
  } catch (thrown) {
    expect(String(thrown)).toContain('E11000 duplicate key error')
    return true
  }
}

test('a unique index of two fields refuses exactly the keys that are taken, where missing is null', () => {
  const seen = { refused: 0, kept: 0 }
  const property = fc.property(writes, list => {
    const store = openStore([UNIQUE])
    const taken = new Map<string, string>()
    try {
      for (const write of list) {
        const refused = keep(taken, write)
        expect([
          write,
          isDuplicate(() => {
            tell(store, write)
          }),
        ]).toEqual([write, refused])
        seen[refused ? 'refused' : 'kept']++
      }
      const everything = { query: {}, order: [['_id', 1] as const], offset: 0, limit: 100 }
      const stored = store.find(everything, undefined)
      const keys = stored.map(({ _id, person, day }) => [_id, encodeValue([person ?? null, day ?? null])])
      expect(keys).toEqual([...taken].sort(([left], [right]) => (left < right ? -1 : 1)))
    } finally {
      store.close()
    }
  })
  fc.assert(property, { seed: 2026, numRuns: 40 })
  expect([seen.refused > 200, seen.kept > 800]).toEqual([true, true])
})
