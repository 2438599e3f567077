import type { GroupPlace, OwnPlace, Ranking, standings as contract } from '../../miniprogram/contract/standings'
import { provinceOf } from '../../miniprogram/contract/regions'
import { type Instant, MINUTE } from '../../miniprogram/contract/time'
import type { Handler } from '../platform/context'
import { standings } from './repository/standings'
import { type Board, ofPlayer, type Standing } from './repository/standings-spec'
import { moved, placeIn, type RankedGroup } from './rules'
import { rowKey } from './write-board'

interface Kept {
  board: Board
  at: Instant
}

/** Boards in the memory of this instance, each for a minute. */
const kept = new Map<string, Kept>()

const BOARD_LIFETIME = MINUTE

const fresh = (found: Kept | undefined, now: Instant): Board | null =>
  found && Math.abs(now - found.at) < BOARD_LIFETIME ? found.board : null

const placesOf = (groups: readonly RankedGroup[], own: string | null): GroupPlace[] =>
  groups.map(({ code, ...group }) => ({ ...group, own: code === own }))

/** Exact for who is on the board; for everybody else from the cells, out of which one's own result is taken first. */
function ownPlace(own: Standing, board: Board): OwnPlace {
  const { score, seconds, attempts, region } = own
  const facts = { score, seconds, attempts, region, unit: own.unit?.name ?? null }
  const row = board.people.find(({ key }) => key === rowKey(own.round, own.person))
  if (row && row.score === score && row.seconds === seconds) return { from: row.place, to: row.place, ...facts }
  const counted = own.batch <= board.counted ? own : ofPlayer(own.before)
  return { ...placeIn(moved(board.cells, counted, null), own), ...facts }
}

const NOBODY_YET = {
  asOf: null,
  players: 0,
  mean: 0,
  minPlayers: 0,
  people: [],
  units: [],
  cities: [],
  provinces: [],
  own: null,
} as const

function rankingOf(board: Board, own: Standing | null): Omit<Ranking, 'shown'> {
  const key = own && rowKey(own.round, own.person)
  return {
    asOf: board.asOf,
    players: board.players,
    mean: board.mean,
    minPlayers: board.minPlayers,
    people: board.people.map(({ key: rowOf, ...row }) => ({ ...row, own: rowOf === key })),
    units: placesOf(board.units, own?.unit?.id ?? null),
    cities: placesOf(board.cities, own?.region ?? null),
    provinces: placesOf(board.provinces, own?.region ? provinceOf(own.region) : null),
    own: own && ownPlace(own, board),
  }
}

export const showRanking: Handler<typeof contract.showRanking> = async ({ round }, { who, now }) => {
  const known = fresh(kept.get(round), now)
  const seen = await standings.seenBy(who.person, round, known === null)
  const board = known ?? seen.board
  if (seen.board) kept.set(round, { board: seen.board, at: now })
  const { shown } = seen
  const own = ofPlayer(seen.own)
  return board ? { ...rankingOf(board, own), shown } : { ...emptyRanking(), shown }
}

const emptyRanking = (): Omit<Ranking, 'shown'> => ({
  ...NOBODY_YET,
  ...{ people: [], units: [], cities: [], provinces: [] },
})
