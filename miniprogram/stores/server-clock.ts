import type { Instant } from '../contract/time'

let ahead = 0

/** Every reply that tells the server's time sets the phone's idea of it. */
export function heardTime(now: Instant): void {
  ahead = now - Date.now()
}

/** How far the server's clock is before the phone's, in milliseconds. */
export const clockAhead = (): number => ahead

/** The server's time as far as the phone knows: for showing, never for deciding. */
export const serverNow = (): Instant => Date.now() + ahead
