import { distributionText, percentText, stepState, trendText } from '../../../miniprogram/copy/figures'

test.each([
  [-1, '0%'],
  [0, '0%'],
  [0.002, '1%'],
  [0.255, '26%'],
  [0.999, '99%'],
  [1, '100%'],
  [1.2, '100%'],
])('a share of %d reads %s: little is not nothing, and nearly all is not all', (share, text) => {
  expect(percentText(share)).toBe(text)
})

const days = [
  { label: '7 月 1 日', value: 12 },
  { label: '7 月 2 日', value: 56 },
  { label: '7 月 3 日', value: 30 },
]

test('a trend is told by its first, its last and its highest day', () => {
  expect(trendText('答题的人', '人', days, days[1])).toBe(
    '答题的人，3 天，从 7 月 1 日 12 人到 7 月 3 日 30 人，最高 7 月 2 日 56 人',
  )
  expect(trendText('答题的人', '人', [], undefined)).toBe('答题的人，还没有数据')
})

test('a distribution is told step by step, with one’s own place', () => {
  const bins = [
    { label: '0–49', count: 3 },
    { label: '50–100', count: 9 },
  ]
  expect(distributionText('得分', '人', bins, 1)).toBe('得分，0–49 3 人，50–100 9 人，你在这里：50–100')
  expect(distributionText('得分', '人', bins, -1)).toBe('得分，0–49 3 人，50–100 9 人')
})

test.each([
  ['done', '已完成'],
  ['current', '进行中'],
  ['todo', '还没到'],
])('a step that is %s reads %s', (state, text) => {
  expect(stepState(state)).toBe(text)
})
