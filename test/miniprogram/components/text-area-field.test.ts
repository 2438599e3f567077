import { FieldHand } from '../../support/field-hand'

test('tells its text, counts it, and says when it is left', async () => {
  const hand = new FieldHand('text-area-field', { label: '说明', value: '', maxlength: 300 })
  await hand.type('.area', '小河边')
  await hand.happens('blur', '.area')
  expect(hand.said).toEqual([
    ['change', { name: 'it', value: '小河边' }],
    ['leave', { name: 'it' }],
  ])
  expect(hand.texts('count')).toEqual(['3 / 300'])
})
