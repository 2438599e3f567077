import { keyedHash, knownPerson } from './people-of-personas'
import { attemptOn, PLAYED_ROUND, type Question } from './players-2026'

const SECOND = 1000
const MINUTE = 60 * SECOND

/** The evening before the demo moment. */
const BEGIN = Date.parse('2026-09-17T20:10:00+08:00')
const DAY = '2026-09-17'

interface Soil {
  insert(collection: string, documents: Record<string, unknown>[]): unknown
}

const shuozhou = (secret: string, i: number) =>
  knownPerson(secret, { openId: `demo-odd-player-${i}`, name: `早起的喜鹊${i}`, region: '140600' })

/** Options as the attempt shows them: the same keyed hash as the functions', so that one place can be chosen throughout. */
function shownFirst(secret: string, person: string, { _id, options }: Question): string {
  const placeOf = (id: string) => keyedHash(secret, 'layout', PLAYED_ROUND, DAY, person, 1, `option ${_id} ${id}`)
  const [first] = options.map(({ id }) => ({ id, place: placeOf(id) })).sort((a, b) => (a.place < b.place ? -1 : 1))
  return first?.id ?? ''
}

/** What the desk looks at: two who were quicker than reading, one who chose one place throughout, and five alike. */
export async function sowOddAttempts(database: Soil, secret: string, bank: readonly Question[]): Promise<void> {
  const people = Array.from({ length: 8 }, (_, i) => shuozhou(secret, i + 1))
  const drawn = bank.filter(({ kind }) => kind === 'single').slice(0, 10)
  const made = people.map(({ _id: person }, i) => {
    const isAlike = i >= 3
    const seconds = isAlike ? 31 : ([7, 9, 95][i] ?? 0)
    const startedAt = BEGIN + (isAlike ? 0 : (i + 1) * 10 * MINUTE)
    const rightly = { person, startedAt, seconds, right: isAlike ? 10 : 9, day: DAY, number: 1 }
    const attempt = attemptOn(drawn, rightly)
    if (i < 2) return { ...attempt, suspicions: ['too-fast'] }
    if (isAlike) return attempt
    const answers = drawn.map(question => [shownFirst(secret, person, question)])
    const right = drawn.filter(({ key }, at) => key[0] === answers[at]?.[0]).length
    return { ...attempt, answers, score: right * 10, suspicions: ['same-places'] }
  })
  await database.insert('people', people)
  await database.insert('quiz_attempts', made)
}
