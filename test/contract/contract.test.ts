import { contract } from '../../miniprogram/contract'
import { ERRORS } from '../../miniprogram/contract/errors'
import type { Domain } from '../../miniprogram/contract/rpc'

const domains: Record<string, Domain> = contract
const procedures = Object.entries(domains).flatMap(([domain, table]) =>
  Object.entries(table).map(([verb, procedure]) => ({ domain, verb, procedure })),
)

test('every procedure is named after its place', () => {
  expect(procedures.map(({ procedure }) => procedure.name)).toEqual(
    procedures.map(({ domain, verb }) => `${domain}.${verb}`),
  )
})

test('every procedure declares only refusals that exist, none twice', () => {
  for (const { procedure } of procedures) {
    const codes: readonly string[] = procedure.errors
    expect(codes.filter(code => !(code in ERRORS))).toEqual([])
    expect(new Set(codes).size).toBe(codes.length)
  }
})

test('reads write nothing', () => {
  const writes = procedures
    .filter(({ procedure }) => procedure.kind === 'read')
    .map(({ procedure }) => procedure.cost.writes)
  expect(writes.length).toBeGreaterThan(0)
  expect(writes.every(cost => cost === 0)).toBe(true)
})
