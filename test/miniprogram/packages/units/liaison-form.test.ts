import { draftOf, liaisonKit } from '../../../../miniprogram/packages/units/liaison/liaison-form'

const good = { name: '王建国', duty: '科长', phone: '13800138000', mail: 'wang@example.cn' }

const wrongIn = (change: Partial<typeof good>): string[] => {
  const { errors } = liaisonKit.form.submit(liaisonKit.form.begin({ ...good, ...change })).state
  return Object.entries(errors).flatMap(([name, sentence]) => (sentence === '' ? [] : [name]))
}

test.each([
  ['a mobile', '13800138000', []],
  ['a landline', '0349-2024567', []],
  ['a landline with an extension', '010-12345678-801', []],
  ['too short a mobile', '1380013800', ['phone']],
  ['a landline without its area', '2024567', ['phone']],
  ['words', '办公室', ['phone']],
])('%s is judged right', (_name, phone, fields) => {
  expect(wrongIn({ phone })).toEqual(fields)
})

test.each([
  ['one letter', '王', ['name']],
  ['thirty letters', '王'.repeat(30), []],
  ['a hundred letters', '王'.repeat(100), ['name']],
  ['a right-to-left name', 'محمد علي', []],
])('a name of %s', (_name, name, fields) => {
  expect(wrongIn({ name })).toEqual(fields)
})

test('a change begins from what is named', () => {
  expect(draftOf({ ...good, namedAt: 5, late: true, version: 3 })).toEqual(good)
  expect(draftOf(null)).toEqual({})
})
