import { covers } from '../../../miniprogram/contract/regions'
import type { Reply } from '../../../miniprogram/contract/rpc'
import { handleOf } from '../../../local/seed/people-of-personas'
import { bankOf } from '../../support/answer-key'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../../support/demo-cloud'
import { attemptOf } from '../standings/stage'
import { admissionOf } from './admission'
import { CALLER_NAMES, CALLERS, type CallerName, CITY, UNIT } from './callers'
import { type MatrixRow, matrixRows } from './cases'

const SECRET = 'a secret for the matrix of roles, longer than thirty-two characters'
const REFUSALS = ['forbidden', 'consent-missing', 'out-of-scope']

let demo: DemoCloud

const personOf = (name: CallerName) => {
  const { persona, standing } = CALLERS[name]
  const unit = standing.unit === null ? null : { id: standing.unit, name: '矩阵里的单位' }
  return {
    _id: openIdOf(persona),
    handle: handleOf(SECRET, openIdOf(persona)),
    nickname: name,
    nicknameState: 'shown',
    avatar: '',
    region: standing.region,
    ageBand: '18-59',
    unit,
    consent: { version: '2026-11', at: 1 },
    guardian: null,
    grants: standing.grants.map(grant => ({ ...grant })),
  }
}

const unitOf = (id: string, region: string, officer: CallerName) => ({
  ...{ _id: id, name: `单位 ${id}`, kind: 'company', region, parent: null, state: 'confirmed', reason: '', members: 1 },
  ...{
    officer: openIdOf(CALLERS[officer].persona),
    appliedBy: null,
    appliedAt: 1,
    proof: [],
    place: `${region}:${id}`,
  },
  ...{ nameKey: id, liaisonYear: 0, liaison: null, invitation: '', decidedWith: '', remindedOn: '', remindedWith: '' },
  wasMessaged: false,
})

const noticeOf = (id: string, region: string) => ({
  ...{ _id: id, region, title: '通知', text: '内容', at: 1, forwards: null, state: 'shown', withdrawn: '' },
  ...{ moment: `1:${id}`, forwarded: 0, changedWith: '' },
})

beforeAll(async () => {
  demo = await startDemoCloud({ secret: SECRET })
  const { database } = demo.cloud
  database.insert('people', CALLER_NAMES.filter(name => name !== 'public').map(personOf))
  database.insert('units', [
    unitOf(UNIT, CITY, 'unit officer'),
    unitOf('unit-of-elsewhere', '310100', 'unit officer elsewhere'),
    unitOf('unit-to-be-closed', CITY, 'unit officer'),
  ])
  database.insert('notices', [noticeOf('notice-of-the-matrix', '140000'), noticeOf('notice-of-the-city', CITY)])
  database.insert('quiz_suspicions', [
    {
      ...{
        _id: 'suspicion-of-the-matrix',
        person: 'nobody',
        handle: 'nobody',
        kinds: ['too-fast'],
        round: '2026-main',
      },
      ...{ day: '2026-09-18', number: 1, region: CITY, score: 100, seconds: 3, at: 1 },
      ...{ decision: null, decisions: 0, isDecided: false, place: `${CITY}:1:suspicion` },
    },
  ])
  const suspected = { person: 'nobody', right: 10, seconds: 3, after: 0 }
  database.insert('quiz_attempts', [attemptOf(demo.cloud, suspected)])
  database.insert('text_reviews', [
    {
      ...{ _id: 'review-of-the-matrix', text: '翠鸟', shownAs: 'nickname', subject: 'nobody', person: 'nobody' },
      ...{ region: CITY, place: `${CITY}:1:review`, at: 1, state: 'waits', decidedWith: '' },
    },
  ])
})
afterAll(() => demo.cloud.stop())

function askAs(name: CallerName, { procedure, input }: MatrixRow): Promise<Reply<unknown>> {
  const key = procedure.kind === 'write' ? { key: newKey() } : {}
  const [domain = ''] = procedure.name.split('.')
  return demo.send(CALLERS[name].persona, domain, { procedure: procedure.name, input, ...key })
}

const admissionIn = (reply: Reply<unknown>): string =>
  !reply.ok && REFUSALS.includes(reply.error.code) ? reply.error.code : 'admitted'

/** Every region named anywhere in an answer, but for what comes from above: that is public. */
const regionsIn = (value: unknown): string[] =>
  Object.entries(typeof value === 'object' && value !== null ? value : {}).flatMap(([name, inner]) =>
    name === 'region' && typeof inner === 'string' ? [inner] : name === 'forwards' ? [] : regionsIn(inner),
  )

const secretsOfBank = (): string[] =>
  bankOf(demo.cloud)
    .filter(({ bank }) => bank === 'contest')
    .flatMap(({ stem, explanation }) => [stem, explanation.why, explanation.trap])

const everybody = CALLER_NAMES.map(name => openIdOf(CALLERS[name].persona))

test.each(matrixRows().map(row => [row.procedure.name, row] as const))(
  '%s admits whom it declares',
  async (_name, row) => {
    const { procedure, target } = row
    const admitted: Record<string, string> = {}
    const secrets = secretsOfBank()
    for (const name of CALLER_NAMES) {
      const reply = await askAs(name, row)
      admitted[name] = admissionIn(reply)
      const own = openIdOf(CALLERS[name].persona)
      const said = JSON.stringify(reply)
      expect(everybody.filter(openId => openId !== own && said.includes(openId))).toEqual([])
      if (reply.ok && procedure.scope === 'region' && target !== null)
        expect(regionsIn(reply.value).filter(region => !covers(target, region))).toEqual([])
      expect(reply.ok ? '' : reply.error.code).not.toBe('unexpected')
      // Organisers of the country see keys; whoever is refused sees none of it.
      const mayTell = procedure.name.startsWith('quiz.') || (procedure.name.startsWith('bank.') && reply.ok)
      if (!mayTell) expect(secrets.filter(secret => said.includes(JSON.stringify(secret).slice(1, -1)))).toEqual([])
    }
    const promised = CALLER_NAMES.map(name => [name, admissionOf(procedure, CALLERS[name].standing, target)])
    expect(admitted).toEqual(Object.fromEntries(promised))
  },
)

test('the matrix would notice: a foreign organiser and one at home are told apart', () => {
  const outcomes = matrixRows().map(({ procedure, target }) =>
    admissionOf(procedure, CALLERS['city organiser elsewhere'].standing, target),
  )
  expect(outcomes.filter(outcome => outcome === 'out-of-scope').length).toBeGreaterThan(15)
})
