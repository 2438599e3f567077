import * as v from 'valibot'
import { people } from '../../../miniprogram/contract/people'
import { sendOnce } from '../../../miniprogram/lib/send-once'
import { installPlatformPhone, type PlatformPhone } from '../../support/platform-phone'

let phone: PlatformPhone
beforeEach(() => {
  jest.useFakeTimers()
  phone = installPlatformPhone()
})
afterEach(() => {
  jest.useRealTimers()
})

const fine = () => Promise.resolve({ result: { ok: true, value: null } })
const refused = () => Promise.resolve({ result: { ok: false, error: { code: 'already-decided' } } })
const lost = () => Promise.reject(Object.assign(new Error('lost'), { errMsg: 'request:fail net::ERR' }))

async function means(id: string): Promise<void> {
  const sent = sendOnce(people.decideText, { id, passes: true }).catch(() => undefined)
  await jest.advanceTimersByTimeAsync(60_000)
  await sent
}

const keys = () =>
  phone.sent.map(request => v.parse(v.object({ data: v.object({ key: v.string() }) }), request).data.key)

test('what got no answer goes out under the same key when it is meant again', async () => {
  phone.answers = [lost, lost, lost, fine]
  await means('lost')
  await means('lost')
  expect(keys().length).toBe(4)
  expect(new Set(keys()).size).toBe(1)
})

test('what was done or refused is over: meant later it is another intention', async () => {
  phone.answers = [fine, refused, fine]
  await means('thrice')
  await means('thrice')
  await means('thrice')
  expect(new Set(keys()).size).toBe(3)
})

test('another thing has another key, also while the first is unanswered', async () => {
  phone.answers = [lost, lost, lost, fine]
  await means('one')
  await means('other')
  expect(new Set(keys()).size).toBe(2)
})
