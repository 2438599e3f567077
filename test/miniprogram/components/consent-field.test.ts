import { FieldHand } from '../../support/field-hand'

const links = [
  { name: 'privacy', text: '《个人信息保护说明》' },
  { name: 'works', text: '《授权须知》' },
]
const field = (properties: object = {}) =>
  new FieldHand('consent-field', { text: '我已读过', links, ...properties }, ['change', 'leave', 'open'])

test('is never ticked by anybody but the person', async () => {
  const hand = field({ value: true })
  expect(hand.texts('ticked')).toHaveLength(0)
  await hand.tap('.row')
  expect([hand.texts('ticked').length, hand.said[0]]).toEqual([1, ['change', { name: 'it', value: true }]])
  hand.give({ value: true })
  expect(hand.texts('ticked')).toHaveLength(1)
})

test('loses its tick by a second tap, and when the page takes the consent back', async () => {
  const hand = field()
  await hand.tap('.row')
  hand.give({ value: true })
  hand.give({ value: false })
  expect(hand.texts('ticked')).toHaveLength(0)
  await hand.tap('.row')
  await hand.tap('.row')
  expect(hand.said.at(-2)).toEqual(['change', { name: 'it', value: false }])
})

test('opens what is to be read without ticking anything', async () => {
  const hand = field()
  await hand.tap('.link', 1)
  expect([hand.said, hand.texts('ticked').length]).toEqual([[['open', { name: 'it', document: 'works' }]], 0])
})
