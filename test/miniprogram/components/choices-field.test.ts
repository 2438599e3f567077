import { FieldHand } from '../../support/field-hand'

const options = ['大气', '水', '土壤'].map(text => ({ value: text, text }))
const field = (value: string[]) => new FieldHand('choices-field', { label: '主题', options, limit: 2, value })

test('adds what is tapped and takes away what is tapped again', async () => {
  const one = field(['水'])
  await one.tap('.list >>> .choice', 0)
  await one.tap('.list >>> .choice', 1)
  expect(one.said.filter(([event]) => event === 'change')).toEqual([
    ['change', { name: 'it', value: ['水', '大气'] }],
    ['change', { name: 'it', value: [] }],
  ])
})

test('when full says so and takes no more, but lets go', async () => {
  const full = field(['水', '大气'])
  expect([full.texts('count'), full.texts('hint')]).toEqual([['已选 2 / 2'], ['最多选 2 项，想换的话先取消一项。']])
  await full.tap('.list >>> .choice', 2)
  expect(full.said).toEqual([])
  await full.tap('.list >>> .choice', 0)
  expect(full.said[0]).toEqual(['change', { name: 'it', value: ['水'] }])
})
