import { knownPerson } from './people-of-personas'

export const PLAYED_ROUND = '2026-main'
const MINUTE = 60 * 1000
const HOUR = 60 * MINUTE

/** An hour of the first of ten days on which people play. */
const BEGIN = Date.parse('2026-09-09T08:00:00+08:00')
const DAYS = 10

const PLAYERS = 160

const BIRDS = ['翠鸟', '苍鹭', '白鹭', '戴胜', '喜鹊', '震旦鸦雀', '黑鹳', '大天鹅', '褐马鸡', '红嘴蓝鹊']
const PLACES = ['河边的', '湿地的', '山里的', '校园的', '早起的', '爱看云的', '骑车的', '种树的']

const UNITS = [
  { id: 'demo-school-shuozhou', name: '朔州市第二中学' },
  { id: 'demo-wetland-shuozhou', name: '桑干河湿地公园管理中心' },
  { id: 'demo-museum-taiyuan', name: '太原市科技馆' },
]

const CITIES = ['140600', '140100', '140200', '110100', '310100', '330100', '440300', '530100', '650100', '420100']

/** Looks like chance, and is the same every time. */
const spread = (i: number, most: number): number => ((i * 7919 + 104_729) % 9973) % most

const openIdOf = (i: number): string => `demo-player-${i}`

const nicknameOf = (i: number): string => `${PLACES[i % PLACES.length] ?? ''}${BIRDS[spread(i, BIRDS.length)] ?? ''}`

/** Of three in one city two belong to a unit. */
function playerOf(secret: string, i: number) {
  const unit = i % 3 === 0 ? undefined : UNITS[Math.floor(i / 3) % UNITS.length]
  const region = unit
    ? unit.id.endsWith('taiyuan')
      ? '140100'
      : '140600'
    : (CITIES[spread(i, CITIES.length)] ?? '140600')
  return knownPerson(secret, { openId: openIdOf(i), name: nicknameOf(i), region, ...(unit ? { unit } : {}) })
}

export interface Question {
  _id: string
  kind: string
  key: string[]
  options: { id: string }[]
}

const isText = (value: unknown): value is string => typeof value === 'string'
const isOption = (value: unknown): value is { id: string } =>
  typeof value === 'object' && value !== null && 'id' in value && isText(value.id)

const isQuestion = (value: object): value is Question =>
  '_id' in value &&
  isText(value._id) &&
  'kind' in value &&
  isText(value.kind) &&
  'key' in value &&
  Array.isArray(value.key) &&
  value.key.every(isText) &&
  'options' in value &&
  Array.isArray(value.options) &&
  value.options.every(isOption)

interface Handed {
  person: string
  startedAt: number
  seconds: number
  /** How many of the first are right. */
  right: number
  day: string
  number: number
}

/** An attempt as the submission leaves it. */
export function attemptOn(drawn: readonly Question[], { person, startedAt, seconds, right, day, number }: Handed) {
  const submittedAt = startedAt + seconds * 1000
  return {
    _id: `${PLAYED_ROUND}.${day}.${number}.${person}`,
    ...{ person, round: PLAYED_ROUND, day, number, paper: drawn.map(({ _id }) => _id).join(' ') },
    ...{ startedAt, deadline: startedAt + 5 * MINUTE },
    ...{ state: 'submitted', score: right * 10, seconds, submittedAt, submittedWith: 'seed', countedAt: submittedAt },
    answers: drawn.map(({ key, options }, at) => (at < right ? key : options.slice(0, 1).map(({ id }) => id))),
    ...{ suspicions: [], rescored: null },
  }
}

/** The attempt of a player, on ten questions of the bank that move on from player to player. */
function attemptOf(i: number, person: string, bank: readonly Question[]) {
  const dayAt = Math.floor(DAYS * Math.sqrt((i % PLAYERS) / PLAYERS))
  const submittedAt = BEGIN + dayAt * 24 * HOUR + spread(i, 12) * HOUR + spread(i + 5, 60) * MINUTE + i
  const right = 3 + spread(i + 3, 8)
  const seconds = 55 + spread(i + 1, 220)
  const drawn = Array.from({ length: 10 }, (_, at) => bank[(i + at * 3) % bank.length]).filter(
    found => found !== undefined,
  )
  const day = new Date(submittedAt + 8 * HOUR).toISOString().slice(0, 10)
  return attemptOn(drawn, { person, startedAt: submittedAt - seconds * 1000, seconds, right, day, number: 1 })
}

/** Questions of the bank, as far as seeds need them. */
export const bankIn = (database: Soil): Question[] => database.find('quiz_questions').filter(isQuestion)

interface Soil {
  find(collection: string): object[]
  insert(collection: string, documents: Record<string, unknown>[]): unknown
}

/**
 * Fills the contest with people who have played, so that its ranking can be looked at.
 * @param known people of the demo year who have played too
 */
export async function sowPlayers(
  database: Soil,
  secret: string,
  bank: readonly Question[],
  known: readonly string[],
): Promise<void> {
  const players = Array.from({ length: PLAYERS }, (_, i) => playerOf(secret, i))
  const persons = [...players.map(({ _id }) => _id), ...known]
  await database.insert('people', players)
  await database.insert(
    'quiz_attempts',
    persons.map((person, i) => attemptOf(i, person, bank)),
  )
  await database.insert(
    'quiz_standings',
    players
      .filter((_, i) => i % 2 === 0)
      .map(({ _id }) => ({ _id: `shown:${_id}`, kind: 'visibility', person: _id, since: BEGIN })),
  )
}
