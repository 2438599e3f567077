import type { Logs } from '../../../contract/practice-logs'
import type { Category } from '../../../contract/questions'
import type { Instant } from '../../../contract/time'
import { isKnown, isMistake, isRight } from './progress'
import { memoryOf } from './spacing'

/** Questions of one round. */
export const ROUND = 10

/** `contest` holds what was answered wrongly in the contest; it lies apart, and so is not dealt here. */
export const DECKS = ['daily', 'category', 'weak', 'mistakes', 'favourites', 'contest'] as const

export type DeckKind = (typeof DECKS)[number]

/** What questions are dealt from. */
export interface Shelf {
  ids: ReadonlyMap<Category, readonly string[]>
  logs: Logs
  starred: readonly string[]
  now: Instant
  /** At least 0 and less than 1. */
  random: () => number
}

export function shuffled<Item>(items: readonly Item[], random: () => number): Item[] {
  return items
    .map(item => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item)
}

interface Placed {
  id: string
  due: Instant
}

const placed = (ids: readonly string[], { logs }: Shelf): Placed[] =>
  ids.flatMap(id => {
    const memory = memoryOf(logs.get(id) ?? [])
    return memory ? [{ id, due: memory.due }] : []
  })

const byDue = (a: Placed, b: Placed): number => a.due - b.due

/** Ids whose time has come, the longest overdue first. */
export const dueIds = (ids: readonly string[], shelf: Shelf): string[] =>
  placed(ids, shelf)
    .filter(({ due }) => due <= shelf.now)
    .sort(byDue)
    .map(({ id }) => id)

/** What is due, then what is new, then what can wait. */
function inTurn(ids: readonly string[], shelf: Shelf): string[] {
  const due = dueIds(ids, shelf)
  const fresh = shuffled(ids, shelf.random).filter(id => !shelf.logs.has(id))
  const early = placed(ids, shelf)
    .filter(one => one.due > shelf.now)
    .sort(byDue)
  return [...due, ...fresh, ...early.map(({ id }) => id)]
}

/** Takes from each category in turn, so that no category fills a round. */
function acrossCategories(shelf: Shelf): string[] {
  const rows = shuffled([...shelf.ids.values()], shelf.random).map(ids => inTurn(ids, shelf))
  const longest = Math.max(0, ...rows.map(({ length }) => length))
  return Array.from({ length: longest }, (_, at) => rows.flatMap(row => row[at] ?? [])).flat()
}

const everyId = ({ ids }: Shelf): string[] => [...ids.values()].flat()

/** The day's ten: everything due comes first, whatever its category. */
function daily(shelf: Shelf): string[] {
  const due = dueIds(everyId(shelf), shelf)
  return [...new Set([...due, ...acrossCategories(shelf)])].slice(0, ROUND)
}

const wrongShare = (id: string, logs: Logs): number => {
  const reviews = logs.get(id) ?? []
  return reviews.length === 0 ? 0 : reviews.filter(review => !isRight(review)).length / reviews.length
}

const knownShare = (ids: readonly string[], logs: Logs): number =>
  ids.filter(id => isKnown(logs.get(id))).length / ids.length

/** What is most often wrong; then, of the category of which least is known, what is next. */
function weak(shelf: Shelf): string[] {
  const { logs, ids } = shelf
  const often = everyId(shelf)
    .filter(id => wrongShare(id, logs) > 0)
    .sort((a, b) => wrongShare(b, logs) - wrongShare(a, logs))
  const [weakest = []] = [...ids.values()].sort((a, b) => knownShare(a, logs) - knownShare(b, logs))
  return [...new Set([...often, ...inTurn(weakest, shelf)])].slice(0, ROUND)
}

/** The questions of the book of mistakes that are on the phone. */
export const mistakeIds = (shelf: Pick<Shelf, 'ids' | 'logs'>): string[] =>
  [...shelf.ids.values()].flat().filter(id => isMistake(shelf.logs.get(id)))

/** The favourites that are on the phone. */
export const favouriteIds = ({ ids, starred }: Pick<Shelf, 'ids' | 'starred'>): string[] =>
  [...ids.values()].flat().filter(id => starred.includes(id))

/** Deals the questions of a round. */
export function deal(kind: Exclude<DeckKind, 'contest'>, category: Category | null, shelf: Shelf): string[] {
  if (kind === 'daily') return daily(shelf)
  if (kind === 'weak') return weak(shelf)
  if (kind === 'mistakes') return shuffled(mistakeIds(shelf), shelf.random).slice(0, ROUND)
  if (kind === 'favourites') return shuffled(favouriteIds(shelf), shelf.random).slice(0, ROUND)
  return inTurn((category && shelf.ids.get(category)) ?? [], shelf).slice(0, ROUND)
}
