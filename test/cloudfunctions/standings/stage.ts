import type { Question } from '../../../cloudfunctions/quiz/question'
import { SECOND } from '../../../miniprogram/contract/time'
import type { Cloud } from '../../../local/cloud/start-cloud'
import { demoMoment } from '../../../local/seed/edition-2026'
import { bankOf } from '../../support/answer-key'

export const ROUND = '2026-main'

interface Made {
  person: string
  /** How many of the ten answers are right. */
  right: number
  seconds: number
  /** Milliseconds after the demo moment at which it was handed in. */
  after: number
  number?: number
  change?: Record<string, unknown>
}

const drawn = new WeakMap<Cloud, Question[]>()

/** The same ten for everybody, read once. */
function drawnFrom(cloud: Cloud): Question[] {
  const questions = drawn.get(cloud) ?? bankOf(cloud).slice(0, 10)
  drawn.set(cloud, questions)
  return questions
}

/** An attempt as the submission leaves it, on ten questions of the bank. */
export function attemptOf(cloud: Cloud, { person, right, seconds, after, number = 1, change = {} }: Made) {
  const questions = drawnFrom(cloud)
  const submittedAt = demoMoment + after
  return {
    _id: `${ROUND}.2026-09-18.${number}.${person}`,
    ...{ person, round: ROUND, day: '2026-09-18', number, paper: questions.map(({ _id }) => _id).join(' ') },
    startedAt: submittedAt - seconds * SECOND,
    deadline: submittedAt + 300 * SECOND,
    state: 'submitted',
    scoredBy: questions.map(({ _id }) => _id),
    answers: questions.map(({ key, options }, at) =>
      at < right
        ? key
        : options
            .map(({ id }) => id)
            .filter(id => !key.includes(id))
            .slice(0, 1),
    ),
    ...{ score: right * 10, seconds, submittedAt, submittedWith: 'key', countedAt: submittedAt },
    ...{ suspicions: [], rescored: null, ...change },
  }
}

/** Changes stored attempts, as another function would. */
export function changeAttempts(
  { database }: Cloud,
  change: (attempt: Record<string, unknown>) => Record<string, unknown>,
): void {
  const changed = database.find('quiz_attempts').map(attempt => ({ ...attempt, ...change(attempt) }))
  database.clear('quiz_attempts')
  database.insert('quiz_attempts', changed)
}

/** A person known to everybody, of a city and perhaps of a unit. */
export const personOf = (person: string, region: string | null, unit: { id: string; name: string } | null = null) => ({
  ...{ _id: person, handle: `handle-of-${person}`, nickname: `名叫${person}`, nicknameState: 'shown', avatar: '' },
  ...{ region, ageBand: '18-59', unit, consent: { version: '2026-11', at: 1 }, guardian: null, grants: [] },
})

const KEPT = [
  ...['quiz_standings', 'quiz_tallies', 'quiz_suspicions', 'quiz_roll_ups'],
  ...['quiz_item_statistics', 'quiz_item_rulings', 'quiz_item_counts'],
]

export function clearStandings({ database }: Cloud): void {
  for (const name of [...KEPT, 'quiz_attempts']) database.clear(name)
}

const MOMENTS = ['asOf', 'version', 'toldAt', 'busyUntil']

const withoutMoments = (document: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(document).filter(([field]) => !MOMENTS.includes(field)))

const byId = (one: Record<string, unknown>, other: Record<string, unknown>): number =>
  String(one['_id']) < String(other['_id']) ? -1 : 1

/** Everything the roll-up keeps, but for when it ran and how often a board was written. */
export const countedIn = ({ database }: Cloud): Record<string, unknown[]> =>
  Object.fromEntries(
    KEPT.map(name => {
      const documents = database.find(name).map(withoutMoments)
      return [name, documents.sort(byId)]
    }),
  )
