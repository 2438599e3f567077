import { FieldHand } from '../../support/field-hand'

const options = [
  {
    value: '14',
    text: '山西省',
    children: [
      { value: '1401', text: '太原市' },
      { value: '1402', text: '大同市' },
    ],
  },
  { value: '11', text: '北京市' },
]
const field = (value: object | null = null) => new FieldHand('region-field', { label: '地区', options, value })

test('asks for the province and then for its city', async () => {
  const hand = field()
  await hand.tap('.control')
  expect([hand.texts('title'), hand.texts('text')]).toEqual([['地区'], ['山西省', '北京市']])
  await hand.tap('.list >>> .choice', 0)
  expect([hand.texts('title'), hand.texts('text'), hand.said]).toEqual([['山西省'], ['太原市', '大同市'], []])
  await hand.tap('.list >>> .choice', 1)
  expect(hand.said).toEqual([
    ['change', { name: 'it', value: { province: '14', city: '1402' } }],
    ['leave', { name: 'it' }],
  ])
})

test('goes back from the cities to the provinces', async () => {
  const hand = field()
  await hand.tap('.control')
  await hand.tap('.list >>> .choice', 0)
  await hand.happens('back', '.sheet')
  expect(hand.texts('text')).toEqual(['山西省', '北京市'])
})

test('is done at once where a province has no cities', async () => {
  const hand = field()
  await hand.tap('.control')
  await hand.tap('.list >>> .choice', 1)
  expect(hand.said[0]).toEqual(['change', { name: 'it', value: { province: '11', city: '' } }])
})

test('shows and marks where one is', async () => {
  const hand = field({ province: '14', city: '1401' })
  expect(hand.texts('shown')).toEqual(['山西省 · 太原市'])
  await hand.tap('.control')
  expect(hand.texts('chosen')).toEqual(['山西省'])
  await hand.tap('.list >>> .choice', 0)
  expect(hand.texts('chosen')).toEqual(['太原市'])
})
