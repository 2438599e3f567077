import fc from 'fast-check'
import * as v from 'valibot'
import {
  logLines,
  logLineSchema,
  type Logs,
  logsIn,
  mergeLogs,
  mergeStars,
  MOST_REVIEWS,
  newSalt,
  type Review,
  starLines,
  starLineSchema,
  type Stars,
  starsIn,
} from '../../miniprogram/contract/practice-logs'

const START = Date.parse('2026-09-18T19:30:00+08:00')

const question = fc.constantFrom('air-01', 'air-02', 'water-117')
const review: fc.Arbitrary<Review> = fc.record({
  at: fc.integer({ min: START, max: START + 40 }),
  salt: fc.constantFrom('000', 'a1z', 'zzz'),
  rating: fc.constantFrom(1, 2, 3, 4),
})
const logs: fc.Arbitrary<Logs> = fc
  .array(fc.tuple(question, review), { maxLength: 80 })
  .map(told => mergeLogs(...told.map(([id, one]) => new Map([[id, [one]]]))))
const stars: fc.Arbitrary<Stars> = fc
  .array(fc.tuple(question, fc.integer({ min: START, max: START + 5 }), fc.boolean()), { maxLength: 12 })
  .map(told => mergeStars(...told.map(([id, at, starred]) => new Map([[id, { at, starred }]]))))

const one = (id: string, ...reviews: Review[]): Logs => new Map([[id, reviews]])

describe('logs of practice', () => {
  test('are the same in whatever order and however often they are merged', () => {
    fc.assert(
      fc.property(logs, logs, logs, (a, b, c) => {
        const all = logLines(mergeLogs(a, b, c))
        expect(logLines(mergeLogs(c, mergeLogs(b, a)))).toEqual(all)
        expect(logLines(mergeLogs(mergeLogs(a, b), b, c, a))).toEqual(all)
      }),
    )
  })

  test('hold each answer once, oldest first, the latest of them', () => {
    const at = (minute: number): Review => ({ at: START + minute, salt: 'aaa', rating: 3 })
    const many = Array.from({ length: MOST_REVIEWS + 6 }, (_, minute) => at(minute))
    const merged = mergeLogs(one('air-01', ...many.slice(10)), one('air-01', ...many))
    expect(merged.get('air-01')).toEqual(many.slice(6))
  })

  test('count of one answer told in two ways the harder one', () => {
    const told = { at: START, salt: 'aaa' } as const
    const merged = mergeLogs(one('air-01', { ...told, rating: 4 }), one('air-01', { ...told, rating: 2 }))
    expect(merged.get('air-01')).toEqual([{ ...told, rating: 2 }])
  })

  test('come back from their lines as they were, and the lines are what the server takes', () => {
    fc.assert(
      fc.property(logs, written => {
        const lines = logLines(written)
        expect(lines.every(line => v.is(logLineSchema, line))).toBe(true)
        expect(logLines(logsIn(lines))).toEqual(lines)
        expect(new Map(logsIn(lines))).toEqual(new Map(written))
      }),
    )
  })

  test.each([
    'air-01',
    'air-01 ',
    'air-01 mfk3z9a1x7q5',
    'air-01 mfk3z9a1x7q3x',
    'AIR-01 mfk3z9a1x7q3',
    'air-01 mfk3z9a1x7q3\n',
    `air-01 ${'mfk3z9a1x7q3'.repeat(99)}`,
  ])('no line: %j', line => {
    expect(v.is(logLineSchema, line)).toBe(false)
    expect(v.is(logLineSchema, 'air-01 mfk3z9a1x7q3')).toBe(true)
  })

  test('salts are three letters, whatever chance says', () => {
    expect([0, 0.5, 0.999999].map(chance => newSalt(() => chance))).toEqual(['000', 'i00', 'zzz'])
  })
})

describe('favourites', () => {
  test('are the same in whatever order marks are merged; the later mark holds', () => {
    fc.assert(
      fc.property(stars, stars, (a, b) => {
        expect(starLines(mergeStars(a, b))).toEqual(starLines(mergeStars(b, a, b)))
      }),
    )
    const [on, off] = [
      { at: START, starred: true },
      { at: START + 1, starred: false },
    ]
    expect(mergeStars(new Map([['air-01', off]]), new Map([['air-01', on]])).get('air-01')).toEqual(off)
  })

  test('come back from their lines as they were', () => {
    fc.assert(
      fc.property(stars, written => {
        const lines = starLines(written)
        expect(lines.every(line => v.is(starLineSchema, line))).toBe(true)
        expect(new Map(starsIn(lines))).toEqual(new Map(written))
      }),
    )
  })
})
