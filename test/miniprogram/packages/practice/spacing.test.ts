import type { Rating, Review } from '../../../../miniprogram/contract/practice-logs'
import { DAY, type Instant, MINUTE } from '../../../../miniprogram/contract/time'
import { memoryOf } from '../../../../miniprogram/packages/practice/learning/spacing'

const START = Date.parse('2022-12-29T12:30:00+08:00')

const answer = (at: Instant, rating: Rating): Review => ({ at, salt: 'aaa', rating })

/** Answers a question each time when it is due; the days until the next time. */
function intervalsOf(ratings: readonly Rating[]): number[] {
  const reviews: Review[] = []
  return ratings.map(rating => {
    reviews.push(answer(memoryOf([...reviews])?.due ?? START, rating))
    return memoryOf([...reviews])?.interval ?? -1
  })
}

/** Answers after so many days each. */
const answered = (ratings: readonly Rating[], days: readonly number[]): Review[] => {
  let at = START
  return ratings.map((rating, i) => answer((at += (days[i] ?? 0) * DAY), rating))
}

/** Numbers published with FSRS-6 in the library's repository, packages/fsrs/__tests__/FSRS-6.test.ts. */
describe('the published vectors of FSRS-6', () => {
  test('the days of thirteen answers, each given when due', () => {
    const ratings: Rating[] = [3, 3, 3, 3, 3, 3, 1, 1, 3, 3, 3, 3, 3]
    expect(intervalsOf(ratings)).toEqual([0, 2, 11, 46, 163, 498, 0, 0, 2, 4, 7, 12, 21])
  })

  test('the memory after six answers', () => {
    const memory = memoryOf(answered([1, 3, 3, 3, 3, 3], [0, 0, 1, 3, 8, 21]))
    expect(memory?.stability).toBeCloseTo(53.62691, 4)
    expect(memory?.difficulty).toBeCloseTo(6.3574867, 4)
  })

  test('the memory after one answer of each kind', () => {
    const first = ([1, 2, 3, 4] as const).map(rating => memoryOf([answer(START, rating)]))
    expect(first.map(memory => memory?.stability)).toEqual([0.212, 1.2931, 2.3065, 8.2956])
    expect(first.map(memory => memory?.difficulty)).toEqual([6.4133, 5.11217071, 2.11810397, 1])
    expect(first.map(memory => memory?.interval)).toEqual([0, 0, 0, 8])
    expect(first.map(memory => memory?.isLearnt)).toEqual([false, false, false, true])
  })
})

test('a question never answered has no memory', () => {
  expect(memoryOf([])).toBeNull()
})

test('an evening and the next morning are two days in Beijing, though one in Greenwich', () => {
  const evening = Date.parse('2026-09-18T21:00:00+08:00')
  const within = memoryOf([answer(evening, 3), answer(evening + 20 * MINUTE, 3)])
  const overNight = memoryOf([answer(evening, 3), answer(Date.parse('2026-09-19T07:00:00+08:00'), 3)])
  expect(overNight?.stability).not.toBe(within?.stability)
  expect(within?.due).toBe(evening + 20 * MINUTE + 2 * DAY)
})
