import type { Deletion } from '../../miniprogram/contract/people'
import type { Sheet } from '../platform/workbook'
import * as bank from '../bank/api'
import * as notices from '../notices/api'
import * as practice from '../practice/api'
import * as quiz from '../quiz/api'
import * as standings from '../standings/api'
import * as units from '../units/api'
import type { StoredTextReview } from './repository/text-reviews'

interface KeeperOfData {
  dataOf(person: string): Promise<Sheet[]>
  forget(person: string): Promise<Deletion>
}

/** Every other domain that stores something about persons. */
const KEEPERS: readonly KeeperOfData[] = [
  { dataOf: quiz.dataOf, forget: quiz.forget },
  // After the attempts: see standings/personal-data.ts.
  { dataOf: standings.dataOf, forget: standings.forget },
  { dataOf: practice.dataOf, forget: practice.forget },
  { dataOf: bank.dataOf, forget: bank.forget },
  { dataOf: units.dataOf, forget: units.forget },
  { dataOf: notices.dataOf, forget: notices.forget },
]

export async function dataElsewhere(person: string): Promise<Sheet[]> {
  const sheets: Sheet[] = []
  for (const keeper of KEEPERS) sheets.push(...(await keeper.dataOf(person)))
  return sheets
}

/** Each can be asked again: what is gone stays gone. */
export async function forgetElsewhere(person: string): Promise<Deletion[]> {
  const outcomes: Deletion[] = []
  for (const keeper of KEEPERS) outcomes.push(await keeper.forget(person))
  return outcomes
}

type Listener = (subject: string, passes: boolean, text: string) => Promise<unknown>

/** Nicknames are this domain's own; a unit's name waits with its application for the same organisers. */
const LISTENERS: Partial<Record<StoredTextReview['shownAs'], Listener>> = {
  notice: notices.textDecided,
  certificate: quiz.nameDecided,
  'question-report': bank.textDecided,
}

export async function tellTextDecided({ shownAs, subject, text }: StoredTextReview, passes: boolean): Promise<void> {
  await LISTENERS[shownAs]?.(subject, passes, text)
}
