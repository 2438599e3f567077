import { createHash } from 'node:crypto'
import { handleOf, knownPerson } from './people-of-personas'
import { personas } from './personas'
import { type SeededLiaison, type SeededUnit, units2026 } from './units-2026'

interface Soil {
  insert(collection: string, documents: Record<string, unknown>[]): unknown
}

const YEAR = 2026
const MONTH = 30 * 24 * 60 * 60 * 1000
const INSTANT_DIGITS = 15
const APPLIED_AT = Date.parse('2026-04-27T10:00:00+08:00')

const morningOf = (day: string): number => Date.parse(`${day}T09:30:00+08:00`)

/** A persona where one has the name, else somebody who has no phone here. */
const openIdOf = (unit: SeededUnit, name: string): string =>
  personas.find(persona => persona.name === name)?.openId ?? `${unit.id}-${unit.people.indexOf(name)}`

const firstOf = (unit: SeededUnit): string | null => {
  const [first] = unit.people
  return first === undefined ? null : openIdOf(unit, first)
}

const masked = (phone: string): string => {
  const digits = phone.replace(/\D/g, '')
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`
}

const shownLiaison = ({ name, duty, phone, late }: SeededLiaison) => ({ name, duty, maskedPhone: masked(phone), late })

function storedUnit(unit: SeededUnit) {
  const { id, name, kind, region, state, reason, people, liaison } = unit
  return {
    _id: id,
    ...{ name, kind, region, state, reason },
    parent: null,
    members: people.length,
    officer: state === 'confirmed' ? firstOf(unit) : null,
    appliedBy: firstOf(unit),
    appliedAt: APPLIED_AT,
    proof: [],
    place: `${region}:${id}`,
    nameKey: `${name} ${id}`,
    liaisonYear: liaison ? YEAR : 0,
    liaison: liaison && shownLiaison(liaison),
    invitation: '',
    decidedWith: '',
    remindedOn: '',
    remindedWith: '',
    wasMessaged: false,
  }
}

/** Of a closed unit the name is free again. */
const storedNames = (units: readonly SeededUnit[]) =>
  units
    .filter(({ state }) => state !== 'closed')
    .map(({ id, name, region }) => ({
      _id: `${region}:${createHash('sha256').update(name).digest('hex')}`,
      unit: id,
    }))

const liaisonsOf = ({ id, liaison }: SeededUnit) => {
  if (!liaison) return []
  const { day, ...facts } = liaison
  const named = { namedAt: morningOf(day), version: 1, changedWith: '' }
  return [{ _id: `${id}:${YEAR}`, unit: id, year: YEAR, ...facts, ...named }]
}

const changesOf = (unit: SeededUnit) =>
  liaisonsOf(unit).map(({ _id, year, version, namedAt, name, duty }) => ({
    ...{ _id: `${_id}:${version}`, unit: unit.id, year, version, at: namedAt, name, duty },
  }))

const membersOf = (secret: string) => (unit: SeededUnit) =>
  unit.people.map((name, i) => {
    const openId = openIdOf(unit, name)
    const joinedAt = APPLIED_AT + i * MONTH
    return { _id: openId, handle: handleOf(secret, openId), unit: unit.id, joinedAt, leftWith: '' }
  })

const peopleOf = (secret: string) => (unit: SeededUnit) =>
  unit.people.map((name, i) => {
    const isOfficer = i === 0 && unit.state === 'confirmed'
    return knownPerson(secret, {
      ...{ openId: openIdOf(unit, name), name, region: unit.region },
      unit: { id: unit.id, name: unit.name },
      grants: isOfficer ? [{ role: 'unit-officer', region: unit.region, unit: unit.id }] : [],
    })
  })

/** The name of a unit that waits is one that the platform's check left to an organiser. */
const textReviewsOf = (unit: SeededUnit) => {
  const { id, name, region, state } = unit
  if (state !== 'applied') return []
  const _id = `${id}-name`
  const place = `${region}:${String(APPLIED_AT).padStart(INSTANT_DIGITS, '0')}:${_id}`
  const asked = { shownAs: 'unit-name', subject: id, person: firstOf(unit), region, place, at: APPLIED_AT }
  return [{ _id, text: name, ...asked, state: 'waits', decidedWith: '' }]
}

/** Fills a database with the demo year's units and their people. */
export async function sowUnits(database: Soil, secret: string): Promise<void> {
  await database.insert('units', units2026.map(storedUnit))
  await database.insert('unit_names', storedNames(units2026))
  await database.insert('unit_members', units2026.flatMap(membersOf(secret)))
  await database.insert('people', units2026.flatMap(peopleOf(secret)))
  await database.insert('unit_liaisons', units2026.flatMap(liaisonsOf))
  await database.insert('text_reviews', units2026.flatMap(textReviewsOf))
  await database.insert('unit_liaison_changes', units2026.flatMap(changesOf))
}
