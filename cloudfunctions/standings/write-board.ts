import { regionName } from '../../miniprogram/contract/region-names'
import { provinceOf } from '../../miniprogram/contract/regions'
import type { Instant } from '../../miniprogram/contract/time'
import { belongingOf } from '../people/api'
import { keyedHash } from '../platform/secret'
import { rounds } from '../quiz/api'
import { boards, standings, visibility } from './repository/standings'
import type { Board, Standing } from './repository/standings-spec'
import { type StoredTally, tallies, tallyId } from './repository/tallies'
import { compareResults, meanOf, rankGroups, withPlaces } from './rules'

const MOST_GROUPS = 50

const KEY_LENGTH = 22

/** Finds a person's own row on a board, and names nobody. */
export const rowKey = (round: string, person: string): string =>
  keyedHash('board row', round, person).slice(0, KEY_LENGTH)

async function peopleOf(round: string): Promise<Board['people']> {
  const best = await standings.best(round)
  const persons = best.map(({ person }) => person)
  const [willing, belonging] = [await visibility.amongst(persons), await belongingOf(persons)]
  const nameOf = ({ person }: Standing) => (willing.has(person) ? (belonging.get(person)?.nickname ?? '') : '')
  return withPlaces(best, (one, other) => compareResults(one, other) === 0).map(standing => ({
    place: standing.place,
    key: rowKey(round, standing.person),
    name: nameOf(standing),
    region: standing.region && provinceOf(standing.region),
    score: standing.score,
    seconds: standing.seconds,
  }))
}

const groupOf =
  (nameOf: (tally: StoredTally) => string) =>
  (tally: StoredTally): { code: string; name: string; players: number; sum: number } => ({
    code: tally.code,
    name: nameOf(tally),
    players: tally.value.players,
    sum: tally.value.sum,
  })

const ofRegion = groupOf(({ code }) => regionName(code))
const ofUnit = groupOf(({ value }) => value.name)

/**
 * Writes a round's board anew. False where a name was taken off meanwhile: then what was read may still have it.
 * @param counted the last batch that is in the tallies
 */
export async function writeBoard(round: string, counted: number, asOf: Instant): Promise<boolean> {
  const last = await boards.get(round)
  const [all] = await tallies.byIds([tallyId(round, 'round', 'all')])
  if (!all) return true
  const { minPlayers = 1 } = (await rounds.get(round)) ?? {}
  const [units, regions] = [await tallies.bestUnits(round), await tallies.regions(round)]
  const mean = meanOf(all.value)
  const ranked = (groups: ReturnType<typeof ofUnit>[]) => rankGroups(groups, mean, minPlayers, MOST_GROUPS)
  const board = {
    ...{ round, asOf, counted, mean, minPlayers, players: all.value.players, cells: all.value.cells },
    people: await peopleOf(round),
    units: ranked(units.map(ofUnit)),
    cities: ranked(regions.filter(({ kind }) => kind === 'city').map(ofRegion)),
    provinces: ranked(regions.filter(({ kind }) => kind === 'province').map(ofRegion)),
  }
  return boards.put(board, last?.version ?? null)
}
