import { FieldHand } from '../../support/field-hand'

const field = (properties: object = {}) => new FieldHand('text-field', { label: '作品名称', ...properties })

test('shows its label, that it must be filled in, and what is wrong in place of the hint', () => {
  const plain = field({ hint: '写个名字' })
  expect([plain.texts('label'), plain.texts('required'), plain.texts('hint')]).toEqual([['作品名称'], [], ['写个名字']])
  const wrong = field({ hint: '写个名字', error: '请填写作品名称。', required: true })
  expect([wrong.texts('required'), wrong.texts('hint'), wrong.texts('sentence')]).toEqual([
    ['必填'],
    [],
    ['请填写作品名称。'],
  ])
})

test('tells every change once, and when it is left', async () => {
  const hand = field()
  await hand.type('.input', '翠')
  await hand.type('.input', '翠鸟')
  await hand.happens('blur', '.input', { value: '翠鸟' })
  expect(hand.said).toEqual([
    ['change', { name: 'it', value: '翠' }],
    ['change', { name: 'it', value: '翠鸟' }],
    ['leave', { name: 'it' }],
  ])
})

test('tells what WeChat filled in when it is left, as a nickname is', async () => {
  const hand = field({ type: 'nickname' })
  await hand.happens('blur', '.input', { value: '小溪' })
  expect(hand.said).toEqual([
    ['change', { name: 'it', value: '小溪' }],
    ['leave', { name: 'it' }],
  ])
})

test('does not write again what was typed, and does write what the page makes of it', async () => {
  const hand = field()
  await hand.type('.input', '翠鸟')
  hand.give({ value: '翠鸟' })
  expect(hand.data('shown')).toBe('')
  hand.give({ value: '清晨的翠鸟' })
  expect(hand.data('shown')).toBe('清晨的翠鸟')
})

test('counts where there is a limit', () => {
  expect(field({ value: '清晨的翠鸟', maxlength: 20 }).texts('count')).toEqual(['5 / 20'])
  expect(field({ value: '清晨的翠鸟' }).texts('count')).toEqual([])
})

test('is cleared with a button that is there only when there is something to clear', async () => {
  expect([field().texts('clear'), field({ value: '鸟', disabled: true }).texts('clear')]).toEqual([[], []])
  const hand = field({ value: '翠鸟' })
  await hand.tap('.clear')
  expect([hand.said, hand.data('shown'), hand.texts('clear')]).toEqual([
    [['change', { name: 'it', value: '' }]],
    '',
    [],
  ])
})

test('asks for digits where a phone number is wanted', () => {
  expect([field({ type: 'tel' }).data('keyboard'), field({ type: 'idcard' }).data('keyboard')]).toEqual([
    'number',
    'idcard',
  ])
})
