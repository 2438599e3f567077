import { FieldHand } from '../../support/field-hand'

const options = [
  { value: 'all', text: '全部', count: 12 },
  { value: 'photo', text: '摄影', count: 0 },
  { value: 'video', text: '微视频' },
]
const bar = (properties: object) => new FieldHand('filter-bar', { options, ...properties }, ['change'])

test('marks the one that is chosen, counts, also nothing, and tells another', async () => {
  const hand = bar({ value: 'all' })
  expect([hand.texts('chosen'), hand.texts('count')]).toEqual([['全部12'], ['12', '0']])
  await hand.tap('.pill', 0)
  await hand.tap('.pill', 2)
  expect(hand.said).toEqual([['change', { value: 'video' }]])
})

test('adds and takes away where several can be chosen', async () => {
  const hand = bar({ several: true, values: ['photo'] })
  await hand.tap('.pill', 2)
  await hand.tap('.pill', 1)
  expect(hand.said).toEqual([
    ['change', { values: ['photo', 'video'] }],
    ['change', { values: [] }],
  ])
})
