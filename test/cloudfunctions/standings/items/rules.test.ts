import {
  abilityOf,
  chanceOf,
  discrimination,
  facility,
  flagsOf,
  guessOf,
  type ItemSums,
  measured,
  noAnswers,
  stepAfter,
  takeInAttempt,
} from '../../../../cloudfunctions/standings/item-rules'

/** So many answers of one kind: right or not, with this share of the rest right. */
interface Block {
  times: number
  right: boolean
  rest: number
}

const sumsOf = (blocks: readonly Block[], change: Partial<ItemSums> = {}): ItemSums => {
  const sum = (of: (block: Block) => number) => blocks.reduce((total, block) => total + block.times * of(block), 0)
  return {
    ...noAnswers(3),
    answers: sum(() => 1),
    right: sum(({ right }) => Number(right)),
    rest: sum(({ rest }) => rest),
    restSquares: sum(({ rest }) => rest * rest),
    restOfRight: sum(({ right, rest }) => (right ? rest : 0)),
    ...change,
  }
}

/** By hand: 20 right with rests of 0.8 (10) and 0.6 (10), 20 wrong with 0.4 (10) and 0.2 (10). */
const WORKED: readonly Block[] = [
  { times: 10, right: true, rest: 0.8 },
  { times: 10, right: true, rest: 0.6 },
  { times: 10, right: false, rest: 0.4 },
  { times: 10, right: false, rest: 0.2 },
]

describe('facility and discrimination', () => {
  test('by hand: mean 0.5, covariance 0.1, deviations 0.5 and √0.05, so 0.1 / 0.1118 = 0.894', () => {
    expect(facility(sumsOf(WORKED))).toBe(50)
    expect(discrimination(sumsOf(WORKED))).toBe(89.4)
  })

  test('the same turned round is negative', () => {
    expect(discrimination(sumsOf(WORKED.map(block => ({ ...block, right: !block.right }))))).toBe(-89.4)
  })

  test('unrelated to the rest it is nothing', () => {
    const even = [true, false].flatMap(right => [0.2, 0.8].map(rest => ({ times: 10, right, rest })))
    expect(discrimination(sumsOf(even))).toBe(0)
  })

  test.each([
    ['all right', WORKED.map(block => ({ ...block, right: true }))],
    ['all rests alike', WORKED.map(block => ({ ...block, rest: 0.7 }))],
  ])('says nothing where nothing varies: %s', (_name, blocks) => {
    expect(discrimination(sumsOf(blocks))).toBeNull()
  })

  test.each([
    [29, null],
    [30, 100],
  ])('%d answers', (times, expected) => {
    const sums = sumsOf([{ times, right: true, rest: 0.5 }])
    expect([facility(sums), measured(sums) === null]).toEqual([expected, expected === null])
  })
})

describe('flags', () => {
  const answered = (right: number, chosen: Record<string, number> = { a: 1, b: 1, c: 1 }) =>
    sumsOf(
      [
        { times: right, right: true, rest: 0.8 },
        { times: 100 - right, right: false, rest: 0.3 },
      ],
      { chosen },
    )

  test.each([
    ['nothing', answered(60), []],
    ['exactly a fifth', answered(20), []],
    ['under a fifth', answered(19), ['too-hard']],
    ['97 of 100', answered(97), []],
    ['98 of 100', answered(98), ['too-easy']],
    ['a wrong option that nobody takes', answered(60, { a: 60, b: 40 }), ['idle-option']],
    [
      'worse ones know it better',
      sumsOf(
        WORKED.map(block => ({ ...block, right: !block.right })),
        { chosen: { b: 1, c: 1 } },
      ),
      ['negative'],
    ],
    ['too few to say', sumsOf([{ times: 29, right: false, rest: 0.5 }]), []],
  ])('%s', (_name, sums, flags) => {
    expect(flagsOf(sums, ['b', 'c'])).toEqual(flags)
  })
})

describe('difficulty', () => {
  test.each([
    ['single', 4, 0.25],
    ['true-false', 2, 0.5],
    ['multiple', 4, 1 / 15],
  ] as const)('a guess at a %s of %d', (kind, options, guess) => {
    expect(guessOf(kind, options)).toBeCloseTo(guess, 10)
  })

  test.each([
    // c + (1 − c) / (1 + e^−(θ − d))
    ['even', 0, 0, 0.25, 0.625],
    ['two easier', 0, -2, 0.25, 0.9106],
    ['two harder', 0, 2, 0.25, 0.3394],
    ['without guessing', 1, 0, 0, 0.7311],
  ])('the chance %s', (_name, ability, difficulty, guess, chance) => {
    expect(chanceOf(ability, difficulty, guess)).toBeCloseTo(chance, 4)
  })

  test.each([
    [0, 1],
    [20, 0.5],
    [180, 0.1],
  ])('after %d answers one more counts %d', (answers, step) => {
    expect(stepAfter(answers)).toBeCloseTo(step, 10)
  })

  test('what the others tell: 7 of 9 without guessing are 7.5 of 10, odds of 3 to 1', () => {
    const others = Array.from({ length: 9 }, (_, i) => ({ right: i < 7, guess: 0 }))
    expect(abilityOf(others)).toBeCloseTo(Math.log(3), 10)
    expect(abilityOf([])).toBe(0)
  })

  const paper = (right: readonly boolean[]) =>
    right.map((one, i) => ({ ref: `air-${i}@1`, right: one, chosen: one ? ['a'] : [], guess: 0.25 }))

  test('an attempt moves every question by the others', () => {
    const before = new Map(paper([true, true, false]).map(({ ref }) => [ref, noAnswers(3)]))
    const after = takeInAttempt(before, paper([true, true, false]))
    // The first: one of two others right is 1.5 of 3, (0.5 − 0.25) / 0.75 = 1/3, θ = −ln 2, p = 0.5, d = 0 + (0.5 − 1).
    expect(after.get('air-0@1')).toMatchObject({
      answers: 1,
      right: 1,
      rest: 0.5,
      restOfRight: 0.5,
      blank: 0,
      chosen: { a: 1 },
    })
    expect(after.get('air-0@1')?.difficulty).toBeCloseTo(-0.5, 10)
    expect(after.get('air-2@1')).toMatchObject({ answers: 1, right: 0, rest: 1, restOfRight: 0, blank: 1, chosen: {} })
    expect(after.get('air-2@1')?.difficulty).toBeGreaterThan(0)
  })

  test('a question that is harder than its author thought is found to be so', () => {
    const refs = Array.from({ length: 10 }, (_, i) => `air-${i}@1`)
    let sums = new Map(refs.map(ref => [ref, noAnswers(3)]))
    // Question 0 is right one time in ten, every other one seven times in ten, the same in every run of ten.
    for (let person = 0; person < 200; person++)
      sums = takeInAttempt(sums, paper(refs.map((_, i) => (person * 7 + i * 3) % 10 < (i === 0 ? 1 : 7))))
    const [hard, usual] = ['air-0@1', 'air-5@1'].map(ref => measured(sums.get(ref) ?? noAnswers(3)) ?? 0)
    expect(hard).toBe(5)
    expect(usual).toBeLessThan(3.5)
  })
})
