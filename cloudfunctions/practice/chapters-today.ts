import { type Day, dayOf, MINUTE } from '../../miniprogram/contract/time'
import { keyedHash } from '../platform/secret'
import { warm } from '../platform/warm'
import { practiceQuestions } from '../quiz/api'
import { chaptersOn, type WholeChapter } from './chapters'

/** How soon a change of the practice bank reaches every function instance. */
const LIFETIME = 10 * MINUTE
const VERSION_LENGTH = 16

const versionOf = (text: string): string => keyedHash('practice chapter', text).slice(0, VERSION_LENGTH)

/** The chapters of today: one read, then none for its lifetime; at midnight in Beijing they are made anew. */
export const chaptersToday = warm<{ day: Day; chapters: WholeChapter[] }>({
  lifetime: LIFETIME,
  async load(now) {
    const day = dayOf(now)
    return { day, chapters: chaptersOn(day, await practiceQuestions(), versionOf) }
  },
  holds: ({ day }, now) => day === dayOf(now),
})
