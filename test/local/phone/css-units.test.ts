import { toPhoneUnits } from '../../../local/phone/shared/css-units'

test.each([
  ['750rpx are the width of the screen', '750rpx', '100vw'],
  ['rpx inside a function', 'calc(100% - 30rpx)', 'calc(100% - 4vw)'],
  ['fractions and signs', '-1.5rpx .75rpx', '-0.2vw 0.1vw'],
  ['a height of the page area', 'calc(50vh + 10px)', 'calc(calc(var(--vh) * 50) + 10px)'],
  ['other names for it', '100dvh', 'calc(var(--vh) * 100)'],
  ['safe areas of the emulated screen', 'env(safe-area-inset-bottom)', 'var(--safe-bottom)'],
  ['with a fallback, and by the old name', 'constant(safe-area-inset-top, 20px)', 'var(--safe-top)'],
  ['a picture as text', 'url(data:image/png;base64,AA5rpx/10vh+)', 'url(data:image/png;base64,AA5rpx/10vh+)'],
  ['a text', `'5rpx'`, `'5rpx'`],
  ['a name with a unit in it', 'var(--w5rpx)', 'var(--w5rpx)'],
  ['other units', '10px 2em 3vw', '10px 2em 3vw'],
])('%s', (_what, value, expected) => {
  expect(toPhoneUnits(value)).toBe(expected)
})
