import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { auditHash, type StoredAuditRecord } from '../../cloudfunctions/platform/audit-record'
import { judgeAudit } from '../../scripts/audit-chains'
import { root } from '../../scripts/paths'

/** A whole chain of so many records, and its head. */
function chain(name: string, length: number) {
  const records: StoredAuditRecord[] = []
  for (let number = 1; number <= length; number++) {
    const _id = `${name}:${String(number).padStart(8, '0')}`
    const record = {
      _id,
      chain: name,
      number,
      at: 1_790_000_000_000 + number,
      moment: `${1_790_000_000_000 + number}:${_id}`,
      actor: 'a-handle',
      action: 'people.inviteToRole',
      region: name,
      subject: 'somebody',
      facts: { role: 'organiser', rows: number, isLate: false },
      previous: records.at(-1)?.hash ?? '',
    }
    records.push({ ...record, hash: auditHash(record) })
  }
  return { records, head: { _id: name, number: length, hash: records.at(-1)?.hash ?? '' } }
}

const shanxi = chain('140000', 6)
const country = chain('000000', 3)

const lines = (...documents: readonly object[]) => documents.map(document => JSON.stringify(document))
const judged = (...documents: readonly object[]) => judgeAudit(lines(...documents)).fault

/** The chain of Shanxi with one record changed. */
const changed = (number: number, change: Partial<StoredAuditRecord>) =>
  shanxi.records.map(record => (record.number === number ? { ...record, ...change } : record))

const [first, second, third, ...rest] = shanxi.records

describe('an export of the audit log', () => {
  test('is whole as it was written, several chains side by side, facts in any order', () => {
    const turned = shanxi.records.map(({ facts, ...record }) => ({
      ...record,
      facts: Object.fromEntries(Object.entries(facts).reverse()),
    }))
    const woven = [...country.records, ...turned, country.head, shanxi.head]
    expect(judgeAudit(lines(...woven))).toEqual({ records: 9, chains: 2, heads: 2, fault: null })
  })

  test('without heads is judged without them, and says so', () => {
    expect(judgeAudit(lines(...shanxi.records))).toEqual({ records: 6, chains: 1, heads: 0, fault: null })
  })

  const alterations: [string, Partial<StoredAuditRecord>][] = [
    ['who acted', { actor: 'another-handle' }],
    ['when', { at: 1 }],
    ['the order in lists', { moment: '0' }],
    ['what was done', { action: 'people.revokeRole' }],
    ['where', { region: '140600' }],
    ['to what', { subject: 'nobody' }],
    ['a fact', { facts: { role: 'organiser', rows: 4, isLate: true } }],
    ['a fact less', { facts: {} }],
    ['the id', { _id: '140000:00000099' }],
    ['the hash', { hash: '0'.repeat(64) }],
    ['the hash before', { previous: '0'.repeat(64) }],
  ]
  test.each(alterations)('with %s altered is found at that record', (_, change) => {
    expect(judged(...changed(4, change), shanxi.head)).toEqual({ chain: '140000', number: 4, problem: 'altered' })
  })

  test('with a record altered and hashed anew is found at the next one, or at the head', () => {
    const forge = (number: number) =>
      shanxi.records.map(record => {
        const forged = { ...record, subject: 'somebody else' }
        return record.number === number ? { ...forged, hash: auditHash(forged) } : record
      })
    expect(judged(...forge(4), shanxi.head)).toEqual({ chain: '140000', number: 5, problem: 'not chained' })
    expect(judged(...forge(6), shanxi.head)).toEqual({ chain: '140000', number: 6, problem: 'head differs' })
  })

  test('with a record removed is found, be it the first, one between or the last', () => {
    const without = (number: number) => shanxi.records.filter(record => record.number !== number)
    for (const number of [1, 4, 6])
      expect(judged(...without(number), shanxi.head)).toEqual({ chain: '140000', number, problem: 'missing' })
  })

  test('with all records of a chain removed is found by its head', () => {
    expect(judged(...country.records, country.head, shanxi.head)).toMatchObject({ chain: '140000', number: 1 })
  })

  test('with two records swapped, or one twice, is found', () => {
    const swapped = [first, third, second, ...rest].flatMap(record => record ?? [])
    expect(judged(...swapped, shanxi.head)).toEqual({ chain: '140000', number: 2, problem: 'out of order' })
    const twice = [first, second, second, third, ...rest].flatMap(record => record ?? [])
    expect(judged(...twice, shanxi.head)).toEqual({ chain: '140000', number: 3, problem: 'out of order' })
  })

  test('with the contents of two records swapped is found', () => {
    const swap = [first, { ...third, _id: second?._id, number: 2 }, { ...second, _id: third?._id, number: 3 }, ...rest]
    expect(judged(...swap.flatMap(record => record ?? []), shanxi.head)).toMatchObject({
      number: 2,
      problem: 'altered',
    })
  })

  test.each([
    ['another hash', { hash: 'f'.repeat(64) }, 6, 'head differs'],
    ['a number before', { number: 5 }, 6, 'head differs'],
    ['a number beyond', { number: 7 }, 7, 'missing'],
  ])('with a head of %s is found', (_, change, number, problem) => {
    expect(judged(...shanxi.records, { ...shanxi.head, ...change })).toEqual({ chain: '140000', number, problem })
  })

  test('with one head left out is found', () => {
    const fault = judged(...country.records, ...shanxi.records, shanxi.head)
    expect(fault).toEqual({ chain: '000000', number: 3, problem: 'head differs' })
  })

  test('with a line that is no record is told by its line', () => {
    const broken = [...lines(...shanxi.records), '{"half": ', ...lines(shanxi.head)]
    expect(judgeAudit(broken).fault).toEqual({ chain: '', number: 7, problem: 'unreadable' })
  })
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'audit-'))
  afterAll(() => {
    rmSync(folder, { recursive: true })
  })

  const run = (text: string) => {
    const file = join(folder, 'audit.jsonl')
    writeFileSync(file, text)
    return spawnSync(process.execPath, ['--import', 'tsx', join(root, 'scripts', 'verify-audit.ts'), file], {
      cwd: root,
      encoding: 'utf8',
    })
  }

  test('ends with 0 for a whole log and with 1 for an altered or an empty one, and says where', () => {
    const whole = run(lines(...shanxi.records, shanxi.head).join('\n'))
    expect([whole.status, whole.stdout]).toEqual([
      0,
      '6 records in 1 chains are whole; 1 chains were compared with their heads\n',
    ])
    const altered = run(lines(...changed(3, { subject: 'x' }), shanxi.head).join('\n'))
    expect([altered.status, altered.stderr]).toEqual([1, 'record 3 of chain 140000: altered\n'])
    expect(run('').status).toBe(1)
  })
})
