import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect } from '../../scripts/deploy-database-environment'
import { deployDatabase } from '../../scripts/deploy-database-run'
import { type Platform, startPlatform, tableWith } from './support/platform'

const ACCOUNT = {
  TENCENTCLOUD_TCB_ENVID: 'science-1',
  TENCENTCLOUD_SECRETID: 'an id for tests',
  TENCENTCLOUD_SECRETKEY: 'a key for tests that no line may show',
}

const MANIFEST = {
  collections: [
    {
      name: 'votes',
      indexes: [
        {
          name: 'entry',
          fields: [
            ['entry', 1],
            ['at', -1],
          ],
          unique: true,
        },
      ],
    },
    { name: 'entries', indexes: [{ name: 'state', fields: [['state', 1]] }] },
  ],
}

const folder = mkdtempSync(join(tmpdir(), 'manifest-'))
const manifestFile = join(folder, 'manifest.json')
const { TCB_BASE_URL: usualAddress, http_proxy: usualProxy } = process.env
let platform: Platform

beforeAll(() => {
  writeFileSync(manifestFile, JSON.stringify(MANIFEST))
  delete process.env.http_proxy
})
beforeEach(async () => {
  platform = await startPlatform()
  // The one way the platform's client has to be pointed elsewhere.
  process.env.TCB_BASE_URL = platform.url
})
afterEach(() => platform.stop())
afterAll(() => {
  if (usualAddress === undefined) delete process.env.TCB_BASE_URL
  else process.env.TCB_BASE_URL = usualAddress
  if (usualProxy !== undefined) process.env.http_proxy = usualProxy
  rmSync(folder, { recursive: true })
})

async function deploy(parameters: string[] = [], variables: Record<string, string | undefined> = ACCOUNT) {
  const lines: string[] = []
  const code = await deployDatabase({
    parameters,
    variables,
    manifestFile,
    connect: account => Promise.resolve(connect(account)),
    print: line => lines.push(line),
  })
  expect(lines.join('\n')).not.toContain(ACCOUNT.TENCENTCLOUD_SECRETKEY)
  return { code, lines }
}

const STEPS = [
  'create collection votes',
  'close votes to clients: permission as created -> ADMINONLY',
  'add index entry to votes: entry ↑, at ↓, unique',
  'create collection entries',
  'close entries to clients: permission as created -> ADMINONLY',
  'add index state to entries: state ↑',
]

const asPlanned = STEPS.map(step => `  ${step}`)
const done = (steps: string[]) => steps.map(step => `done    ${step}`)
const AS_WANTED = 'the environment is as the manifest says'

test('without being told to apply, it tells the whole plan and changes nothing', async () => {
  expect(await deploy()).toEqual({
    code: 0,
    lines: ['environment science-1 (dry run: nothing is changed)', ...asPlanned, '6 steps; --apply does them'],
  })
  expect([platform.changes, platform.tables.size]).toEqual([[], 0])
})

test('it shows the plan for an empty environment to people without credentials', async () => {
  expect(await deploy(['--against', 'empty'], {})).toEqual({
    code: 0,
    lines: ['an empty environment (dry run: nothing is changed)', ...asPlanned, '6 steps; --apply does them'],
  })
})

test('applied, it sends the platform exactly this, and a second time nothing', async () => {
  expect(await deploy(['--apply'])).toEqual({ code: 0, lines: ['environment science-1', ...done(STEPS), AS_WANTED] })
  const EnvId = 'science-1'
  const where = { EnvId, MongoConnector: { DatabaseName: 'tnt-1', InstanceId: 'flexdb' } }
  const index = (IndexName: string, MgoIndexKeys: object[], MgoIsUnique: boolean) => ({
    CreateIndexes: [{ IndexName, MgoKeySchema: { MgoIndexKeys, MgoIsUnique } }],
  })
  const [entry, at] = [
    { Name: 'entry', Direction: '1' },
    { Name: 'at', Direction: '-1' },
  ]
  expect(platform.changes).toEqual([
    { action: 'CreateTable', ...where, TableName: 'votes' },
    { action: 'ModifyDatabaseACL', EnvId, CollectionName: 'votes', AclTag: 'ADMINONLY' },
    { action: 'UpdateTable', ...where, TableName: 'votes', ...index('entry', [entry, at], true) },
    { action: 'CreateTable', ...where, TableName: 'entries' },
    { action: 'ModifyDatabaseACL', EnvId, CollectionName: 'entries', AclTag: 'ADMINONLY' },
    {
      action: 'UpdateTable',
      ...where,
      TableName: 'entries',
      ...index('state', [{ Name: 'state', Direction: '1' }], false),
    },
  ])
  platform.changes.length = 0
  expect(await deploy(['--apply'])).toEqual({ code: 0, lines: ['environment science-1', AS_WANTED] })
  expect(platform.changes).toEqual([])
})

test('it stops at the first failure, says what is done and left, and goes on from there the next time', async () => {
  platform.failAfter.set('CreateTable', 1)
  expect(await deploy(['--apply'])).toEqual({
    code: 1,
    lines: [
      'environment science-1',
      ...done(STEPS.slice(0, 3)),
      `FAILED  ${String(STEPS[3])}: [CreateTable] the platform is busy`,
      ...STEPS.slice(4).map(step => `left    ${step}`),
      '3 of 6 steps are done; run again to go on from here',
    ],
  })
  platform.failAfter.clear()
  const { code, lines } = await deploy(['--apply'])
  expect([code, lines]).toEqual([0, ['environment science-1', ...done(STEPS.slice(3)), AS_WANTED]])
})

test('an index is removed only when asked, and foreign collections never', async () => {
  const old = { Name: 'entry', Keys: [{ Name: 'entry', Direction: '1' }], Unique: true }
  platform.tables.set('votes', tableWith('ADMINONLY', [old]))
  platform.tables.set(
    'entries',
    tableWith('ADMINONLY', [{ ...old, Name: 'state', Keys: [{ Name: 'state', Direction: '1' }], Unique: false }]),
  )
  platform.tables.set('theirs', tableWith('READONLY', [old]))
  const foreign = 'not in the manifest, left alone: theirs'
  const waits = 'only with --remove-indexes, another index waits for it: remove index entry of votes'
  expect(await deploy()).toEqual({
    code: 1,
    lines: ['environment science-1 (dry run: nothing is changed)', foreign, waits],
  })
  const applied = await deploy(['--apply'])
  expect([applied, platform.changes]).toEqual([{ code: 1, lines: ['environment science-1', foreign, waits] }, []])
  expect((await deploy(['--apply', '--remove-indexes'])).lines).toEqual([
    'environment science-1',
    foreign,
    ...done(['remove index entry of votes', 'add index entry to votes: entry ↑, at ↓, unique']),
    AS_WANTED,
  ])
  expect(platform.changes.map(({ action, DropIndexes }) => [action, DropIndexes])).toEqual([
    ['UpdateTable', [{ IndexName: 'entry' }]],
    ['UpdateTable', undefined],
  ])
  expect(platform.tables.get('theirs')).toEqual(tableWith('READONLY', [old]))
})

test('it finds collections beyond the first hundred', async () => {
  for (let count = 0; count < 150; count++) platform.tables.set(`old_${count}`, tableWith('ADMINONLY'))
  for (const name of ['votes', 'entries']) platform.tables.set(name, tableWith('ADMINONLY'))
  expect((await deploy()).lines.slice(2)).toEqual([asPlanned[2], asPlanned[5], '2 steps; --apply does them'])
})

test.each([
  ['no credentials', [], {}, /^set TENCENTCLOUD_TCB_ENVID, TENCENTCLOUD_SECRETID, TENCENTCLOUD_SECRETKEY \(docs/],
  ['an empty key', [], { ...ACCOUNT, TENCENTCLOUD_SECRETKEY: '' }, /^set TENCENTCLOUD_SECRETKEY \(docs/],
  ['an unknown option', ['--aply'], ACCOUNT, /^Unknown option '--aply'/],
  ['an unknown environment to compare with', ['--against', 'full'], ACCOUNT, /^--against takes one word only: empty$/],
  ['applying to nothing', ['--against', 'empty', '--apply'], ACCOUNT, /^--apply needs a real environment/],
])('%s is said in one sentence and exit code 2', async (_name, parameters, variables, sentence) => {
  const { code, lines } = await deploy(parameters, variables)
  expect([code, lines]).toEqual([2, [expect.stringMatching(sentence)]])
})

test('what the platform refuses at the first question is told in its words', async () => {
  const { code, lines } = await deploy([], { ...ACCOUNT, TENCENTCLOUD_TCB_ENVID: 'another' })
  expect([code, lines.at(-1)]).toEqual([2, '[DescribeEnvInfo] no such environment'])
  platform.hasDatabase = false
  expect((await deploy()).lines.at(-1)).toBe('the environment has no document database')
})

test('a manifest that cannot be read leads nowhere near the platform', async () => {
  writeFileSync(manifestFile, '{"collections":[{"name":""}]}')
  const { code, lines } = await deploy(['--apply'])
  writeFileSync(manifestFile, JSON.stringify(MANIFEST))
  expect([code, platform.changes]).toEqual([2, []])
  expect(lines).toEqual([expect.stringMatching(/^the manifest .* cannot be used at collections\.0\.name/)])
})
