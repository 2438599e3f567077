import * as fc from 'fast-check'
import {
  cellOf,
  type Cells,
  compareResults,
  isFresh,
  moved,
  placeIn,
  rankGroups,
  type Result,
  samePatterns,
  shrunk,
  sliceOf,
  withPlaces,
} from '../../../cloudfunctions/standings/rules'

const SEED = { seed: 20_260_918, numRuns: 300 }

const result = fc.record({ score: fc.constantFrom(0, 10, 50, 80, 90, 100), seconds: fc.integer({ min: 0, max: 320 }) })

const cellsOf = (results: readonly Result[]): Cells =>
  results.reduce<Cells>((cells, one) => moved(cells, null, one), {})

describe('one’s own place', () => {
  test('lies always between the two that are told, which are as far apart as there are others in the cell', () => {
    fc.assert(
      fc.property(fc.array(result, { maxLength: 60 }), result, (others, own) => {
        const truth = 1 + others.filter(other => compareResults(other, own) < 0).length
        const { from, to } = placeIn(cellsOf(others), own)
        const sharing = others.filter(other => cellOf(other) === cellOf(own)).length
        expect(from <= truth && truth <= to).toBe(true)
        expect(to - from).toBe(sharing)
      }),
      SEED,
    )
  })

  test('is found after any moves of others up and down, and nobody is lost in them', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(result, result), { maxLength: 40 }), moves => {
        const begun = cellsOf(moves.map(([before]) => before))
        const ended = moves.reduce<Cells>((cells, [before, after]) => moved(cells, before, after), begun)
        expect(ended).toEqual(cellsOf(moves.map(([, after]) => after)))
      }),
      SEED,
    )
  })

  test('by a worked example', () => {
    const cells = cellsOf([
      { score: 100, seconds: 61 },
      { score: 90, seconds: 59 },
      { score: 90, seconds: 60 },
      { score: 90, seconds: 69 },
      { score: 80, seconds: 1 },
    ])
    expect(cells).toEqual({ '100-6': 1, '90-5': 1, '90-6': 2, '80-0': 1 })
    expect(placeIn(cells, { score: 90, seconds: 65 })).toEqual({ from: 3, to: 5 })
    expect(placeIn(cells, { score: 100, seconds: 20 })).toEqual({ from: 1, to: 1 })
    expect(placeIn(cells, { score: 0, seconds: 20 })).toEqual({ from: 6, to: 6 })
  })
})

describe('the average of a group', () => {
  test.each([
    // (sum + 10 × mean) / (players + 10)
    ['one perfect player among an average of 60', 100, 1, 60, 63.636],
    ['five perfect players', 500, 5, 60, 73.333],
    ['a hundred at 75', 7500, 100, 60, 73.636],
    ['ten thousand at 75', 750_000, 10_000, 60, 74.985],
    ['nobody', 0, 0, 60, 60],
  ])('%s', (_name, sum, players, mean, expected) => {
    expect(shrunk(sum, players, mean)).toBeCloseTo(expected, 3)
  })

  const group = (code: string, players: number, average: number) => ({
    code,
    name: code,
    players,
    sum: players * average,
  })

  test('places groups with enough players; a few perfect ones do not pass many good ones', () => {
    const groups = [group('few', 5, 100), group('many', 400, 82), group('too-few', 4, 100), group('weak', 50, 40)]
    expect(rankGroups(groups, 60, 5, 50).map(({ code, place, mean }) => [code, place, mean])).toEqual([
      ['many', 1, 81.5],
      ['few', 2, 73.3],
      ['weak', 3, 43.3],
    ])
  })

  test('lies between the group’s own and everybody’s, and nearer to its own the more there are', () => {
    const score = fc.integer({ min: 0, max: 100 })
    fc.assert(
      fc.property(score, score, fc.integer({ min: 1, max: 500 }), (own, mean, players) => {
        const [few, more] = [shrunk(own * players, players, mean), shrunk(own * (players + 1), players + 1, mean)]
        expect(few).toBeGreaterThanOrEqual(Math.min(own, mean) - 1e-9)
        expect(few).toBeLessThanOrEqual(Math.max(own, mean) + 1e-9)
        expect(Math.abs(more - own)).toBeLessThanOrEqual(Math.abs(few - own) + 1e-9)
      }),
      SEED,
    )
  })
})

test('equal results share a place, and the next one is counted on', () => {
  const placed = withPlaces([{ n: 9 }, { n: 9 }, { n: 7 }, { n: 7 }, { n: 1 }], (one, other) => one.n === other.n)
  expect(placed.map(({ place }) => place)).toEqual([1, 1, 3, 3, 5])
})

describe('the next slice', () => {
  const at = (countedAt: number, ...ids: string[]) => ids.map(_id => ({ _id, countedAt }))
  const start = { at: 10, id: null }

  test.each([
    ['nothing new', start, [], [], [], start],
    ['fewer than fit', start, [], [...at(11, 'b', 'a'), ...at(12, 'c')], ['b', 'a', 'c'], { at: 12, id: null }],
    [
      'an instant cut off waits',
      start,
      [],
      [...at(11, 'a', 'b'), ...at(12, 'c', 'd')],
      ['a', 'b'],
      { at: 11, id: null },
    ],
    ['an instant that fills it is read by id', start, [], at(11, 'd', 'b', 'a', 'c'), [], { at: 11, id: '' }],
    ['by id, full', { at: 11, id: '' }, at(11, 'a', 'b', 'c', 'd'), [], ['a', 'b', 'c', 'd'], { at: 11, id: 'd' }],
    ['by id, the rest', { at: 11, id: 'd' }, at(11, 'e'), at(12, 'f'), ['e', 'f'], { at: 12, id: null }],
    [
      'by id, the rest before one cut off',
      { at: 11, id: 'd' },
      at(11, 'e'),
      at(12, 'f', 'g', 'h'),
      ['e'],
      { at: 11, id: null },
    ],
    ['by id, nothing left', { at: 11, id: 'd' }, [], [], [], { at: 11, id: null }],
  ])('%s', (_name, cursor, ties, later, ids, next) => {
    const slice = sliceOf(cursor, { ties, later, most: 4 })
    expect(slice.items.map(({ _id }) => _id)).toEqual(ids)
    expect(slice.cursor).toEqual(next)
  })

  test('after slice everything has come once, whatever the instants', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 6 }), { maxLength: 40 }), instants => {
        const all = instants.map((countedAt, i) => ({ _id: `id-${String(i).padStart(2, '0')}`, countedAt }))
        const seen: string[] = []
        let cursor: { at: number; id: string | null } = { at: 0, id: null }
        for (let round = 0; round < 100; round++) {
          const ties = all.filter(
            ({ _id, countedAt }) => cursor.id !== null && countedAt === cursor.at && _id > cursor.id,
          )
          const later = all.filter(({ countedAt }) => countedAt > cursor.at).sort((a, b) => a.countedAt - b.countedAt)
          const read = ties.slice(0, 5)
          const slice = sliceOf(cursor, { ties: read, later: later.slice(0, 5 - read.length), most: 5 })
          seen.push(...slice.items.map(({ _id }) => _id))
          cursor = slice.cursor
        }
        expect(seen.sort()).toEqual(all.map(({ _id }) => _id))
      }),
      SEED,
    )
  })

  test.each([
    ['later', { at: 10, id: null }, 11, 'a', true],
    ['of a finished instant', { at: 10, id: null }, 10, 'z', false],
    ['of an unfinished instant, beyond', { at: 10, id: 'm' }, 10, 'z', true],
    ['of an unfinished instant, before', { at: 10, id: 'm' }, 10, 'a', false],
    ['earlier', { at: 10, id: 'm' }, 9, 'z', false],
  ])('an attempt handed in %s', (_name, cursor, submittedAt, id, fresh) => {
    expect(isFresh(cursor, submittedAt, id)).toBe(fresh)
  })
})

describe('attempts that are too alike', () => {
  const attempt = (i: number, change: object = {}) => {
    const same = { round: 'main', score: 100, seconds: 40, startedAt: 5000 + i }
    return { _id: `attempt-${i}`, person: `person-${i}`, ...same, ...change }
  }
  const five = [1, 2, 3, 4, 5].map(i => attempt(i))

  test.each([
    ['five people, the same score, time and second', five, 5],
    ['four people', five.slice(1), 0],
    ['five of one person', five.map(one => ({ ...one, person: 'one' })), 0],
    ['one with another score', [...five.slice(1), attempt(1, { score: 90 })], 0],
    ['one with another time', [...five.slice(1), attempt(1, { seconds: 41 })], 0],
    ['one begun a second later', [...five.slice(1), attempt(1, { startedAt: 6000 })], 0],
    ['one in another round', [...five.slice(1), attempt(1, { round: 'other' })], 0],
  ])('%s', (_name, attempts, count) => {
    expect(samePatterns(attempts).size).toBe(count)
  })
})
