import simulate from 'miniprogram-simulate'
import { FieldHand } from '../../support/field-hand'

const bar = (properties: object = {}) => new FieldHand('search-bar', { ...properties }, ['search', 'forget'])

test('asks once after a pause in typing', async () => {
  const hand = bar()
  await hand.type('.input', '翠')
  await hand.type('.input', ' 翠鸟 ')
  expect(hand.said).toEqual([])
  await simulate.sleep(400)
  expect(hand.said).toEqual([['search', { text: '翠鸟' }]])
})

test('asks at once from the keyboard, and not again for the same words', async () => {
  const hand = bar()
  await hand.type('.input', '湿地')
  await hand.happens('confirm', '.input', { value: '湿地' })
  await hand.happens('confirm', '.input', { value: '湿地' })
  await simulate.sleep(400)
  expect(hand.said).toEqual([['search', { text: '湿地' }]])
})

test('recalls what was looked for before, and forgets it when asked', async () => {
  const hand = bar({ history: ['翠鸟', '湿地'] })
  expect(hand.texts('chip')).toEqual(['翠鸟', '湿地'])
  await hand.tap('.forget')
  await hand.tap('.chip', 1)
  expect([hand.said, hand.data('shown'), hand.texts('chip')]).toEqual([
    [
      ['forget', undefined],
      ['search', { text: '湿地' }],
    ],
    '湿地',
    [],
  ])
})

test('cleared it asks for everything again', async () => {
  const hand = bar()
  await hand.type('.input', '湿地')
  await hand.happens('confirm', '.input')
  await hand.tap('.clear')
  expect([hand.said.at(-1), hand.texts('clear')]).toEqual([['search', { text: '' }], []])
})
