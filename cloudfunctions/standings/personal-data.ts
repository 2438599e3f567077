import type { Deletion } from '../../miniprogram/contract/people'
import { regionName } from '../../miniprogram/contract/region-names'
import { beijing } from '../../miniprogram/contract/time'
import { belongingOf } from '../people/api'
import type { Sheet } from '../platform/workbook'
import { standings, visibility } from './repository/standings'
import { ofPlayer, type Standing } from './repository/standings-spec'
import { type StoredSuspicion, suspicions } from './repository/suspicions'
import { nameOnBoards } from './visibility'
import { NO, STANDINGS_SHEET, SUSPICIONS_SHEET, VERDICT_WORDS, YES } from './words'

const standingRow = ({ round, score, seconds, attempts, unit, region }: Standing, shown: boolean) => [
  ...[round, score, seconds, attempts, unit?.name ?? '', region === null ? '' : regionName(region)],
  shown ? YES : NO,
]

const decisionCells = ({ decision }: StoredSuspicion): string[] =>
  decision
    ? [beijing(decision.at).format('YYYY-MM-DD HH:mm:ss'), VERDICT_WORDS[decision.verdict], decision.note]
    : ['', '', '']

const suspicionRow = (stored: StoredSuspicion) => {
  const { round, day, number, score, seconds } = stored
  return [round, day, number, score, seconds, ...decisionCells(stored)]
}

/** Four reads. */
export async function dataOf(person: string): Promise<Sheet[]> {
  const own = await standings.allOf(person)
  const isChild = (await belongingOf([person])).get(person)?.isChild ?? false
  const shown = (await visibility.get(person)) !== null && !isChild
  const suspected = await suspicions.allOf(person)
  return [
    { ...STANDINGS_SHEET, rows: own.filter(ofPlayer).map(standing => standingRow(standing, shown)) },
    ...(suspected.length > 0 ? [{ ...SUSPICIONS_SHEET, rows: suspected.map(suspicionRow) }] : []),
  ]
}

/**
 * Takes a person's standings and name away; asked again it is done. The wish to be named goes first, so that no board made
 * from now on has the name, and the standings last, because they say on which boards it is. It comes after the attempts
 * are gone: the roll-up looks for them once more after it has written a standing. The counts stay: they name nobody.
 */
export async function forget(person: string): Promise<Deletion> {
  const own = await standings.allOf(person)
  await visibility.set(person, null)
  await suspicions.removeAllOf(person)
  const rounds = own.map(({ round }) => round)
  await nameOnBoards(rounds, person, '')
  await standings.removeAllOf(person)
  return own.length > 0 ? { deleted: ['quiz-standings'], kept: ['quiz-counts'] } : { deleted: [], kept: [] }
}
