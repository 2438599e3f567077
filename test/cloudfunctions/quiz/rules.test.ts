import {
  answersFit,
  chosenIds,
  nextNumber,
  review,
  score,
  sealed,
  secondsUsed,
  stateOf,
} from '../../../cloudfunctions/quiz/rules'
import { leaksIn, SEALED_REPLIES } from '../../support/leaks'
import { question } from '../../support/questions'

test('what travels before the submission seals everything that tells the answer or names the question', () => {
  const asked = question({ id: 'air-01' })
  const travels = sealed({ question: asked, order: ['d', 'c', 'b', 'a'] })
  expect(Object.keys(travels).sort()).toEqual(['category', 'kind', 'options', 'picture', 'stem'])
  expect(travels.options).toEqual(['丁', '丙', '乙', '甲'])
})

test.each([
  ['cloud://env.bucket/bank/0123456789abcdef0123.webp', []],
  ['cloud://env.bucket/bank/kingfisher.webp', ['file']],
  ['cloud://env.bucket/person/question/0123456789abcdef0123.webp', ['file']],
])('a picture travels under a name that tells nothing: %s', (file, found) => {
  const picture = { file, alt: '一只动物', credit: { author: '水云间', licence: 'CC BY 4.0' } }
  const asked = { ...question({ id: 'air-01' }), picture }
  const questions = [sealed({ question: asked, order: ['a', 'b', 'c', 'd'] })]
  const opening = { ticket: 't', number: 1, startedAt: 0, deadline: 1, now: 0, questions }
  const leaks = leaksIn({ ok: true, value: opening }, SEALED_REPLIES.opening, [asked])
  expect(leaks.map(leak => /picture\.(\w+)/.exec(leak)?.[1])).toEqual(found)
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
