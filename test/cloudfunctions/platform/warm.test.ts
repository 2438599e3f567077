import { warm } from '../../../cloudfunctions/platform/warm'

const counted = (holds?: (value: number, now: number) => boolean) => {
  let loads = 0
  const load = () => Promise.resolve((loads += 1))
  return warm({ lifetime: 1000, load, ...(holds ? { holds } : {}) })
}

test.each([
  ['within its lifetime what was read is kept', 999, 1],
  ['after it, it is read again', 1000, 2],
  ['and when the clock jumps back as far', -1000, 2],
])('%s', async (_name, elapsed, loads) => {
  const ask = counted()
  await ask(5000)
  expect(await ask(5000 + elapsed)).toBe(loads)
})

test('what no longer holds is read again, however young', async () => {
  const ask = counted((_value, now) => now < 5010)
  await ask(5000)
  expect([await ask(5009), await ask(5010)]).toEqual([1, 2])
})

test('a reading that fails is not kept', async () => {
  let fails = true
  const ask = warm({
    lifetime: 1000,
    load: () => (fails ? Promise.reject(new Error('busy')) : Promise.resolve('read')),
  })
  await expect(ask(0)).rejects.toThrow('busy')
  fails = false
  expect(await ask(1)).toBe('read')
})
