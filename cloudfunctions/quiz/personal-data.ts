import type { Deletion } from '../../miniprogram/contract/people'
import { beijing, type Instant } from '../../miniprogram/contract/time'
import { keyedHash } from '../platform/secret'
import type { Sheet } from '../platform/workbook'
import { keepScores } from './repository/anonymous-scores'
import { attempts } from './repository/attempts'
import { ATTEMPTS_SHEET } from './words'

const time = (at: Instant): string => beijing(at).format('YYYY-MM-DD HH:mm:ss')

/** Every attempt of a person, the last ones first. */
export async function dataOf(person: string): Promise<Sheet[]> {
  const rows = (await attempts.allOf(person)).map(attempt => [
    attempt.round,
    attempt.day,
    attempt.number,
    time(attempt.startedAt),
    attempt.submittedAt === null ? '' : time(attempt.submittedAt),
    attempt.score ?? '',
    attempt.seconds ?? '',
    attempt.answers.map(chosen => chosen.join(' ')).join('; '),
    attempt.paper,
  ])
  return [{ ...ATTEMPTS_SHEET, rows }]
}

/** What statistics need of the scores is kept apart; every attempt is removed. Can be asked again until it is done. */
export async function forget(person: string): Promise<Deletion> {
  const all = await attempts.allOf(person)
  const scores = all.flatMap(({ round, day, score }) => (score === null ? [] : [{ round, day, score }]))
  // The same attempts give the same id, so that a deletion that was cut off counts nothing twice.
  const first = all.at(-1)
  if (first && scores.length > 0)
    await keepScores({ _id: keyedHash('anonymous scores', first._id, first.startedAt), scores })
  await attempts.removeAllOf(person)
  return { deleted: ['quiz-attempts'], kept: ['quiz-scores'] }
}
