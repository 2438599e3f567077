import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSync } from 'esbuild'
import { demoMoment } from '../../../local/seed/edition-2026'
import { type DemoCloud, newKey, startDemoCloud } from '../../support/demo-cloud'

let demo: DemoCloud
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'door-'))
  for (const name of ['echo', 'ranks']) {
    const entry = join(__dirname, 'doors', `${name}.ts`)
    buildSync({ entryPoints: [entry], outfile: join(folder, name, 'index.js'), bundle: true, platform: 'node' })
  }
  demo = await startDemoCloud({ functionsRoot: folder })
})
afterAll(async () => {
  await demo.cloud.stop()
  rmSync(folder, { recursive: true })
})

const input = { depth: { count: 1 } }

const codeOf = async (event: unknown, persona: string | null = 'lin') => {
  const reply = await demo.send(persona, 'echo', event)
  return reply.ok ? 'ok' : reply.error.code
}

test('lets a well-formed call in, with the platform’s word on who and the cloud’s on when', async () => {
  const reply = await demo.send('zhou', 'echo', {
    procedure: 'echo.say',
    input,
    who: { person: 'somebody else' },
    now: 5,
    userInfo: { openId: 'somebody else' },
  })
  expect(reply).toEqual({ ok: true, value: { input, person: 'local-openid-zhou', now: demoMoment } })
})

test.each([
  ['nothing', undefined],
  ['a text', 'echo.say'],
  ['a list', []],
  ['no procedure', { input }],
  ['no input', { procedure: 'echo.say' }],
  ['a procedure that is no text', { procedure: { toString: 'echo.say' }, input }],
  ['a key that is no text', { procedure: 'echo.say', input, key: {} }],
])('%s is a malformed request', async (_name, event) => {
  expect(await codeOf(event)).toBe('malformed-request')
})

test.each(['echo.nothing', 'quiz.startAttempt', 'constructor', '__proto__', 'echo.say ', ''])(
  '%p is an unknown procedure',
  async procedure => {
    expect(await codeOf({ procedure, input })).toBe('unknown-procedure')
  },
)

test.each([
  ['null', null],
  ['a wrong type', { depth: { count: '1' } }],
  ['a value out of bounds', { depth: { count: 4 } }],
  ['a field too many', { ...input, score: 100 }],
  ['a field too few', {}],
  ['a number nobody can count with', { depth: { count: Number.NaN } }],
])('%s is invalid input', async (_name, wrong) => {
  expect(await codeOf({ procedure: 'echo.say', input: wrong })).toBe('invalid-input')
})

test('invalid input names the field', async () => {
  const reply = await demo.send('lin', 'echo', { procedure: 'echo.say', input: { depth: { count: 4 } } })
  expect(reply).toMatchObject({ ok: false, error: { detail: { field: 'depth.count', problem: 'max_value' } } })
})

test('a payload over the limit is refused before anybody looks into it', async () => {
  const large = { depth: { count: 1 }, filler: 'x'.repeat(64 * 1024) }
  expect(await codeOf({ procedure: 'echo.say', input: large })).toBe('payload-too-large')
})

test('a call without an identity is refused in its own code', async () => {
  expect(await codeOf({ procedure: 'echo.say', input }, null)).toBe('identity-missing')
  expect(await codeOf({ procedure: 'echo.say', input }, 'nobody we know')).toBe('identity-missing')
})

test.each([[undefined], [''], ['short'], ['UPPER-CASE-AND-DASHES-0000']])(
  'a write with the key %p is refused',
  async key => {
    expect(await codeOf({ procedure: 'echo.write', input, key })).toBe('malformed-request')
  },
)

test('a write with a key reaches its handler', async () => {
  const key = newKey()
  expect(await demo.send('lin', 'echo', { procedure: 'echo.write', input, key })).toEqual({ ok: true, value: key })
})

test('a declared refusal arrives with its detail', async () => {
  const reply = await demo.send('lin', 'echo', { procedure: 'echo.refuse', input })
  expect(reply).toMatchObject({ ok: false, error: { code: 'quiz-closed', detail: { opensAt: 5 } } })
})

test.each(['echo.refuseUndeclared', 'echo.break'])(
  '%s is unexpected, and nothing of the inside comes out',
  async procedure => {
    const reply = await demo.send('lin', 'echo', { procedure, input })
    expect(Object.keys(reply).sort()).toEqual(['error', 'ok'])
    if (reply.ok) throw new Error('answered')
    expect(Object.keys(reply.error).sort()).toEqual(['code', 'requestId'])
    expect(reply.error.code).toBe('unexpected')
  },
)

test('the log finds an unexpected error by the request id the person was told, and names nobody', async () => {
  const reply = await demo.send('lin', 'echo', { procedure: 'echo.break', input })
  if (reply.ok) throw new Error('answered')
  const { requestId } = reply.error
  const text = JSON.stringify(demo.cloud.log.entries().filter(entry => entry.requestId === requestId))
  expect(text).toContain('a secret of the inside')
  expect(text).not.toContain('local-openid')
})

describe('a procedure is open to its role', () => {
  const PERSONAS = ['lin', 'zhou', 'qian', 'zhao', 'shuozhou', 'admin'] as const
  const answers = (procedure: string, given: object = {}) =>
    Promise.all(
      PERSONAS.map(async persona => {
        const reply = await demo.send(persona, 'ranks', { procedure: `ranks.${procedure}`, input: given })
        return reply.ok ? reply.value : reply.error.code
      }),
    )
  const [no, ask] = ['forbidden', 'consent-missing']

  test.each([
    // lin: nobody; zhou: consented; qian: juror; zhao: a unit's officer; shuozhou: organiser; admin: administrator
    ['contributor', {}, [ask, true, true, true, true, true]],
    ['juror', {}, [no, no, true, no, no, no]],
    ['officer', {}, [no, no, no, 'the-unit', no, no]],
    ['organiser', { region: '140600' }, [no, no, no, no, true, true]],
    ['organiser', { region: '140000' }, [no, no, no, no, 'out-of-scope', true]],
    ['administrator', {}, [no, no, no, no, no, true]],
  ])('%s %j', async (procedure, given, expected) => {
    expect(await answers(procedure, given)).toEqual(expected)
  })

  test('public, which does not look who asks', async () => {
    expect(await answers('public')).toEqual([false, false, false, false, false, false])
  })

  test('whatever a phone says of its own standing', async () => {
    const standing = { consented: true, grants: [{ role: 'administrator', region: '000000', unit: null, since: 0 }] }
    const event = { procedure: 'ranks.administrator', input: {}, standing, who: { person: 'local-openid-admin' } }
    expect(await demo.send('lin', 'ranks', event)).toMatchObject({ error: { code: 'forbidden' } })
    const smuggled = { ...event, input: { standing } }
    expect(await demo.send('admin', 'ranks', smuggled)).toMatchObject({ error: { code: 'invalid-input' } })
  })
})
