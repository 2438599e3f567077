import { FieldHand } from '../../support/field-hand'

const options = [
  { value: 'pupil', text: '小学生', note: '由家长陪同' },
  { value: 'adult', text: '成年人' },
  { value: 'unit', text: '单位', disabled: true },
]
const field = (properties: object = {}) => new FieldHand('choice-field', { label: '组别', options, ...properties })

test('shows every choice with its note and marks the one that is chosen', () => {
  const hand = field({ value: 'adult' })
  expect([hand.texts('text'), hand.texts('note'), hand.texts('chosen')]).toEqual([
    ['小学生', '成年人', '单位'],
    ['由家长陪同'],
    ['成年人'],
  ])
})

test('tells the one tapped, and is done', async () => {
  const hand = field()
  await hand.tap('.list >>> .choice', 0)
  expect(hand.said).toEqual([
    ['change', { name: 'it', value: 'pupil' }],
    ['leave', { name: 'it' }],
  ])
})

test('tells nothing of a choice that cannot be made, nor of any while it is disabled', async () => {
  const hand = field()
  await hand.tap('.list >>> .choice', 2)
  const disabled = field({ disabled: true })
  await disabled.tap('.list >>> .choice', 0)
  expect([hand.said, disabled.said]).toEqual([[], []])
})
