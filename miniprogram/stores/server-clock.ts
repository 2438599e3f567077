import * as v from 'valibot'
import type { Instant } from '../contract/time'
import { keptStore } from '../lib/keep'

/** How far the server's clock is before the phone's, in milliseconds; kept, because the app may start without a call. */
const ahead = keptStore('clock-ahead', v.number(), 0)

/** Every reply that tells the server's time sets the phone's idea of it. */
export function heardTime(now: Instant): void {
  ahead.set(now - Date.now())
}

export const clockAhead = (): number => ahead.get()

/** The server's time as far as the phone knows: for showing, never for deciding. */
export const serverNow = (): Instant => Date.now() + ahead.get()
