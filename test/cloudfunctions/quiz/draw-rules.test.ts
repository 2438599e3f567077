import { createHash } from 'node:crypto'
import { drawQuestions, layOut, type Rank, turnOf } from '../../../cloudfunctions/quiz/draw-rules'
import type { Question } from '../../../cloudfunctions/quiz/question'
import { question } from '../../support/questions'

const seeded =
  (seed: string): Rank =>
  label =>
    createHash('sha256').update(`${seed} ${label}`).digest('hex')

/** Good enough to be drawn by very often (FNV-1a with a last stir). */
const quick =
  (seed: string): Rank =>
  label => {
    let hash = 2_166_136_261
    for (const character of `${seed} ${label}`) hash = Math.imul(hash ^ character.charCodeAt(0), 16_777_619)
    hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507)
    return String((hash ^ (hash >>> 13)) >>> 0).padStart(10, '0')
  }

const DAY = '2026-09-18'
const air = Array.from({ length: 9 }, (_, i) => question({ id: `air-0${i + 1}` }))
const water = Array.from({ length: 6 }, (_, i) => question({ id: `water-0${i + 1}`, category: 'water' }))
const bank = [...air, ...water]
const blueprint = [
  { category: 'air', count: 3 },
  { category: 'water', count: 2 },
] as const

const draw = (seed: string, turn = 0) => drawQuestions(bank, blueprint, { turn, day: DAY }, seeded(seed)) ?? []
const ids = (drawn: { id: string }[]) => drawn.map(({ id }) => id)

describe('drawing a paper', () => {
  test('fills the blueprint', () => {
    const categories = draw('a').map(({ category }) => category)
    expect(categories.filter(category => category === 'air')).toHaveLength(3)
    expect(categories.filter(category => category === 'water')).toHaveLength(2)
  })

  test('gives the same paper for the same seed and another for another', () => {
    expect(ids(draw('a'))).toEqual(ids(draw('a')))
    expect(ids(draw('a'))).not.toEqual(ids(draw('b')))
  })

  test('repeats no question until its stratum is used up, and then begins it again', () => {
    const three = [0, 1, 2].flatMap(turn => ids(draw('a', turn)))
    expect([...three].sort()).toEqual([...new Set(three)].sort())
    expect(new Set(three).size).toBe(15)
    expect(ids(draw('a', 3)).sort()).toEqual(ids(draw('a', 0)).sort())
  })

  test.each([
    ['not yet valid', question({ id: 'air-91', validFrom: '2026-09-19' })],
    ['no longer valid', question({ id: 'air-92', validTo: '2026-09-17' })],
    ['of one source only', question({ id: 'air-93', evidence: 'B' })],
    ['verified by nobody', { ...question({ id: 'air-96' }), verifiedAt: null }],
  ])('leaves out a question that is %s', (_name, outsider) => {
    const one = [{ category: 'air', count: 1 }] as const
    expect(drawQuestions([outsider], one, { turn: 0, day: DAY }, seeded('a'))).toBeNull()
    expect(drawQuestions([outsider, ...air.slice(0, 1)], one, { turn: 1, day: DAY }, seeded('a'))).toEqual(
      air.slice(0, 1),
    )
  })

  test.each([
    ['its first day', question({ id: 'air-94', validFrom: DAY })],
    ['its last day', question({ id: 'air-95', validTo: DAY })],
  ])('asks a question on %s', (_name, insider) => {
    const one = [{ category: 'air', count: 1 }] as const
    expect(drawQuestions([insider], one, { turn: 0, day: DAY }, seeded('a'))).toEqual([insider])
  })

  test('refuses a bank too small for the blueprint', () => {
    expect(drawQuestions(air, blueprint, { turn: 0, day: DAY }, seeded('a'))).toBeNull()
  })
})

/** `count` questions whose difficulties, measured or estimated, go round from 1 to 5. */
const graded = (count: number, estimate: (i: number) => Partial<Question>): Question[] =>
  Array.from({ length: count }, (_, i) => ({ ...question({ id: `air-${i + 10}` }), ...estimate(i) }))

const hardness = (drawn: readonly Question[]): number =>
  drawn.reduce((sum, { measured, difficulty }) => sum + (measured ?? difficulty), 0)

function exposure(questions: readonly Question[], count: number, people: number, turns: readonly number[]) {
  const seen = new Map<string, number>()
  for (let person = 0; person < people; person++) {
    for (const turn of turns) {
      const rank = quick(`person ${person}`)
      const drawn = drawQuestions(questions, [{ category: 'air', count }], { turn, day: DAY }, rank) ?? []
      for (const { id } of drawn) seen.set(id, (seen.get(id) ?? 0) + 1)
    }
  }
  const share = (people * turns.length * count) / questions.length
  const shares = questions.map(({ id }) => (seen.get(id) ?? 0) / share)
  return { least: Math.min(...shares), most: Math.max(...shares) }
}

describe('over many people', () => {
  test.each([
    ['as many of each difficulty', 30, 3, (i: number) => ({ difficulty: (i % 5) + 1 })],
    ['all of one difficulty', 30, 3, () => ({ difficulty: 3 })],
    ['one hard one among easy ones', 30, 3, (i: number) => ({ difficulty: i === 0 ? 5 : 1 })],
    ['measured ones and estimated ones', 30, 3, (i: number) => ({ difficulty: 2, measured: i % 3 ? null : i / 10 })],
    ['strata of uneven size', 7, 3, (i: number) => ({ difficulty: (i % 5) + 1 })],
    ['two for each place', 6, 3, (i: number) => ({ difficulty: (i % 5) + 1 })],
  ])('no question is met more than 1.5 times its share, none less than half: %s', (_name, size, count, estimate) => {
    const { least, most } = exposure(graded(size, estimate), count, 400, [0, 1])
    expect(most).toBeLessThan(1.5)
    expect(least).toBeGreaterThan(0.5)
  })

  test('papers are about equally hard, though the bank holds everything from 1 to 5', () => {
    const questions = graded(60, i => ({ difficulty: (i % 5) + 1, measured: i % 2 ? null : 1 + (i % 40) / 10 }))
    const people = Array.from({ length: 300 }, (_, person) => quick(`person ${person}`))
    const five = [{ category: 'air', count: 5 }] as const
    const papers = people.map(rank => drawQuestions(questions, five, { turn: 0, day: DAY }, rank) ?? [])
    const anyFive = people.map(rank => [...questions].sort((a, b) => (rank(a.id) < rank(b.id) ? -1 : 1)).slice(0, 5))
    const spread = (all: Question[][]) => Math.max(...all.map(hardness)) - Math.min(...all.map(hardness))
    expect(spread(papers)).toBeLessThan(5)
    expect(spread(anyFive)).toBeGreaterThan(10)
  })
})

test.each([
  ['the first of the first day', '2026-08-15', 1, 0],
  ['the third of the first day', '2026-08-15', 3, 2],
  ['the first of the second day', '2026-08-16', 1, 3],
  ['the second, a month later', '2026-09-15', 2, 94],
  ['one before a window that was moved', '2026-08-10', 2, 1],
] as const)('%s is turn %s no. %d', (_name, day, number, turn) => {
  const opensAt = Date.parse('2026-08-15T08:00:00+08:00')
  expect(turnOf({ opensAt, attemptsPerDay: 3 }, { day, number })).toBe(turn)
})

describe('laying out options', () => {
  test('puts the key in every place about equally often', () => {
    const places = [0, 0, 0, 0]
    for (let i = 0; i < 800; i++) {
      const [item] = layOut(air.slice(0, 1), seeded(`attempt ${i}`))
      const place = item?.order.indexOf('a') ?? -1
      places[place] = (places[place] ?? 0) + 1
    }
    for (const count of places) expect(Math.abs(count - 200)).toBeLessThan(60)
  })
})
