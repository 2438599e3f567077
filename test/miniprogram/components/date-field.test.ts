import { FieldHand } from '../../support/field-hand'

const field = (value = '') =>
  new FieldHand('date-field', { label: '日期', min: '2026-01-01', max: '2026-12-31', value })

test('shows the day in words, and asks to choose where there is none', () => {
  expect([field('2026-05-02').texts('shown'), field().texts('empty'), field('2026-02-30').texts('empty')]).toEqual([
    ['2026 年 5 月 2 日'],
    ['请选择'],
    ['请选择'],
  ])
})

test('tells the day that was chosen, as it is written everywhere', async () => {
  const hand = field()
  await hand.happens('change', '.wheel', { value: '2026-05-22' })
  expect(hand.said).toEqual([
    ['change', { name: 'it', value: '2026-05-22' }],
    ['leave', { name: 'it' }],
  ])
})

test.each(['2025-12-31', '2027-01-01', 'tomorrow'])('takes no day outside its bounds: %s', async day => {
  const hand = field()
  await hand.happens('change', '.wheel', { value: day })
  expect(hand.said.filter(([event, detail]) => event === 'change' && JSON.stringify(detail).includes('it'))).toEqual([])
})
