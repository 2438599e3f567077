import { currentEdition } from '../../../stores/edition'
import { scheduleOf } from '../../../stores/schedule'
import type { Found } from './activity-content'

async function inCurrentYear(kind: string): Promise<Found | null> {
  const { activities, edition, quiz } = await currentEdition()
  const activity = activities.find(other => other.kind === kind)
  return activity ? { activity, year: edition.year, state: 'published', quizOpen: quiz !== null } : null
}

async function inYear(kind: string, year: number): Promise<Found | null> {
  const { activities, edition, state } = await scheduleOf(year)
  const activity = activities.find(other => other.kind === kind)
  return activity ? { activity, year: edition.year, state, quizOpen: false } : null
}

/** An activity of a year, 0 for the current one; null where that year has none of the kind. Throws CallError. */
export const findActivity = (kind: string, year: number): Promise<Found | null> =>
  year === 0 ? inCurrentYear(kind) : inYear(kind, year)
