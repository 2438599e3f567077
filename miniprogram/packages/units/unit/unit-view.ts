import type { OwnUnit } from '../../../contract/units'
import { monthDay } from '../../../copy/moments'
import { regionPath } from '../../../copy/regions'
import { dueText, liaisonRow, memberCount, UNIT_KIND_NAMES, unitWords, wayWords } from '../../../copy/units'

interface Step {
  title: string
  time?: string
  note?: string
  state: 'done' | 'current' | 'todo'
}

/** A person's unit as the page shows it. */
export interface UnitView {
  id: string
  state: 'none' | 'applied' | 'confirmed' | 'closed'
  name: string
  /** Under the name: what the person is in it, or where the application stands. */
  note: string
  reason: string
  facts: { label: string; text: string }[]
  way: Step[]
  isOfficer: boolean
  liaison: string
  /** Until when the liaison officer is due, where none is named; else empty. */
  due: string
}

export const NO_UNIT: UnitView = {
  id: '',
  state: 'none',
  name: '',
  note: '',
  reason: '',
  facts: [],
  way: [],
  isOfficer: false,
  liaison: '',
  due: '',
}

const factsOf = ({ kind, region, members, state, parent }: OwnUnit): UnitView['facts'] => [
  { label: unitWords.kind, text: UNIT_KIND_NAMES[kind] },
  { label: unitWords.region, text: regionPath(region) },
  ...(parent ? [{ label: unitWords.parent, text: parent.name }] : []),
  ...(state === 'confirmed' ? [{ label: unitWords.members, text: memberCount(members) }] : []),
]

const wayOf = ({ appliedAt }: OwnUnit): Step[] => [
  { title: wayWords.sent, time: monthDay(appliedAt), state: 'done' },
  { title: wayWords.looked, note: wayWords.lookedNote, state: 'current' },
  { title: wayWords.ready, state: 'todo' },
]

function noteOf({ state, isOfficer }: OwnUnit): string {
  if (state === 'applied') return unitWords.applied
  if (state === 'closed') return unitWords.closedTitle
  return isOfficer ? unitWords.officer : unitWords.member
}

export function unitView(own: OwnUnit | null): UnitView {
  if (!own) return NO_UNIT
  const { id, state, name, reason, isOfficer, liaison, liaisonDue, now } = own
  return {
    id,
    state,
    name,
    note: noteOf(own),
    reason,
    facts: factsOf(own),
    way: wayOf(own),
    isOfficer,
    liaison: liaisonRow(liaison),
    due: liaison ? '' : dueText(liaisonDue, now),
  }
}
