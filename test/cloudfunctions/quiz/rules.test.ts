import { createHash } from 'node:crypto'
import {
  answersFit,
  chosenIds,
  drawQuestions,
  layOut,
  nextNumber,
  type Rank,
  review,
  score,
  sealed,
  secondsUsed,
  stateOf,
} from '../../../cloudfunctions/quiz/rules'
import { question } from '../../support/questions'

const seeded =
  (seed: string): Rank =>
  label =>
    createHash('sha256').update(`${seed} ${label}`).digest('hex')

const DAY = '2026-09-18'
const air = Array.from({ length: 9 }, (_, i) => question({ id: `air-0${i + 1}` }))
const water = Array.from({ length: 6 }, (_, i) => question({ id: `water-0${i + 1}`, category: 'water' }))
const bank = [...air, ...water]
const blueprint = [
  { category: 'air', count: 3 },
  { category: 'water', count: 2 },
] as const

const draw = (seed: string, number = 1) => drawQuestions(bank, blueprint, { number, day: DAY }, seeded(seed)) ?? []
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

  test('repeats no question through the attempts of a day while the category lasts', () => {
    const three = [1, 2, 3].flatMap(number => ids(draw('a', number)))
    expect(new Set(three).size).toBe(three.length)
  })

  test('begins a category again when it is used up, without doubling a question inside a paper', () => {
    const fourth = ids(draw('a', 4))
    expect(new Set(fourth).size).toBe(5)
  })

  test('asks every question about equally often', () => {
    const asked = new Map<string, number>()
    for (let i = 0; i < 900; i++) for (const id of ids(draw(`person ${i}`))) asked.set(id, (asked.get(id) ?? 0) + 1)
    for (const { id } of air) expect(Math.abs((asked.get(id) ?? 0) - 300)).toBeLessThan(75)
  })

  test.each([
    ['not yet valid', question({ id: 'air-91', validFrom: '2026-09-19' })],
    ['no longer valid', question({ id: 'air-92', validTo: '2026-09-17' })],
    ['of one source only', question({ id: 'air-93', evidence: 'B' })],
  ])('leaves out a question that is %s', (_name, outsider) => {
    const one = [{ category: 'air', count: 1 }] as const
    expect(drawQuestions([outsider], one, { number: 1, day: DAY }, seeded('a'))).toBeNull()
    expect(drawQuestions([outsider, ...air.slice(0, 1)], one, { number: 1, day: DAY }, seeded('a'))).toEqual(
      air.slice(0, 1),
    )
  })

  test.each([
    ['its first day', question({ id: 'air-94', validFrom: DAY })],
    ['its last day', question({ id: 'air-95', validTo: DAY })],
  ])('asks a question on %s', (_name, insider) => {
    const one = [{ category: 'air', count: 1 }] as const
    expect(drawQuestions([insider], one, { number: 1, day: DAY }, seeded('a'))).toEqual([insider])
  })

  test('refuses a bank too small for the blueprint', () => {
    expect(drawQuestions(air, blueprint, { number: 1, day: DAY }, seeded('a'))).toBeNull()
  })
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

  test('seals everything that tells the answer or names the question', () => {
    const [item] = layOut(air.slice(0, 1), seeded('a'))
    if (!item) throw new Error('nothing laid out')
    expect(Object.keys(sealed(item)).sort()).toEqual(['category', 'kind', 'options', 'picture', 'stem'])
    expect([...sealed(item).options].sort()).toEqual(['丁', '丙', '乙', '甲'])
  })
})

const single = question({ id: 'air-01', key: ['b'] })
const multiple = question({ id: 'air-02', kind: 'multiple', key: ['a', 'c'] })
const inOrder = [single, multiple].map(each => ({ question: each, order: each.options.map(({ id }) => id) }))

describe('answers', () => {
  test.each([
    ['fits', [[1], [0, 2]], true],
    ['may leave questions blank', [[], []], true],
    ['has a question too few', [[1]], false],
    ['has a question too many', [[1], [0], [0]], false],
    ['chooses an option that is not there', [[4], []], false],
    ['chooses two where one is asked', [[0, 1], []], false],
    ['chooses one option twice', [[1], [0, 0]], false],
    ['chooses more than there are', [[1], [0, 1, 2, 3, 0]], false],
  ])('a sheet that %s', (_name, answers, fits) => {
    expect(answersFit(inOrder, answers)).toBe(fits)
  })

  test.each([
    ['both right', [[1], [2, 0]], 2, 100],
    ['half of a multiple choice counts for nothing', [[1], [0]], 1, 50],
    ['one too many counts for nothing', [[1], [0, 1, 2]], 1, 50],
    ['all wrong', [[0], [1]], 0, 0],
    ['all blank', [[], []], 0, 0],
  ])('%s', (_name, answers, right, points) => {
    expect(score(review(inOrder, chosenIds(inOrder, answers)))).toEqual({ right, score: points })
  })

  test('are judged in the order this attempt shows', () => {
    const turned = [{ question: single, order: ['d', 'c', 'b', 'a'] }]
    expect(review(turned, chosenIds(turned, [[2]]))).toEqual([
      {
        category: 'air',
        kind: 'single',
        stem: '题干 air-01',
        options: ['丁', '丙', '乙', '甲'],
        picture: null,
        chosen: [2],
        key: [2],
        right: true,
        explanation: single.explanation,
        source: single.source,
      },
    ])
  })
})

describe('an attempt', () => {
  const attempt = { state: 'open' as const, startedAt: 0, deadline: 300_000 }

  test.each([
    [300_000, 'open'],
    [320_000, 'open'],
    [320_001, 'expired'],
  ])('at %d is %s', (now, state) => {
    expect(stateOf(attempt, now)).toBe(state)
  })

  test('that is submitted never expires', () => {
    expect(stateOf({ ...attempt, state: 'submitted' }, 9_000_000)).toBe('submitted')
  })

  test.each([
    [138_400, 138],
    [300_000, 300],
    [315_000, 300],
  ])('submitted at %d took %d seconds', (now, seconds) => {
    expect(secondsUsed(attempt, now)).toBe(seconds)
  })

  test.each([
    [[], 1],
    [[1], 2],
    [[3, 1], 2],
    [[1, 2, 3], null],
  ])('after %j the next is %p', (used, next) => {
    expect(nextNumber(used, 3)).toBe(next)
  })
})
