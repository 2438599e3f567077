import { contract } from '../../miniprogram/contract'
import type { Domain } from '../../miniprogram/contract/rpc'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../support/demo-cloud'

let demo: DemoCloud
beforeAll(async () => {
  demo = await startDemoCloud()
})
afterAll(() => demo.cloud.stop())

const GARBAGE: readonly unknown[] = [
  null,
  0,
  -1,
  1.5,
  2 ** 53,
  Number.NaN,
  '',
  ' ',
  '0',
  'undefined',
  '😀‮مرحبا',
  '\u0000',
  'x'.repeat(45_000),
  '$where',
  [],
  [[]],
  [[[]]],
  [null],
  [[null]],
  [['0']],
  [[-1]],
  [[1.5]],
  Array.from({ length: 200 }, () => [0]),
  {},
  { $gt: '' },
  { $ne: null },
  { toString: 'x' },
  { length: 10 },
  JSON.parse('{"__proto__":{"isAdmin":true}}'),
]

const domains: Record<string, Domain> = contract
const procedures = Object.values(domains).flatMap(table => Object.values(table))

/** Wrong in every place a request has: the whole, the input, each field of the input, the key. */
function wrongRequests(name: string): unknown[] {
  const right = { procedure: name, input: { first: true, ticket: 'a.b', answers: [] }, key: newKey() }
  return GARBAGE.flatMap(wrong => [
    wrong,
    { ...right, procedure: wrong },
    { ...right, input: wrong },
    { ...right, key: wrong },
    ...['first', 'ticket', 'answers'].map(field => ({ ...right, input: { [field]: wrong } })),
    { ...right, input: { ticket: wrong, answers: wrong } },
  ])
}

const REFUSALS = [
  'malformed-request',
  'unknown-procedure',
  'invalid-input',
  'payload-too-large',
  'attempt-unknown',
  'answers-off-paper',
]

const GRANTS = [
  { role: 'juror', region: '140600', unit: null, since: 0 },
  { role: 'unit-officer', region: '140600', unit: 'no-such-unit', since: 0 },
  { role: 'administrator', region: '000000', unit: null, since: 0 },
]

/** Somebody with every right, so that the door lets the garbage in. */
beforeEach(() => {
  const [known] = demo.cloud.database.find('people', { _id: openIdOf('zhou') })
  demo.cloud.database.clear('people')
  demo.cloud.database.insert('people', [{ ...known, grants: GRANTS }])
})

test.each(procedures.map(({ name, errors }) => [name, errors]))(
  '%s answers garbage in codes that say what is wrong, and lives on',
  async (name, errors) => {
    const functionName = name.split('.')[0] ?? ''
    const codes = new Map<string, unknown>()
    for (const request of wrongRequests(name)) {
      const reply = await demo.send('zhou', functionName, request)
      codes.set(reply.ok ? 'ok' : reply.error.code, request)
    }
    // An empty object is the right input of procedures that take none.
    const surprising = [...codes.keys()].filter(code => code !== 'ok' && ![...REFUSALS, ...errors].includes(code))
    expect(surprising.map(code => ({ code, request: codes.get(code) }))).toEqual([])
    expect(codes.size).toBeGreaterThan(2)
    expect(demo.cloud.log.entries().filter(({ outcome }) => outcome !== 'ok' && outcome !== 'returned')).toEqual([])
  },
)

test('nothing of it was stored', () => {
  const people = demo.cloud.database.find('quiz_attempts').map(({ person }) => person)
  expect([...new Set(people)]).toEqual([])
})
