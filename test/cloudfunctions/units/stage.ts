import type { ErrorCode } from '../../../miniprogram/contract/errors'
import type { GrantedRole } from '../../../miniprogram/contract/roles'
import type { InputOf, Reply } from '../../../miniprogram/contract/rpc'
import { units } from '../../../miniprogram/contract/units'
import { handleOf } from '../../../local/seed/people-of-personas'
import { type DemoCloud, newKey, openIdOf, startDemoCloud } from '../../support/demo-cloud'

const SECRET = 'a secret for the tests of units, longer than thirty-two characters'

interface Part {
  region?: string
  role?: GrantedRole
}

const CONTRIBUTORS = Array.from({ length: 22 }, (_, i) => `stranger-${i + 1}`)

/** Who plays: strangers 1 to 22 have consented, number 23 has not, number 24 organises another city. */
const CAST: Readonly<Record<string, Part>> = {
  ...Object.fromEntries(CONTRIBUTORS.map(name => [name, {}])),
  shuozhou: { region: '140600', role: 'organiser' },
  shanxi: { region: '140000', role: 'organiser' },
  ministry: { region: '000000', role: 'organiser' },
  'stranger-24': { region: '140100', role: 'organiser' },
}

export const FOREIGN = 'stranger-24'
export const UNKNOWN = 'stranger-23'

const COLLECTIONS = [
  ...['units', 'unit_names', 'unit_members', 'unit_invitations', 'unit_liaisons', 'unit_liaison_changes'],
  ...['people', 'code_tries', 'audit_records', 'audit_heads', 'text_reviews', 'message_agreements'],
  'passing_files',
]

export const handle = (persona: string): string => handleOf(SECRET, openIdOf(persona))

const nicknameOf = (persona: string): string => `昵称${persona}`

function personOf(persona: string, { region = '140600', role }: Part) {
  const grants = role ? [{ role, region, unit: null, since: 1 }] : []
  return {
    _id: openIdOf(persona),
    handle: handle(persona),
    nickname: nicknameOf(persona),
    nicknameState: 'shown',
    avatar: '',
    region,
    ageBand: '18-59',
    unit: null,
    consent: { version: '2026-11', at: 1 },
    guardian: null,
    grants,
  }
}

/** A demo cloud with people of its own and no units. */
export async function startStage() {
  const demo = await startDemoCloud({ secret: SECRET })
  /** Everything as at the beginning. */
  function reset(): void {
    for (const collection of COLLECTIONS) demo.cloud.database.clear(collection)
    demo.cloud.database.insert(
      'people',
      Object.entries(CAST).map(([persona, part]) => personOf(persona, part)),
    )
  }
  reset()
  return { ...demo, reset }
}

type Application = InputOf<typeof units.apply>

export const proofOf = (persona: string): string => `cloud://local-env.bucket/${openIdOf(persona)}/proof.jpg`

export const application = (persona: string, changes: Partial<Application> = {}): Application => ({
  name: '朔州市科技馆',
  kind: 'museum-media',
  region: '140600',
  parent: null,
  proof: [proofOf(persona)],
  ...changes,
})

export const apply = (demo: DemoCloud, persona: string, changes: Partial<Application> = {}) =>
  demo.ask(persona, units.apply, application(persona, changes))

/** A confirmed unit with this person as its officer. @returns its id */
export async function confirmedUnit(demo: DemoCloud, persona: string, changes: Partial<Application> = {}) {
  const { id } = await apply(demo, persona, changes)
  await demo.ask('ministry', units.confirm, { unit: id })
  return id
}

export const officer = { name: '王五', duty: '办公室主任', phone: '13812345678', mail: 'wang.wu@example.cn' }

const outcomeOf = (reply: Reply<unknown>): ErrorCode | 'ok' => (reply.ok ? 'ok' : reply.error.code)

/** A write sent as a phone does: after `busy` again with the same key. The cost is not held, since conflicts cost more. */
export async function insist(demo: DemoCloud, persona: string, procedure: string, input: unknown, key = newKey()) {
  for (let attempt = 0; ; attempt++) {
    const outcome = outcomeOf(await demo.send(persona, 'units', { procedure, input, key }))
    if (outcome !== 'busy' || attempt === 10) return outcome
  }
}
