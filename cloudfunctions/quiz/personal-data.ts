import type { Deletion } from '../../miniprogram/contract/people'
import { beijing, type Instant } from '../../miniprogram/contract/time'
import { removeFiles } from '../platform/files'
import { keyedHash } from '../platform/secret'
import type { Sheet } from '../platform/workbook'
import { keepScores } from './repository/anonymous-scores'
import { attempts } from './repository/attempts'
import { certificates } from './repository/certificates'
import { ATTEMPTS_SHEET, CERTIFICATE_STATES, CERTIFICATES_SHEET, COUNTS, SET_ASIDE } from './words'

const time = (at: Instant): string => beijing(at).format('YYYY-MM-DD HH:mm:ss')

/** Every attempt of a person, the last ones first, and their certificates. Two reads. */
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
    attempt.state === 'open' ? '' : attempt.setAside ? SET_ASIDE : COUNTS,
    (attempt.setAside ?? attempt.restored)?.note ?? '',
  ])
  const certificateRows = (await certificates.allOf(person)).map(({ round, name, code, issuedAt, state }) => [
    round,
    name,
    code,
    time(issuedAt),
    CERTIFICATE_STATES[state],
  ])
  return [
    { ...ATTEMPTS_SHEET, rows },
    { ...CERTIFICATES_SHEET, rows: certificateRows },
  ]
}

async function forgetCertificates(person: string): Promise<void> {
  const all = await certificates.allOf(person)
  await removeFiles(all.flatMap(({ picture }) => (picture === '' ? [] : [picture])))
  await certificates.removeAllOf(person)
}

/** What statistics need of the scores is kept apart; attempts and certificates are removed. Can be asked again until it is done. */
export async function forget(person: string): Promise<Deletion> {
  await forgetCertificates(person)
  const all = await attempts.allOf(person)
  const scores = all.flatMap(({ round, day, score, setAside }) =>
    score === null || setAside ? [] : [{ round, day, score }],
  )
  // The same attempts give the same id, so that a deletion that was cut off counts nothing twice.
  const first = all.at(-1)
  if (first && scores.length > 0)
    await keepScores({ _id: keyedHash('anonymous scores', first._id, first.startedAt), scores })
  await attempts.removeAllOf(person)
  return { deleted: ['quiz-attempts', 'quiz-certificates'], kept: ['quiz-scores'] }
}
