import type { Me } from '../../contract/people'
import { meWords } from '../../copy/me'
import { grantText } from '../../copy/people'
import { regionPath } from '../../copy/regions'
import { deskRegions } from '../../stores/me'

/** How a person is shown to themselves. */
export interface OwnCard {
  name: string
  avatar: string
  note: string
  unit: string
  roles: string[]
  hasDesk: boolean
  asksAgain: boolean
  nicknameWaits: boolean
}

/** Before the consent, and while nothing is known. */
export const STRANGER: OwnCard = {
  name: meWords.name,
  avatar: '',
  note: meWords.identity,
  unit: '',
  roles: [],
  hasDesk: false,
  asksAgain: false,
  nicknameWaits: false,
}

/** A unit's officer is shown with the unit, not as a role of its own region. */
export function ownCard(me: Me): OwnCard {
  const { profile, grants, asksAgain } = me
  if (!profile) return STRANGER
  const { nickname, avatar, region, unit, nicknameWaits } = profile
  return {
    name: nickname === '' ? meWords.name : nickname,
    avatar,
    note: region === null ? meWords.noRegion : regionPath(region),
    unit: unit?.name ?? '',
    roles: grants.map(grantText),
    hasDesk: deskRegions(me).length > 0,
    asksAgain,
    nicknameWaits,
  }
}
