import { type Instant, MINUTE } from '../../miniprogram/contract/time'
import { BANK_LIFETIME, type Round } from './repository/rounds'

/** The longest that a change takes from its clock to its commit: no function lives longer. */
const CHANGING = MINUTE

/**
 * Whether mix, time and attempts of a round stay as they are from now on: it has opened, or opens so soon that an instance
 * may begin attempts by the copy it keeps. The round alone decides, so that a transaction that reads it cannot miss an attempt
 * that begins meanwhile.
 */
export const isSettled = ({ state, opened, opensAt }: Pick<Round, 'state' | 'opened' | 'opensAt'>, now: Instant) =>
  state === 'published' && (opened || opensAt <= now + BANK_LIFETIME + CHANGING)
