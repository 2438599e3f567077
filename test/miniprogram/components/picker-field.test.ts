import simulate from 'miniprogram-simulate'
import { FieldHand } from '../../support/field-hand'

const unit = (number: number) => ({
  value: `u${number}`,
  text: `第 ${number} 中学`,
  note: number > 100 ? '大同市' : '太原市',
})
const units = (count: number) => Array.from({ length: count }, (_, index) => unit(index + 1))
const field = (count: number, value = '') =>
  new FieldHand('picker-field', { label: '单位', options: units(count), value })

test('shows what is chosen, or asks to choose', () => {
  expect([field(3, 'u2').texts('shown'), field(3).texts('empty')]).toEqual([['第 2 中学'], ['请选择']])
})

test('opens its choices, tells the one tapped and closes', async () => {
  const hand = field(3)
  expect(hand.texts('choice')).toEqual([])
  await hand.tap('.control')
  expect(hand.texts('text')).toEqual(['第 1 中学', '第 2 中学', '第 3 中学'])
  await hand.tap('.list >>> .choice', 1)
  expect(hand.said).toEqual([
    ['change', { name: 'it', value: 'u2' }],
    ['leave', { name: 'it' }],
  ])
  expect(hand.texts('choice')).toEqual([])
})

test('draws a part of a long list, says how many more there are, and finds the rest by words', async () => {
  const hand = field(150)
  await hand.tap('.control')
  expect([hand.texts('choice').length, hand.texts('nothing')]).toEqual([
    60,
    ['还有 90 个没有列出，多输几个字就能找到。'],
  ])
  await hand.happens('search', '.search-bar', { text: '大同' })
  expect([hand.texts('choice').length, hand.texts('nothing')]).toEqual([50, []])
  await hand.happens('search', '.search-bar', { text: '小学' })
  expect([hand.texts('choice').length, hand.texts('nothing')]).toEqual([0, ['没有找到，换几个字试试。']])
})

test('closed without a choice tells only that it was left; disabled it does not open', async () => {
  const hand = field(3)
  await hand.tap('.control')
  await hand.happens('close', '.sheet')
  expect([hand.said, hand.texts('choice')]).toEqual([[['leave', { name: 'it' }]], []])
  hand.give({ disabled: true })
  await hand.tap('.control')
  await simulate.sleep(10)
  expect(hand.texts('choice')).toEqual([])
})
