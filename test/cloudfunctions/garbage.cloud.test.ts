import * as v from 'valibot'
import { contract } from '../../miniprogram/contract'
import type { Domain } from '../../miniprogram/contract/rpc'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../support/demo-cloud'
import { type MatrixRow, matrixRows } from './roles/cases'

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
  '0',
  '😀‮مرحبا',
  '\u0000',
  'x'.repeat(45_000),
  '$where',
  [],
  [[]],
  [null],
  [[-1]],
  Array.from({ length: 200 }, () => [0]),
  {},
  { $gt: '' },
  { $ne: null },
  { toString: 'x' },
  { length: 10 },
  JSON.parse('{"__proto__":{"isAdmin":true}}'),
]

/** Wrong in every place that the door looks at before it knows the procedure. */
const wrongEnvelopes = (name: string): unknown[] =>
  GARBAGE.flatMap(wrong => [wrong, { procedure: wrong, input: {}, key: newKey() }, { procedure: name, in: wrong }])

/** Wrong in every place that the procedure looks at: the input, each field of it beside right ones, the key. */
function wrongRequests({ procedure: { name }, input }: MatrixRow): unknown[] {
  const right = { procedure: name, input, key: newKey() }
  const given = v.parse(v.record(v.string(), v.unknown()), input)
  return GARBAGE.flatMap(wrong => [
    { ...right, input: wrong },
    { ...right, key: wrong },
    ...Object.keys(given).map(field => ({ ...right, input: { ...given, [field]: wrong } })),
  ])
}

const REFUSALS = [
  'malformed-request',
  'unknown-procedure',
  'invalid-input',
  'payload-too-large',
  'consent-missing',
  'forbidden',
  'out-of-scope',
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

/** Sends them all and answers the codes that nobody has declared, each with a request that brought it. */
async function surprises(functionName: string, requests: readonly unknown[], declared: readonly string[]) {
  const codes = new Map<string, unknown>()
  for (const request of requests) {
    const reply = await demo.send('zhou', functionName, request)
    codes.set(reply.ok ? 'ok' : reply.error.code, request)
  }
  expect(codes.size).toBeGreaterThan(1)
  expect(demo.cloud.log.entries().filter(({ outcome }) => outcome !== 'ok' && outcome !== 'returned')).toEqual([])
  return [...codes].filter(([code]) => code !== 'ok' && ![...REFUSALS, ...declared].includes(code))
}

const domains: Record<string, Domain> = contract

test.each(Object.entries(domains))('the door of %s answers garbage in codes, and lives on', async (domain, table) => {
  const [first] = Object.values(table)
  expect(await surprises(domain, wrongEnvelopes(first?.name ?? ''), [])).toEqual([])
})

// An empty object is the right input of procedures that take none.
test.each(matrixRows().map(row => [row.procedure.name, row] as const))(
  '%s answers garbage in codes that say what is wrong, and lives on',
  async (name, row) => {
    const requests = wrongRequests(row)
    expect(await surprises(name.split('.')[0] ?? '', requests, row.procedure.errors)).toEqual([])
  },
)

test('nothing of it was stored', () => {
  const people = demo.cloud.database.find('quiz_attempts').map(({ person }) => person)
  expect([...new Set(people)]).toEqual([])
})
