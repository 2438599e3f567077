import { chosenName, chosenUnit, unitChoice } from '../../../miniprogram/components/unit-field/unit-choice'
import { FieldHand } from '../../support/field-hand'

const museum = { value: 'unit-museum 太原 环境科普馆', text: '太原 环境科普馆', note: '太原市' }
const field = (value = '') =>
  new FieldHand('unit-field', { label: '上级单位', note: '输入几个字来找。', value }, ['search', 'change', 'leave'])

test('a unit and its field say the same, with spaces in the name, and none is none', () => {
  const unit = { id: 'unit-museum', name: '太原 环境科普馆' }
  expect(unitChoice(unit)).toBe(museum.value)
  expect([chosenUnit(museum.value), chosenName(museum.value)]).toEqual([unit.id, unit.name])
  expect([unitChoice(null), chosenUnit(''), chosenName('')]).toEqual(['', null, ''])
})

test('shows the name of what is chosen, or that nothing is', () => {
  expect([field(museum.value).texts('shown'), field().texts('empty')]).toEqual([['太原 环境科普馆'], ['不选']])
})

test('asks for what is typed, and tells the unit that is tapped', async () => {
  const hand = field()
  await hand.tap('.control')
  expect(hand.texts('nothing')).toEqual(['输入几个字来找。'])
  await hand.happens('search', '.search-bar', { text: '太原' })
  hand.give({ found: [museum] })
  await hand.tap('.list >>> .choice', 0)
  expect(hand.said).toEqual([
    ['search', { text: '' }],
    ['search', { text: '太原' }],
    ['change', { name: 'it', value: museum.value }],
    ['leave', { name: 'it' }],
  ])
})
