import { type Me, people } from '../contract/people'
import type { RegionCode } from '../contract/regions'
import { organisedBy } from '../contract/roles'
import { createStore } from '../lib/store'
import { call } from '../services/cloud'

/** Who holds the phone, as last heard; null until the first answer. */
export const knownMe = createStore<Me | null>(null)

let asking: Promise<Me> | null = null

/** Whatever answers with a `Me` tells it here. */
export function heardMe(answer: Me): Me {
  knownMe.set(answer)
  return answer
}

/** Asks again; several who ask at once share one call. Throws CallError. */
export function refreshMe(): Promise<Me> {
  asking ??= call(people.me, {})
    .then(heardMe)
    .finally(() => {
      asking = null
    })
  return asking
}

/** Who holds the phone: asked once a session. Throws CallError. */
export const me = async (): Promise<Me> => knownMe.get() ?? refreshMe()

/** The region that the person lives in, as far as the phone knows. */
export const homeRegion = (): RegionCode | null => knownMe.get()?.profile?.region ?? null

export const hasConsented = ({ profile, asksAgain }: Me): boolean => profile !== null && !asksAgain

/** Regions whose desk is theirs. */
export const deskRegions = ({ grants }: Me): RegionCode[] =>
  organisedBy({ consented: true, region: null, unit: null, grants })
