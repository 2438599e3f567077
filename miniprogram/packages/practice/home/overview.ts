import type { Category } from '../../../contract/questions'
import { beijing, dayOf } from '../../../contract/time'
import {
  categoryLabel,
  dailyNote,
  dailyShare,
  favouritesNote,
  mistakesNote,
  streakText,
  WEEKDAYS,
  weekdayLabel,
} from '../../../copy/practice'
import { CATEGORY_NAMES } from '../../../copy/quiz'
import { contestWrongs } from '../../../stores/contest-wrongs'
import { dueIds, favouriteIds, mistakeIds, ROUND, type Shelf } from '../learning/decks'
import { answeredOn, isKnown, weekOf } from '../learning/progress'

export interface Overview {
  today: { count: string; done: string; share: number; note: string; isDone: boolean }
  streak: string
  week: { weekday: string; done: boolean; label: string }[]
  hasWeakness: boolean
  mistakes: string
  favourites: string
  categories: { category: Category; name: string; share: number; known: string; label: string }[]
}

export const NOTHING: Overview = {
  today: { count: '0', done: dailyShare(0), share: 0, note: '', isDone: false },
  streak: '',
  week: [],
  hasWeakness: false,
  mistakes: '',
  favourites: '',
  categories: [],
}

function categoriesOf({ ids, logs }: Shelf): Overview['categories'] {
  return [...ids].map(([category, all]) => {
    const known = all.filter(id => isKnown(logs.get(id))).length
    return {
      category,
      name: CATEGORY_NAMES[category],
      share: known / all.length,
      known: `${known} / ${all.length}`,
      label: categoryLabel(category, known, all.length),
    }
  })
}

/** How practice stands, in the words of the home page. */
export function overviewOf(shelf: Shelf): Overview {
  const done = Math.min(ROUND, answeredOn(shelf.logs, dayOf(shelf.now)))
  const { streak, practisedToday, days } = weekOf(shelf.logs, shelf.now)
  const mistakes = mistakeIds(shelf).length + contestWrongs().length
  return {
    today: {
      count: String(done),
      done: dailyShare(done),
      share: done / ROUND,
      note: dailyNote(done, dueIds([...shelf.ids.values()].flat(), shelf).length),
      isDone: done === ROUND,
    },
    streak: streakText(streak, practisedToday),
    week: days.map(({ at, done }) => {
      const weekday = WEEKDAYS[beijing(at).day()]
      return { weekday, done, label: weekdayLabel(weekday, done) }
    }),
    hasWeakness: [...shelf.logs.values()].some(reviews => reviews.some(({ rating }) => rating === 1)),
    mistakes: mistakesNote(mistakes),
    favourites: favouritesNote(favouriteIds(shelf).length),
    categories: categoriesOf(shelf),
  }
}
