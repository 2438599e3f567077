import type { Deletion } from '../../miniprogram/contract/people'
import { logsIn, starsIn } from '../../miniprogram/contract/practice-logs'
import { beijing } from '../../miniprogram/contract/time'
import type { Sheet } from '../platform/workbook'
import { practiceCards, type StoredCards } from './repository/practice-cards'
import { PRACTICE_SHEET, STARRED } from './words'

// What other domains may use of this one.

/** A row for each question that a person has practised or marked. One read. */
export async function dataOf(person: string): Promise<Sheet[]> {
  const stored = await practiceCards.of(person)
  return [{ ...PRACTICE_SHEET, rows: stored ? rowsOf(stored) : [] }]
}

function rowsOf({ cards, stars }: StoredCards): (string | number)[][] {
  const [logs, marks] = [logsIn(cards), starsIn(stars)]
  return [...new Set([...logs.keys(), ...marks.keys()])].map(question => {
    const reviews = logs.get(question) ?? []
    const last = reviews.at(-1)
    return [
      question,
      reviews.length,
      reviews.filter(({ rating }) => rating === 1).length,
      last ? beijing(last.at).format('YYYY-MM-DD HH:mm:ss') : '',
      marks.get(question)?.starred ? STARRED : '',
    ]
  })
}

/** One write; can be asked again. */
export async function forget(person: string): Promise<Deletion> {
  await practiceCards.forget(person)
  return { deleted: ['practice-cards'], kept: [] }
}
