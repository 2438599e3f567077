import type { Context } from '../platform/context'
import type { Refusal } from '../platform/refusal'
import { attempts } from './repository/attempts'
import type { Attempt } from './repository/attempts-spec'
import { stateOf } from './rules'
import { ownTicket } from './ticket'

type Looking = Pick<Context, 'who' | 'now'> & {
  readonly refusal: (
    code: 'attempt-unknown' | 'attempt-not-yours' | 'attempt-still-open' | 'attempt-expired',
  ) => Refusal
}

/** An attempt of the caller's own whose answers are recorded; any other is refused. One read. */
export async function ownSubmitted(ticket: string, { who, now, refusal }: Looking): Promise<Attempt> {
  const place = ownTicket(ticket, who.person)
  if (typeof place === 'string') throw refusal(place)
  const attempt = await attempts.get(place)
  if (!attempt) throw refusal('attempt-unknown')
  const state = stateOf(attempt, now)
  if (state === 'open') throw refusal('attempt-still-open')
  if (state === 'expired') throw refusal('attempt-expired')
  return attempt
}
