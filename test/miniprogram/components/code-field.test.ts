import { FieldHand } from '../../support/field-hand'

const field = (properties: object = {}) =>
  new FieldHand('code-field', { label: '邀请码', ...properties }, ['change', 'complete', 'leave'])

test('takes a code however it is written, and tells its letters alone', async () => {
  const hand = field()
  await hand.type('.code', 'k7m')
  await hand.type('.code', 'k7mq-2rxd extra')
  expect(hand.said).toEqual([
    ['change', { name: 'it', value: 'K7M' }],
    ['change', { name: 'it', value: 'K7MQ2RXD' }],
    ['complete', { name: 'it', value: 'K7MQ2RXD' }],
  ])
})

test('tells nothing when only the gaps change', async () => {
  const hand = field({ value: 'K7MQ2' })
  await hand.type('.code', 'K7MQ2')
  expect(hand.said).toEqual([])
})

test('shows a given code in groups', () => {
  expect(field({ value: 'k7mq2rxd' }).data('shown')).toBe('K7MQ 2RXD')
  expect(field({ value: 'k7mq2r', length: 6, group: 3 }).data('shown')).toBe('K7M Q2R')
})
