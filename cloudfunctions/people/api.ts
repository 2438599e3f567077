import type { RegionCode } from '../../miniprogram/contract/regions'
import { type Grant, NOBODY, type Standing } from '../../miniprogram/contract/roles'
import type { Transaction } from '../platform/transaction'
import { people, peopleSpec, type Person } from './repository/people'
import { roleGrantId, roleGrantsSpec } from './repository/role-grants'
import { needsGuardian } from './rules'

// What other domains may use of this one. Who is named `person` is named by the platform; `handle` is for other people's eyes.

export { handleOf } from '../platform/handle'

function standingIn(stored: Person | null): Standing {
  if (!stored?.consent) return NOBODY
  return { consented: true, region: stored.region, unit: stored.unit?.id ?? null, grants: stored.grants }
}

/** What a person may do, by what is stored of them now: one read. */
export const standingOf = async (person: string): Promise<Standing> => standingIn(await people.get(person))

/** The same as the transaction sees it. */
export const standingInside = async (transaction: Transaction, person: string): Promise<Standing> =>
  standingIn(await transaction.collection(peopleSpec).get(person))

/** The person behind a handle; null for nobody, and for who is leaving. One read. */
export async function personOf(handle: string): Promise<string | null> {
  const found = await people.byHandle(handle)
  return found?.consent ? found._id : null
}

/** A nickname that waits for an organiser is shown to nobody else. */
const shownNickname = ({ nickname, nicknameState }: Pick<Person, 'nickname' | 'nicknameState'>): string =>
  nicknameState === 'shown' ? nickname : ''

/** Nicknames as others may see them, by handle; empty for who has none, missing for who is gone. One read, at most 100. */
export async function nicknamesOf(handles: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = await people.byHandles([...new Set(handles)])
  return new Map(found.map(person => [person.handle, shownNickname(person)]))
}

/** What a ranking may know of a person. */
interface Belonging {
  /** As everybody may see it; empty for who has none, and for children. */
  nickname: string
  /** Children are named nowhere in public, whatever they or their guardians wish. */
  isChild: boolean
  region: RegionCode | null
  unit: { id: string; name: string } | null
}

/** Those who have consented, by what the platform calls them. One read, at most 100. */
export async function belongingOf(persons: readonly string[]): Promise<ReadonlyMap<string, Belonging>> {
  const found = (await people.byIds(persons)).filter(({ consent }) => consent !== null)
  return new Map(found.map(person => [person._id, belongingIn(person)]))
}

function belongingIn(person: Person): Belonging {
  const isChild = needsGuardian(person.ageBand)
  return { nickname: isChild ? '' : shownNickname(person), isChild, region: person.region, unit: person.unit }
}

const isSame = (grant: Grant, other: Pick<Grant, 'role' | 'region' | 'unit'>): boolean =>
  grant.role === other.role && grant.region === other.region && grant.unit === other.unit

/** Officers are listed with their units, everybody else by region. */
const isListed = ({ role }: Pick<Grant, 'role'>): boolean => role !== 'unit-officer'

/**
 * Gives a person a role, in the transaction that decides it: one read, and one write, two for a role other than a unit
 * officer's. False when the person is not there; a role held already stays as it is.
 */
export async function grantInside(transaction: Transaction, person: string, grant: Grant): Promise<boolean> {
  const found = await transaction.collection(peopleSpec).get(person)
  if (!found?.consent) return false
  if (found.grants.some(held => isSame(held, grant))) return true
  await transaction.collection(peopleSpec).update(person, { grants: [...found.grants, grant] })
  if (!isListed(grant)) return true
  const listed = { handle: found.handle, role: grant.role, region: grant.region }
  await transaction.collection(roleGrantsSpec).set({ _id: roleGrantId(listed), ...listed, since: grant.since })
  return true
}

/**
 * Takes a role back, in the transaction that decides it, at the same cost. False when the person does not hold it.
 * @param key of a call that does nothing else, kept so that it is known when it is sent again
 */
export async function withdrawGrantInside(
  transaction: Transaction,
  person: string,
  grant: Pick<Grant, 'role' | 'region' | 'unit'>,
  key?: string,
): Promise<boolean> {
  const found = await transaction.collection(peopleSpec).get(person)
  if (!found?.grants.some(held => isSame(held, grant))) return false
  const left = found.grants.filter(held => !isSame(held, grant))
  await transaction.collection(peopleSpec).update(person, { grants: left, revokedWith: key ?? found.revokedWith })
  const id = roleGrantId({ handle: found.handle, role: grant.role, region: grant.region })
  if (isListed(grant)) await transaction.collection(roleGrantsSpec).remove(id)
  return true
}

/** Notes the unit a person belongs to, or none: one write. False when the person is not there. */
export const setUnitInside = (
  transaction: Transaction,
  person: string,
  unit: { id: string; name: string } | null,
): Promise<boolean> => transaction.collection(peopleSpec).update(person, { unit })

/** Takes everybody out of a unit that is no more; asked again it is done. One write. */
export const dissolveUnit = (id: string): Promise<number> => people.leaveUnit(id)
