import { leastReadingTime, suspicionsOf } from '../../../cloudfunctions/quiz/suspicion-rules'
import { question } from '../../support/questions'

const long = '这道题的题干有二十个字这道题的题干有二十字'
/** Eight choices of one of four; each is 25 characters to read, which is one second at the very least. */
const paper = Array.from({ length: 8 }, (_, i) => {
  const asked = { ...question({ id: `air-0${i + 1}` }), stem: long }
  return { question: asked, order: ['a', 'b', 'c', 'd'] }
})
const single = (places: readonly number[]) => places.map(place => [place])
const mixed = single([0, 1, 2, 3, 0, 1, 2, 3])
const judging = paper.map((item, i) =>
  i === 0 ? { ...item, question: { ...item.question, kind: 'true-false' as const } } : item,
)

test('a second is needed for 25 characters of what was answered', () => {
  expect(leastReadingTime(paper, mixed)).toBe(8)
  expect(leastReadingTime(paper, [[0], [1], [], [], [], [], [], []])).toBe(2)
})

test.each([
  ['read and answered', paper, mixed, 8, []],
  ['faster than anybody reads', paper, mixed, 7, ['too-fast']],
  ['handed in blank at once', paper, paper.map(() => []), 0, []],
  ['one column down', paper, single([2, 2, 2, 2, 2, 2, 2, 2]), 60, ['same-places']],
  ['one column but one', paper, single([2, 2, 2, 2, 2, 2, 2, 1]), 60, []],
  ['one column but a blank', paper, [...single([2, 2, 2, 2, 2, 2, 2]), []], 60, []],
  ['one column of seven choices', paper.slice(1), single([2, 2, 2, 2, 2, 2, 2]), 60, []],
  ['one column of seven choices and a judgement', judging, single([2, 2, 2, 2, 2, 2, 2, 2]), 60, []],
  ['both', paper, single([0, 0, 0, 0, 0, 0, 0, 0]), 1, ['too-fast', 'same-places']],
])('a paper %s', (_name, laidOut, answers, seconds, suspicions) => {
  expect(suspicionsOf(laidOut, answers, seconds)).toEqual(suspicions)
})
