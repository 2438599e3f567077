import { createHash } from 'node:crypto'

/** What a desk meets when the whole country takes part. */
interface Crowd {
  units: number
  organisers: number
  /** Codes of cities; units and organisers are dealt out to them in turn. */
  cities: readonly string[]
  year: number
}

interface Soil {
  insert(collection: string, documents: Record<string, unknown>[]): unknown
}

const KINDS = [
  ...['ministry-department', 'provincial-department', 'science-base', 'laboratory', 'university'],
  ...['society', 'school', 'protected-area', 'museum-media', 'company'],
]

const BEGIN = Date.parse('2026-03-01T09:00:00+08:00')
const HOUR = 60 * 60 * 1000

const idOf = (i: number): string => createHash('sha256').update(`unit ${i}`).digest('hex').slice(0, 24)

const count = <Item>(most: number, make: (i: number) => Item): Item[] => Array.from({ length: most }, (_, i) => make(i))

/** Of ten units one waits; of the other nine six have named their officer for the year, one for the year before. */
const isWaiting = (i: number): boolean => i % 10 === 0
const isNamed = (i: number): boolean => i % 10 > 3
const wasNamed = (i: number): boolean => i % 10 === 3

const phoneOf = (i: number): string => `139${String(i).padStart(8, '0')}`

function unitOf(i: number, { cities, year }: Crowd) {
  const [_id, region] = [idOf(i), cities[i % cities.length] ?? '000000']
  const name = `第${i}号科普单位`
  const liaison = { name: `联络员${i}`, duty: '科普干事', maskedPhone: `139****${phoneOf(i).slice(-4)}`, late: false }
  return {
    _id,
    name,
    kind: KINDS[i % KINDS.length],
    region,
    parent: null,
    state: isWaiting(i) ? 'applied' : 'confirmed',
    reason: '',
    members: 1,
    officer: isWaiting(i) ? null : `many-officer-${i}`,
    appliedBy: `many-officer-${i}`,
    appliedAt: BEGIN + i * 1000,
    proof: [],
    place: `${region}:${_id}`,
    nameKey: `${name} ${_id}`,
    liaisonYear: isNamed(i) ? year : wasNamed(i) ? year - 1 : 0,
    liaison: isNamed(i) || wasNamed(i) ? liaison : null,
    invitation: '',
    decidedWith: '',
    remindedOn: '',
    remindedWith: '',
    wasMessaged: false,
  }
}

function liaisonOf(i: number, { year }: Crowd) {
  const unit = idOf(i)
  return {
    _id: `${unit}:${year}`,
    ...{ unit, year, name: `联络员${i}`, duty: '科普干事', phone: phoneOf(i), mail: `unit${i}@example.cn` },
    namedAt: BEGIN + HOUR,
    late: false,
    version: 1,
    changedWith: '',
  }
}

function organiserOf(i: number, { cities }: Crowd) {
  const grant = { role: 'organiser', region: cities[i % cities.length] ?? '000000', unit: null, since: BEGIN }
  return {
    _id: `many-organiser-${i}`,
    handle: `many-handle-${String(i).padStart(10, '0')}`,
    nickname: `组织者${i}`,
    nicknameState: 'shown',
    avatar: '',
    region: grant.region,
    ageBand: '18-59',
    unit: null,
    consent: { version: '2026-11', at: BEGIN },
    guardian: null,
    grants: [grant],
  }
}

function listedRole({ handle, grants }: ReturnType<typeof organiserOf>) {
  return grants.map(({ role, region, since }) => ({ _id: `${region}:${role}:${handle}`, handle, role, region, since }))
}

/** Fills a database with many units and organisers, the same every time. */
export async function sowCrowd(database: Soil, crowd: Crowd): Promise<void> {
  const numbers = count(crowd.units, i => i)
  const organisers = count(crowd.organisers, i => organiserOf(i, crowd))
  await database.insert(
    'units',
    numbers.map(i => unitOf(i, crowd)),
  )
  await database.insert(
    'unit_liaisons',
    numbers.filter(i => !isWaiting(i) && isNamed(i)).map(i => liaisonOf(i, crowd)),
  )
  await database.insert('people', organisers)
  await database.insert('role_grants', organisers.flatMap(listedRole))
}
