import type { GroupPlace } from '../../miniprogram/contract/standings'

/** A person's best result. */
export interface Result {
  score: number
  seconds: number
}

/** How many players are in each cell of score and time: `<score>-<ten seconds>`. */
export type Cells = Readonly<Record<string, number>>

const CELL_SECONDS = 10

/** Everything longer lies in the last cell of its score. */
const LAST_CELL = 999

const stepOf = ({ seconds }: Result): number => Math.min(LAST_CELL, Math.floor(seconds / CELL_SECONDS))

export const cellOf = (result: Result): string => `${result.score}-${stepOf(result)}`

/** Negative where the first is better: more points, then less time. */
export const compareResults = (one: Result, other: Result): number =>
  other.score - one.score || one.seconds - other.seconds

export const better = (one: Result | null, other: Result): Result =>
  one !== null && compareResults(one, other) <= 0 ? one : other

/** The cells with one player moved; null is outside. */
export function moved(cells: Cells, from: Result | null, to: Result | null): Cells {
  const counts: Record<string, number> = { ...cells }
  if (from) counts[cellOf(from)] = (counts[cellOf(from)] ?? 0) - 1
  if (to) counts[cellOf(to)] = (counts[cellOf(to)] ?? 0) + 1
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0))
}

/**
 * The place of a result among the others: at best behind everybody in better cells, at worst behind everybody in its own
 * cell too.
 * @param others the cells without the person
 */
export function placeIn(others: Cells, own: Result): { from: number; to: number } {
  const step = stepOf(own)
  let ahead = 0
  for (const [cell, count] of Object.entries(others)) {
    const [score = 0, time = 0] = cell.split('-').map(Number)
    if (score > own.score || (score === own.score && time < step)) ahead += count
  }
  return { from: ahead + 1, to: ahead + 1 + (others[cellOf(own)] ?? 0) }
}

/** As many players of average as a group is mixed with; docs/quiz/standings.md says why so many. */
const PRIOR_PLAYERS = 10

/** The average of a group, drawn towards that of everybody where players are few. */
export const shrunk = (sum: number, players: number, mean: number): number =>
  (sum + PRIOR_PLAYERS * mean) / (players + PRIOR_PLAYERS)

interface Group {
  code: string
  name: string
  players: number
  sum: number
}

export interface RankedGroup extends Omit<GroupPlace, 'own'> {
  code: string
}

const tenths = (value: number): number => Math.round(value * 10) / 10

export const meanOf = ({ sum, players }: Pick<Group, 'sum' | 'players'>): number =>
  players === 0 ? 0 : tenths(sum / players)

/** Places by what is shown: equal averages share a place, and the one with more players stands first. */
export function rankGroups(groups: readonly Group[], mean: number, minPlayers: number, most: number): RankedGroup[] {
  const listed = groups
    .filter(({ players }) => players >= minPlayers)
    .map(({ code, name, players, sum }) => ({ code, name, players, mean: tenths(shrunk(sum, players, mean)) }))
    .sort((one, other) => other.mean - one.mean || other.players - one.players || (one.code < other.code ? -1 : 1))
  return withPlaces(listed, (one, other) => one.mean === other.mean).slice(0, most)
}

/** Competition places: after two firsts comes a third. */
export function withPlaces<Item extends object>(
  sorted: readonly Item[],
  same: (one: Item, other: Item) => boolean,
): (Item & { place: number })[] {
  const placed: (Item & { place: number })[] = []
  for (const item of sorted) {
    const last = placed.at(-1)
    placed.push({ ...item, place: last && same(last, item) ? last.place : placed.length + 1 })
  }
  return placed
}

/** Everything up to this instant is counted; with an id, of the instant itself only what comes up to that id. */
export interface Cursor {
  at: number
  id: string | null
}

interface Counted {
  _id: string
  countedAt: number | null
}

const atOf = ({ countedAt }: Counted): number => countedAt ?? 0

/** Whether an attempt that was handed in then has yet to be counted for the first time. */
export const isFresh = (cursor: Cursor, submittedAt: number, id: string): boolean =>
  submittedAt > cursor.at || (submittedAt === cursor.at && cursor.id !== null && id > cursor.id)

/**
 * The next attempts to count. Those of one instant come in no certain order, so an instant that may go on beyond what was
 * read waits for the next slice; where it fills a slice by itself it is read by id.
 * @param ties what is left of the cursor's own instant, by id
 * @param later in the order of time, as many as `most` leaves room for
 */
export function sliceOf<Item extends Counted>(
  cursor: Cursor,
  { ties, later, most }: { ties: readonly Item[]; later: readonly Item[]; most: number },
): { items: Item[]; cursor: Cursor } {
  if (ties.length >= most) return { items: [...ties], cursor: { at: cursor.at, id: ties.at(-1)?._id ?? cursor.id } }
  const last = later.at(-1)
  const isCut = ties.length + later.length >= most
  const whole = last && isCut ? later.filter(item => atOf(item) < atOf(last)) : later
  if (last && ties.length + whole.length === 0) return { items: [], cursor: { at: atOf(last), id: '' } }
  return { items: [...ties, ...whole], cursor: { at: Math.max(cursor.at, ...whole.map(atOf)), id: null } }
}

interface Submitted {
  _id: string
  person: string
  round: string
  score: number | null
  seconds: number | null
  startedAt: number
}

const SAME_AT_LEAST = 5
const SECOND = 1000

/** Ids of attempts that five persons or more made alike: same score, same time, begun in the same second. */
export function samePatterns(attempts: readonly Submitted[]): ReadonlySet<string> {
  const alike = new Map<string, Submitted[]>()
  for (const attempt of attempts) {
    const second = Math.floor(attempt.startedAt / SECOND)
    const pattern = [attempt.round, attempt.score, attempt.seconds, second].join()
    alike.set(pattern, [...(alike.get(pattern) ?? []), attempt])
  }
  const many = [...alike.values()].filter(group => new Set(group.map(({ person }) => person)).size >= SAME_AT_LEAST)
  return new Set(many.flat().map(({ _id }) => _id))
}
