import { editions } from '../../../miniprogram/contract/editions'
import { quiz } from '../../../miniprogram/contract/quiz'
import { CallError } from '../../../miniprogram/services/call-error'
import { call } from '../../../miniprogram/services/cloud'
import { installPlatformPhone, type PlatformPhone } from '../../support/platform-phone'

let phone: PlatformPhone
beforeEach(() => {
  jest.useFakeTimers()
  phone = installPlatformPhone()
})
afterEach(() => {
  jest.useRealTimers()
})

const fine = (value: unknown) => () => Promise.resolve({ result: { ok: true, value } })
const refused =
  (code: string, rest = {}) =>
  () =>
    Promise.resolve({ result: { ok: false, error: { code, ...rest } } })
const lost = () => Promise.reject(Object.assign(new Error('lost'), { errMsg: 'request:fail net::ERR' }))
const silent = () => new Promise<never>(() => undefined)

/** Lets the call wait as long as it likes, and tells how it ended. */
async function outcome(calling: Promise<unknown>): Promise<unknown> {
  const ended = calling.then(
    value => ({ value }),
    (error: unknown) => (error instanceof CallError ? { code: error.code, requestId: error.requestId } : error),
  )
  await jest.advanceTimersByTimeAsync(60_000)
  return ended
}

const home = () => outcome(call(editions.home, {}))

test('an answer is handed on', async () => {
  phone.answers = [fine(5)]
  expect(await home()).toEqual({ value: 5 })
  expect(phone.sent).toEqual([{ name: 'editions', data: { procedure: 'editions.home', input: {} } }])
})

test('a refusal keeps its code and its request id, and is not asked again', async () => {
  phone.answers = [refused('edition-missing', { requestId: 'r-1' })]
  expect(await home()).toEqual({ code: 'edition-missing', requestId: 'r-1' })
  expect(phone.sent).toHaveLength(1)
})

test.each([
  ['lost', lost],
  ['busy', refused('busy')],
  ['silent', silent],
])('a %s call is asked again, twice, with the same key', async (_name, answer) => {
  phone.answers = [answer, answer, fine('at last')]
  const submit = call(quiz.submitAttempt, { ticket: 't', answers: [] }, 'k'.repeat(24))
  expect(await outcome(submit)).toEqual({ value: 'at last' })
  expect(new Set(phone.sent.map(({ data }) => JSON.stringify(data))).size).toBe(1)
  expect(phone.sent).toHaveLength(3)
})

test.each([
  ['network-lost', lost],
  ['cloud-timeout', silent],
])('after three tries it is %s', async (code, answer) => {
  phone.answers = [answer]
  expect(await home()).toEqual({ code, requestId: '' })
  expect(phone.sent).toHaveLength(3)
})

test.each([[undefined], [null], ['a text'], [{ ok: 'yes' }], [{ ok: false, error: { code: 'no such code' } }]])(
  'the answer %j of something that is not a door is unexpected',
  async result => {
    phone.answers = [() => Promise.resolve({ result })]
    expect(await home()).toEqual({ code: 'unexpected', requestId: '' })
  },
)
