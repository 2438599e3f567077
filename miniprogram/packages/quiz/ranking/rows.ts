import type { GroupPlace, PersonPlace, Ranking } from '../../../contract/standings'
import { groupLine, personLine, personName, type RankingTab } from '../../../copy/ranking'

/** A row of a ranking as the list takes it. */
export interface Row {
  id: string
  place: number
  name: string
  line: string
  score: string
  own: boolean
}

const personRow = (row: PersonPlace, at: number): Row => ({
  id: String(at),
  place: row.place,
  name: personName(row),
  line: personLine(row),
  score: String(row.score),
  own: row.own,
})

const groupRow = (row: GroupPlace, at: number): Row => ({
  id: String(at),
  place: row.place,
  name: row.name,
  line: groupLine(row),
  score: String(row.mean),
  own: row.own,
})

export const rowsOf = (tab: RankingTab, ranking: Ranking): Row[] =>
  tab === 'people' ? ranking.people.map(personRow) : ranking[tab].map(groupRow)
