import type { Instant } from '../contract/time'

let ahead = 0

/** Every reply that tells the server's time sets the phone's idea of it. */
export function heardTime(now: Instant): void {
  ahead = now - Date.now()
}

/** The server's time as far as the phone knows: for showing, never for deciding. */
export const serverNow = (): Instant => Date.now() + ahead
