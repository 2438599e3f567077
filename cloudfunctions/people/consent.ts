import type { people as contract } from '../../miniprogram/contract/people'
import type { Handler } from '../platform/context'
import { hideName } from '../standings/api'
import { handleOf } from './api'
import { meOf } from './replies'
import { people, type Person } from './repository/people'
import { needsGuardian } from './rules'

/** Creates the person, or notes that they agree to a newer text. Before this nothing here is stored about anybody. */
export const giveConsent: Handler<typeof contract.giveConsent> = async (input, { who, now, refusal }) => {
  const { version, ageBand, guardianAgrees } = input
  if (needsGuardian(ageBand) && !guardianAgrees) throw refusal('guardian-missing')
  const guardian = needsGuardian(ageBand) ? { agreedAt: now } : null
  const agreed = { consent: { version, at: now }, ageBand, guardian }

  const stored = await people.get(who.person)
  if (stored) {
    if (!(await people.change(who.person, agreed))) throw refusal('busy') // erased meanwhile; asked again, it is made anew
    if (needsGuardian(ageBand)) await hideName(who.person)
    return meOf({ ...stored, ...agreed })
  }
  const person = newcomer(who.person, agreed)
  if (!(await people.create(person))) throw refusal('busy') // another phone of the same person was faster
  return meOf(person)
}

const newcomer = (person: string, agreed: Pick<Person, 'consent' | 'ageBand' | 'guardian'>): Person => ({
  _id: person,
  handle: handleOf(person),
  nickname: '',
  nicknameState: 'shown',
  avatar: '',
  region: null,
  unit: null,
  grants: [],
  revokedWith: '',
  ...agreed,
})
