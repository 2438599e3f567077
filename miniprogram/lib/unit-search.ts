import type { Choice } from '../components/choice-list/choice'
import { unitChoice } from '../components/unit-field/unit-choice'
import { regionName } from '../contract/region-names'
import type { RegionCode } from '../contract/regions'
import type { UnitKind } from '../contract/unit-kinds'
import { errorWords } from '../copy/errors'
import { UNIT_KIND_NAMES, unitFieldWords } from '../copy/units'
import type { View } from './live-view'

interface FoundUnit {
  id: string
  name: string
  kind: UnitKind
  region: RegionCode
}

/** What a page keeps for its unit field. */
export interface UnitSearch {
  units: Choice[]
  /** Why there are none. */
  unitsNote: string
  /** What was typed last: an answer to anything else comes too late. */
  unitsAsked: string
}

export const NOTHING_ASKED: UnitSearch = { units: [], unitsNote: unitFieldWords.begin, unitsAsked: '' }

const choiceOf = (unit: FoundUnit): Choice => ({
  value: unitChoice(unit),
  text: unit.name,
  note: [regionName(unit.region), UNIT_KIND_NAMES[unit.kind]].join(' · '),
})

async function heard(asking: Promise<FoundUnit[]>): Promise<Partial<UnitSearch>> {
  try {
    const found = await asking
    return { units: found.map(choiceOf), unitsNote: unitFieldWords.nothing }
  } catch (problem) {
    return { unitsNote: errorWords(problem) }
  }
}

/** Shows the units that a few letters find. */
export async function findUnits(
  view: View<UnitSearch>,
  text: string,
  ask: (name: string) => Promise<FoundUnit[]>,
): Promise<void> {
  view.show({ ...NOTHING_ASKED, unitsAsked: text })
  if (text === '') return
  view.show({ unitsNote: unitFieldWords.looking })
  const answer = await heard(ask(text))
  if (view.state.unitsAsked === text) view.show(answer)
}
