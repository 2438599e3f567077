/** What a contest is when the whole country has played. */
interface Contest {
  players: number
  round: string
  /** When it is; everybody has played in the days before. */
  now: number
}

interface Soil {
  insert(collection: string, documents: Record<string, unknown>[]): unknown
}

const DAY = 24 * 60 * 60 * 1000
const DAYS = 10
const QUESTIONS = 10
const LONGEST = 300
const PART = 5000

/** Looks like chance, and is the same every time. */
const spread = (i: number, most: number): number => (Math.imul(i + 1, 2_654_435_761) >>> 8) % most

const personAt = (i: number): string => `many-player-${String(i).padStart(7, '0')}`

const resultAt = (i: number) => ({ score: spread(i, QUESTIONS + 1) * 10, seconds: 20 + spread(i + 1, LONGEST - 20) })

function attemptAt(i: number, { round, now }: Contest) {
  const submittedAt = now - DAY - spread(i + 2, DAYS * DAY)
  const { score, seconds } = resultAt(i)
  const day = new Date(submittedAt).toISOString().slice(0, 10)
  return {
    ...{ _id: `${round}.${day}.1.${personAt(i)}`, person: personAt(i), round, day, number: 1, paper: 'air-01@1' },
    ...{ startedAt: submittedAt - seconds * 1000, deadline: submittedAt, state: 'submitted', answers: [['a']] },
    ...{ score, seconds, submittedAt, submittedWith: 'many', countedAt: submittedAt, suspicions: [], rescored: null },
  }
}

const standingAt = (i: number, { round }: Contest) => ({
  ...{ _id: `${round}:${personAt(i)}`, kind: 'standing', round, person: personAt(i), ...resultAt(i) },
  ...{ attempts: 1, unit: null, region: null, batch: 1, before: null },
})

function tallyOf({ players, round, now }: Contest) {
  const cells: Record<string, number> = {}
  let sum = 0
  for (let i = 0; i < players; i++) {
    const { score, seconds } = resultAt(i)
    const cell = `${score}-${Math.floor(seconds / 10)}`
    cells[cell] = (cells[cell] ?? 0) + 1
    sum += score
  }
  const value = { name: '', players, attempts: players, sum, cells, days: {}, latest: null }
  return {
    _id: `${round}:round:all`,
    round,
    kind: 'round',
    code: 'all',
    value,
    batch: 1,
    before: null,
    order: 0,
    at: now,
  }
}

/** The person whose result stands in the middle of all. */
export const middlePlayer = ({ players }: Pick<Contest, 'players'>): string => personAt(Math.floor(players / 2))

/**
 * Fills a database with people who have each played once and have been counted; the board is still to be written by the
 * next run of the roll-up.
 */
export function sowManyPlayers(database: Soil, contest: Contest): void {
  for (let from = 0; from < contest.players; from += PART) {
    const numbers = Array.from({ length: Math.min(PART, contest.players - from) }, (_, at) => from + at)
    database.insert(
      'quiz_attempts',
      numbers.map(i => attemptAt(i, contest)),
    )
    database.insert(
      'quiz_standings',
      numbers.map(i => standingAt(i, contest)),
    )
  }
  database.insert('quiz_tallies', [tallyOf(contest)])
  const cursor = { at: contest.now - DAY, id: null }
  const state = { _id: 'standings', batch: 2, cursor, busyUntil: 0 }
  database.insert('quiz_roll_ups', [{ ...state, boards: [contest.round] }])
  database.insert('quiz_item_counts', [{ ...state, _id: 'items', toldAt: contest.now, recount: null }])
}
