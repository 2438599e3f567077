import { createHmac } from 'node:crypto'
import { personas } from './personas'

interface SeededGrant {
  role: 'juror' | 'unit-officer' | 'organiser' | 'administrator'
  region: string
  unit: string | null
}

interface Standing {
  persona: string
  region: string
  /** The unit a persona belongs to. */
  unit?: { id: string; name: string }
  grants?: readonly SeededGrant[]
}

/** Who of the personas is known already. Lin is not: she has yet to be asked. */
const STANDINGS: readonly Standing[] = [
  { persona: 'zhou', region: '140100' },
  { persona: 'zhao', region: '140600' },
  { persona: 'qian', region: '140600', grants: [{ role: 'juror', region: '140600', unit: null }] },
  { persona: 'shuozhou', region: '140600', grants: [{ role: 'organiser', region: '140600', unit: null }] },
  { persona: 'shanxi', region: '140000', grants: [{ role: 'organiser', region: '140000', unit: null }] },
  { persona: 'ministry', region: '110100', grants: [{ role: 'organiser', region: '000000', unit: null }] },
  { persona: 'admin', region: '110100', grants: [{ role: 'administrator', region: '000000', unit: null }] },
]

const CONSENT_VERSION = '2026-11'
const AGREED_AT = Date.parse('2026-08-20T09:00:00+08:00')

/** As the functions make it. */
export const keyedHash = (secret: string, ...labels: readonly (string | number)[]): string =>
  createHmac('sha256', secret).update(JSON.stringify(labels)).digest('base64url')

/** As the functions make it: a test holds the two together. */
export const handleOf = (secret: string, openId: string): string => keyedHash(secret, 'handle', openId).slice(0, 22)

interface Somebody extends Omit<Standing, 'persona'> {
  openId: string
  name: string
}

/** Somebody's document in `people`, as if the consent had been given on one day in August. */
export function knownPerson(secret: string, { openId, name, region, unit, grants = [] }: Somebody) {
  return {
    _id: openId,
    handle: handleOf(secret, openId),
    nickname: name,
    nicknameState: 'shown',
    avatar: '',
    region,
    ageBand: '18-59',
    unit: unit ?? null,
    consent: { version: CONSENT_VERSION, at: AGREED_AT },
    guardian: null,
    grants: grants.map(grant => ({ ...grant, since: AGREED_AT })),
  }
}

function personOf(secret: string, { persona, ...standing }: Standing) {
  const found = personas.find(({ id }) => id === persona)
  if (!found) throw new Error(`there is no persona ${persona}`)
  return knownPerson(secret, { ...found, ...standing })
}

interface Soil {
  insert(collection: string, documents: Record<string, unknown>[]): unknown
}

/**
 * Fills `people` and `role_grants` with the personas' standings.
 * @param more standings that other seeds bring, in the place of those here
 */
export async function sowPeople(database: Soil, secret: string, more: readonly Standing[] = []): Promise<void> {
  const untouched = STANDINGS.filter(({ persona }) => !more.some(other => other.persona === persona))
  const people = [...untouched, ...more].map(standing => personOf(secret, standing))
  const listed = people.flatMap(({ handle, grants }) =>
    grants
      .filter(({ role }) => role !== 'unit-officer')
      .map(({ role, region, since }) => ({ _id: `${region}:${role}:${handle}`, handle, role, region, since })),
  )
  await database.insert('people', people)
  await database.insert('role_grants', listed)
}
