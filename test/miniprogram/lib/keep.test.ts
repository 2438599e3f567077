import * as v from 'valibot'
import { keptStore } from '../../../miniprogram/lib/keep'
import { installPlatformPhone, type PlatformPhone } from '../../support/platform-phone'

let phone: PlatformPhone
beforeEach(() => {
  phone = installPlatformPhone()
})

const kept = () => keptStore('count', v.number(), 0)

test('what is set is there after the app was closed', () => {
  kept().set(7)
  expect(kept().get()).toBe(7)
})

test.each([['a text'], [null], [{ count: 7 }]])('what an older app left as %j is not believed', left => {
  phone.storage.set('count', left)
  expect(kept().get()).toBe(0)
})

test('a broken storage costs the memory across restarts and nothing else', () => {
  phone.breakStorage()
  const store = kept()
  const heard: number[] = []
  store.listen(() => heard.push(store.get()))
  store.set(7)
  expect([store.get(), heard]).toEqual([7, [7]])
})
