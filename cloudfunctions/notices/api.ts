import type { Deletion } from '../../miniprogram/contract/people'
import type { Sheet } from '../platform/workbook'
import { messageAgreements, type StoredAgreement } from './repository/message-agreements'
import { notices } from './repository/notices'
import { AGREEMENTS_SHEET, KIND_WORDS, momentText, PURPOSE_WORDS, STATE_WORDS } from './words'

// What other domains may use of this one.

export { announceScores } from './announce-scores'

/** Uses up a person's agreement to one message of this purpose; false where there is none. One write. */
export const takeAgreement = (person: string, purpose: 'liaison'): Promise<boolean> =>
  messageAgreements.take(person, purpose)

/** Shows a notice whose text an organiser has let pass, or drops it. Told again it does nothing. */
export async function textDecided(notice: string, passes: boolean): Promise<void> {
  await notices.decide(notice, passes)
}

/** Every agreement of a person and what became of it. One read. */
export async function dataOf(person: string): Promise<Sheet[]> {
  return [{ ...AGREEMENTS_SHEET, rows: (await messageAgreements.allOf(person)).map(rowOf) }]
}

const rowOf = ({ purpose, year, activity, kind, sendAt, state }: StoredAgreement) => [
  PURPOSE_WORDS[purpose],
  year === 0 ? '' : year,
  activity,
  KIND_WORDS[kind],
  sendAt === 0 ? '' : momentText(sendAt),
  STATE_WORDS[state],
]

/** Notices name nobody; what goes is the agreements. One write; can be asked again. */
export async function forget(person: string): Promise<Deletion> {
  await messageAgreements.forgetPerson(person)
  return { deleted: ['reminders'], kept: [] }
}
