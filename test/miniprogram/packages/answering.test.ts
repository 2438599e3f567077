import { choose, onScreen, turnTo } from '../../../miniprogram/packages/quiz/play/answering'
import type { Draft } from '../../../miniprogram/stores/attempt'

const draft = (change: Partial<Draft> = {}): Draft => ({
  ticket: 't',
  number: 1,
  startedAt: 0,
  deadline: 300_000,
  questions: [
    { category: 'air', kind: 'single', stem: '一', options: ['甲', '乙'], picture: null },
    { category: 'water', kind: 'multiple', stem: '二', options: ['甲', '乙', '丙'], picture: null },
  ],
  answers: [[], []],
  at: 0,
  submissionKey: 'k',
  sent: false,
  ...change,
})

test.each([
  ['a single choice replaces the one before', draft({ answers: [[0], []] }), 1, [[1], []]],
  ['a single choice tapped again stays', draft({ answers: [[1], []] }), 1, [[1], []]],
  ['a multiple choice gathers', draft({ at: 1, answers: [[], [0]] }), 2, [[], [0, 2]]],
  ['a multiple choice tapped again goes', draft({ at: 1, answers: [[], [0, 2]] }), 0, [[], [2]]],
  ['a position off the options changes nothing', draft(), 2, [[], []]],
  ['no position changes nothing', draft(), -1, [[], []]],
])('%s', (_name, before, position, after) => {
  expect(choose(before, position).answers).toEqual(after)
})

test.each([
  [1, 1],
  [2, 0],
  [-1, 0],
])('turning to %d shows %d', (to, at) => {
  expect(turnTo(draft(), to).at).toBe(at)
})

test('the screen shows the question, what is chosen, and where one stands', () => {
  expect(onScreen(draft({ at: 1, answers: [[0], [2]] }))).toEqual({
    at: 1,
    last: 1,
    category: '水环境',
    kind: '多选，选全才得分',
    stem: '二',
    picture: null,
    role: 'checkbox',
    options: [
      { letter: 'A', text: '甲', chosen: false },
      { letter: 'B', text: '乙', chosen: false },
      { letter: 'C', text: '丙', chosen: true },
    ],
    place: '第 2 题，共 2 题，打开答题卡',
    marks: [
      { state: 'done', done: true, label: '第 1 题，已答' },
      { state: 'here', done: true, label: '第 2 题，已答' },
    ],
    blankNote: '题目都答好了，交卷后不能再改。',
  })
})
