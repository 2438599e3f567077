import type { RowItem } from '../../../components/list-row/row-item'
import { regionName } from '../../../contract/region-names'
import type { LiaisonBoard, LiaisonRow } from '../../../contract/liaisons'
import { boardLine, deskLiaisonWords, namedText } from '../../../copy/desk-liaisons'

const joined = (parts: readonly (string | null)[]): string =>
  parts.filter(part => part !== null && part !== '').join(' · ')

export const boardRow = ({ unit, unitName, region, name, duty, maskedPhone, late }: LiaisonRow): RowItem => ({
  id: unit,
  icon: name === null ? 'landmark' : 'user-round',
  accent: name === null ? 'earth' : 'water',
  title: unitName,
  note: name === null ? joined([regionName(region), deskLiaisonWords.missingNote]) : joined([name, duty, maskedPhone]),
  badge: late ? deskLiaisonWords.late : '',
  tone: late ? 'soon' : 'calm',
  still: name === null,
})

/** How complete the board is: 1 where every confirmed unit has named somebody, 0 where there is none. */
export interface Completeness {
  share: number
  text: string
  line: string
  missing: number
}

export const completeness = ({ units, missing, year }: LiaisonBoard): Completeness => ({
  share: units === 0 ? 0 : (units - missing) / units,
  text: namedText(units, missing),
  line: boardLine(units, missing, year),
  missing,
})

/** Why the list is empty: all named, none named, or no unit at all. */
export function emptyBoard({ units }: { units: number }, show: 'missing' | 'named'): string {
  if (units === 0) return deskLiaisonWords.noUnits
  return show === 'missing' ? deskLiaisonWords.allNamed : deskLiaisonWords.noneNamed
}
