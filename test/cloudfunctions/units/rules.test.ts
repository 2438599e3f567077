import {
  isLate,
  liaisonDue,
  maskMail,
  maskPhone,
  nameKeyOf,
  placeOf,
  plainName,
} from '../../../cloudfunctions/units/rules'

test('a liaison officer is due until the last moment of the seventh of June in Beijing', () => {
  expect(liaisonDue(2026)).toBe(Date.parse('2026-06-07T23:59:59.999+08:00'))
  expect(isLate(Date.parse('2026-06-07T23:59:59.999+08:00'), 2026)).toBe(false)
  expect(isLate(Date.parse('2026-06-08T00:00:00+08:00'), 2026)).toBe(true)
})

test.each([
  ['朔州市科技馆', '朔州市科技馆'],
  ['  ＡＢＣ　学会 ', 'abc 学会'],
  ['朔州\u200b市\u202e科技馆', '朔州市科技馆'],
  ['🌳 环保社\ufe0f', '🌳 环保社'],
  ['جمعية البيئة', 'جمعية البيئة'],
  ['\u200b\u2060\u3164', ''],
])('%j is known as %j', (name, plain) => {
  expect(plainName(name)).toBe(plain)
})

test('names that look different are different', () => {
  expect(plainName('朔州市第一中学')).not.toBe(plainName('朔州市第二中学'))
  expect(plainName('👩‍🔬')).not.toBe(plainName('👩'))
})

test.each([
  ['13812345678', '138****5678'],
  ['0349-2081234', '034****1234'],
  ['010-12345678-1234', '010****1234'],
])('of %s is shown %s', (phone, masked) => {
  expect(maskPhone(phone)).toBe(masked)
})

test('of a mail is shown the first letter and where it goes', () => {
  expect(maskMail('wang.wu@example.cn')).toBe('w***@example.cn')
})

test('a unit stands behind its region, and its name before its id', () => {
  expect(placeOf('140600', 'abc')).toBe('140600:abc')
  expect(nameKeyOf('朔州市科技馆', 'abc')).toBe('朔州市科技馆 abc')
})
