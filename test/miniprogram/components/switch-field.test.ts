import { FieldHand } from '../../support/field-hand'

test.each([
  [true, '开'],
  [false, '关'],
])('says in a word that it is %s, and tells the other when its row is tapped', async (value, word) => {
  const hand = new FieldHand('switch-field', { label: '公开展示', value })
  expect(hand.texts('state')).toEqual([word])
  await hand.tap('.row')
  expect(hand.said).toEqual([
    ['change', { name: 'it', value: !value }],
    ['leave', { name: 'it' }],
  ])
})

test('does nothing while disabled', async () => {
  const hand = new FieldHand('switch-field', { label: '公开展示', disabled: true })
  await hand.tap('.row')
  expect(hand.said).toEqual([])
})
