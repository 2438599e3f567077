import type { IncomingMessage } from 'node:http'
import type { PhoneCalls } from '../phone-calls'

/** The persona a phone names; null for a phone without one. */
export function personaOf({ headers }: IncomingMessage): string | null {
  const persona = headers['x-persona']
  return typeof persona === 'string' ? persona : null
}

export const openIdOf = (request: IncomingMessage, calls: PhoneCalls): string | undefined =>
  calls.person(personaOf(request))?.openId
