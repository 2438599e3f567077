import type { ReminderKind } from './notices'
import { DAY, dayOf, type Instant, MINUTE, startOfDay, type Window } from './time'

const NINE = 9 * 60 * MINUTE

/** Nine in the morning in Beijing of the day that the instant lies in. */
const nineOn = (at: Instant): Instant => startOfDay(dayOf(at)) + NINE

/** At nine of the opening day, or at the opening where that is later or nine is too late. */
const atOpening = ({ opensAt, closesAt }: Window): Instant =>
  nineOn(opensAt) < closesAt ? Math.max(nineOn(opensAt), opensAt) : opensAt

/** When a message goes out that people want to read by day: about the opening, or at nine of the day before the last. */
export const momentToRemind = (window: Window, kind: ReminderKind): Instant =>
  kind === 'activity-opens' ? atOpening(window) : Math.max(nineOn(window.closesAt - 1) - DAY, atOpening(window))
