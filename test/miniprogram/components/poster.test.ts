import { countOf, rendered, textAt } from '../../support/simulated'

test('until it is painted there is a word in its place', () => {
  const shown = rendered('poster', { label: '今天的成绩' })
  expect([textAt(shown, '.waiting'), countOf(shown, '.picture')]).toEqual(['正在画海报', 0])
})
