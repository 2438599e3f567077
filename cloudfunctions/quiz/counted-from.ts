import { type Instant, SECOND } from '../../miniprogram/contract/time'

/**
 * From when on a change begins to count that is written a while after this instant. The function that writes it lives for
 * 60 seconds at most, and the roll-up takes what is 15 seconds old: its cursor cannot have passed it.
 */
export const countedFrom = (now: Instant): Instant => now + 45 * SECOND
