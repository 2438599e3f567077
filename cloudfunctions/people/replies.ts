import { CONSENT_VERSION, type Me, type Profile } from '../../miniprogram/contract/people'
import { folderOf } from '../platform/files'
import { type Person, people } from './repository/people'

const profileOf = ({ handle, nickname, nicknameState, avatar, region, ageBand, unit }: Person): Profile => ({
  handle,
  nickname,
  nicknameWaits: nicknameState === 'waits',
  avatar,
  region,
  ageBand,
  unit,
})

/** A person as they see themselves; who is not stored, or is leaving, has not consented to anything. */
export function meOf(person: Person | null): Me {
  if (!person?.consent) return { profile: null, grants: [], asksAgain: false, folder: '' }
  return {
    profile: profileOf(person),
    grants: person.grants,
    asksAgain: person.consent.version !== CONSENT_VERSION,
    folder: folderOf(person._id),
  }
}

/** As stored now: one read. */
export const storedMe = async (person: string): Promise<Me> => meOf(await people.get(person))
