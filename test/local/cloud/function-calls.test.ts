import type { Cloud } from '../../../local/cloud/start-cloud'
import { inFunction, type Sdk } from './support/in-function'
import { startTestCloud } from './support/test-cloud'

let cloud: Cloud

beforeAll(async () => {
  cloud = await startTestCloud()
})

afterAll(() => cloud.stop())

/** The answer without the request's own number. */
async function call(name: string, data?: unknown, persona: string | null = 'li') {
  const { requestID, ...answer } = await cloud.call(persona, name, data)
  const told: unknown = JSON.parse(JSON.stringify(answer).replaceAll(requestID, '<id>'))
  return told
}

const executeFailed = (reason: string) => ({
  errCode: -504002,
  errMsg: `cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: ${reason} (callId: <id>)`,
})

const timedOut = {
  errCode: -504003,
  errMsg:
    'cloud.callFunction:fail Error: errCode: -504003 | errMsg: Invoking task timed out after 1 seconds (callId: <id>)',
}

const refused = (reason: string) => ({
  errCode: -501000,
  errMsg: `cloud.callFunction:fail Error: errCode: -501000 | errMsg: ${reason} (callId: <id>)`,
})

test('a phone receives the result of a function', async () => {
  expect(await call('str')).toEqual({ result: '123', errMsg: 'cloud.callFunction:ok' })
})

test('a function receives the data, who asks, and the context of the platform', async () => {
  const userInfo = { appId: 'wx0000000000000001', openId: 'oLiHua' }
  const { requestID, ...answer } = await cloud.call('li', 'whoami', { topic: '空气' })
  expect(answer).toMatchObject({
    result: {
      event: { topic: '空气', tcbContext: {}, userInfo },
      before: {
        OPENID: 'oLiHua',
        UNIONID: 'uLiHua',
        APPID: 'wx0000000000000001',
        CLIENTIP: '127.0.0.1',
        ENV: 'local-env',
        SOURCE: 'wx_client',
      },
      context: {
        callbackWaitsForEmptyEventLoop: true,
        memory_limit_in_mb: 256,
        time_limit_in_ms: 3000,
        request_id: requestID,
        function_version: '$LATEST',
        function_name: 'whoami',
        namespace: 'local-env',
        tencentcloud_region: 'ap-shanghai',
      },
    },
  })
})

test.each([
  ['no persona', null],
  ['an unknown persona', 'nobody'],
])('%s is a call without OPENID, even right after a call with one', async (_, persona) => {
  await cloud.call('li', 'whoami', {})
  const answer = await cloud.call(persona, 'whoami', {})
  expect(answer).toMatchObject({
    result: {
      before: { APPID: 'wx0000000000000001', SOURCE: 'wx_client' },
      event: { userInfo: { appId: 'wx0000000000000001' } },
      variables: [],
    },
  })
  expect(JSON.stringify(answer)).not.toContain('oLiHua')
})

test('of three hundred calls at once each sees its own caller, before and after it used the database', async () => {
  const people = Array.from({ length: 300 }, (_, at) => ({ id: `p${at}`, openId: `oPerson${at}` }))
  const crowd = await startTestCloud({ personas: people })
  try {
    const answers = await Promise.all(people.map(({ id }) => crowd.call(id, 'whoami', { id })))
    const seen = answers.map(answer => JSON.stringify(answer).match(/oPerson\d+/g))
    // Both contexts, the environment twice in each of two forms, and the event.
    expect(seen).toEqual(people.map(({ openId }) => Array.from({ length: 6 }, () => openId)))
  } finally {
    await crowd.stop()
  }
})

test('a function called by a function keeps the user and lengthens the chain', async () => {
  const answer = await call('nested', { name: 'nested', data: { name: 'whoami', data: { q: 1 } } })
  expect(answer).toMatchObject({
    result: {
      openId: 'oLiHua',
      source: 'wx_client',
      inner: {
        openId: 'oLiHua',
        source: 'wx_client,scf',
        inner: { before: { OPENID: 'oLiHua', SOURCE: 'wx_client,scf,scf' }, event: { q: 1 } },
      },
    },
  })
})

test('what a function throws, or what it cannot load, is an execute failure in its own words', async () => {
  expect(await call('boom')).toEqual(executeFailed('Error: boom'))
  expect(await call('load-error')).toEqual(executeFailed('Error: cannot load'))
})

test.each([
  ['exit', '0 code exit unexpected'],
  ['kill', '1 code exit unexpected'],
  ['later', 'thrown later'],
  ['memory', 'Worker terminated due to reaching memory limit: JS heap out of memory'],
])('function code that ends its process by %s ends its own call only', async (way, reason) => {
  expect(await call('crash', { way })).toEqual(executeFailed(reason))
  expect(await call('crash', { way: 'not at all' })).toEqual({ result: 'alive', errMsg: 'cloud.callFunction:ok' })
})

test('a function is stopped when its time is over, whether it waits or is busy', async () => {
  expect(await Promise.all([call('hang', { busy: true }), call('hang', { busy: false })])).toEqual([timedOut, timedOut])
  expect(await call('hang')).toEqual({ result: 'awake', errMsg: 'cloud.callFunction:ok' })
})

test.each(['nofn', '', '../functions/str', 'str/../str', 'constructor', '__proto__'])(
  'there is no function %p',
  async name => {
    expect(await call(name)).toEqual(refused('FunctionName parameter could not be found'))
  },
)

test('100 KB go into a function and not a byte more', async () => {
  const rest = JSON.stringify({ text: '', tcbContext: {}, userInfo: { appId: 'wx0000000000000001', openId: 'oLiHua' } })
  const text = 'x'.repeat(100 * 1024 - rest.length)
  expect(await call('other', { text })).toMatchObject({ result: { echo: { text } } })
  expect(await call('other', { text: `${text}x` })).toEqual(
    refused('EXCEED_MAX_PAYLOAD_SIZE the request data is larger than 100 KB'),
  )
})

test('1 MB comes out of a function and not a byte more', async () => {
  const size = 1024 * 1024 - '""'.length
  expect(await call('big', { size })).toEqual({ result: 'x'.repeat(size), errMsg: 'cloud.callFunction:ok' })
  expect(await call('big', { size: size + 1 })).toEqual(executeFailed('the result is larger than 1 MB'))
})

test('a function that calls another one meets the platform’s codes', async () => {
  const failure = async (name: string, data: { way?: string; size?: number; busy?: boolean }, padding = 0) => {
    const { error } = await inFunction(
      cloud,
      ({ cloud: sdk }: Sdk, call: { name: string; data: object; padding: number }) =>
        sdk.callFunction({ name: call.name, data: { ...call.data, padding: 'x'.repeat(call.padding) } }),
      { name, data, padding },
    )
    return [error?.code, error?.errCode, error?.errMsg]
  }
  const failed = (reason: string, stack = '') =>
    `callFunction:fail ${JSON.stringify({ errorCode: 1, errorMessage: reason, stackTrace: stack })}`
  expect([
    await failure('boom', {}),
    await failure('crash', { way: 'exit' }),
    await failure('big', { size: 1024 * 1024 }),
    await failure('hang', { busy: false }),
    await failure('nofn', {}),
    await failure('other', {}, 100 * 1024),
  ]).toEqual([
    ['FUNCTIONS_EXECUTE_FAIL', -1, failed('user code exception caught', 'Error: boom')],
    ['FUNCTIONS_EXECUTE_FAIL', -1, failed('0 code exit unexpected')],
    ['FUNCTIONS_EXECUTE_FAIL', -1, failed('the result is larger than 1 MB')],
    ['FUNCTIONS_TIME_LIMIT_EXCEEDED', -1, 'callFunction:fail Invoking task timed out after 1 seconds'],
    [
      'FUNCTION_NOT_FOUND',
      -1,
      'callFunction:fail [ResourceNotFound.Function] FunctionName parameter could not be found',
    ],
    ['EXCEED_MAX_PAYLOAD_SIZE', -1, 'callFunction:fail the request data is larger than 100 KB'],
  ])
})

test('the log tells of each call what it cost and printed, and nothing about who called', async () => {
  const { requestID } = await cloud.call('li', 'print', { text: 'hello' })
  const entry = cloud.log.entries().find(({ requestId }) => requestId === requestID)
  expect(entry).toMatchObject({
    functionName: 'print',
    outcome: 'returned',
    reads: 0,
    writes: 0,
    lines: [
      { stream: 'out', text: 'said hello' },
      { stream: 'error', text: 'shouted hello' },
      { stream: 'out', text: 'wrote' },
    ],
  })
  await cloud.call('li', 'whoami', { secret: '身份证' })
  const told = JSON.stringify(cloud.log.entries())
  expect(told).toContain('"functionName":"whoami","startedAt"')
  expect(told).not.toMatch(/oLiHua|uLiHua|身份证/)
})
