import * as v from 'valibot'
import { type Activity, activityKindSchema, type ActivityNow } from './activities'
import { activityChangeSchema } from './activity-change'
import type { QuizOffer } from './quiz-offer'
import { reasonSchema } from './inputs'
import { domain, procedure, returns } from './rpc'
import type { Day, Instant } from './time'

export interface Edition {
  year: number
  title: string
  theme: string
}

export type EditionState = 'draft' | 'published' | 'archived'

export interface Home {
  /** The server's clock at the answer; the phone counts on from here. */
  now: Instant
  edition: Edition
  activities: ActivityNow[]
  quiz: QuizOffer | null
}

/** Something in the year's schedule that is no activity: a theme day, or what every unit owes by a day. */
export interface ScheduleDay {
  id: string
  kind: 'theme-day' | 'duty'
  name: string
  note: string
  day: Day
  /** Whom it concerns: empty for everybody. */
  audience: string
}

/** A year as the schedule shows it. The same for everybody: the phone searches and filters it. */
export interface Schedule {
  now: Instant
  edition: Edition
  state: EditionState
  activities: ActivityNow[]
  days: ScheduleDay[]
  /** Years that can be looked at, newest first. */
  years: number[]
}

/** An edition as its editors see it; `version` guards against two hands at once. */
export interface EditableEdition extends Edition {
  state: EditionState
  version: number
  activities: Activity[]
}

const yearSchema = v.pipe(v.number(), v.integer(), v.minValue(2020), v.maxValue(2100))

const scheduleItemSchema = v.pipe(v.string(), v.regex(/^[a-z-]{1,40}$/))

const ministry = { role: 'organiser', scope: 'region' } as const

export const editions = domain('editions', {
  /** Everything the home page shows, and the same for everybody. */
  home: procedure('editions.home', {
    kind: 'read',
    role: 'public',
    scope: 'none',
    input: v.strictObject({}),
    output: returns<Home>(),
    errors: ['edition-missing'],
    cost: { reads: 0, writes: 0, cold: 2 },
  }),

  /** The whole schedule of a year; the current one where none is asked for. Drafts are not shown. */
  showSchedule: procedure('editions.showSchedule', {
    kind: 'read',
    role: 'public',
    scope: 'none',
    input: v.strictObject({ year: v.nullable(yearSchema) }),
    output: returns<Schedule>(),
    errors: ['edition-missing'],
    cost: { reads: 0, writes: 0, cold: 1 },
  }),

  /** The schedule, or one item of it, an activity by its kind or a day by its id, as the text of an .ics file (RFC 5545). */
  exportCalendar: procedure('editions.exportCalendar', {
    kind: 'read',
    role: 'public',
    scope: 'none',
    input: v.strictObject({ year: yearSchema, item: v.nullable(scheduleItemSchema) }),
    output: returns<{ name: string; text: string }>(),
    errors: ['edition-missing', 'activity-unknown'],
    cost: { reads: 0, writes: 0, cold: 1 },
  }),

  /** For the ministry's organisers: any year, drafts too. */
  showEdition: procedure('editions.showEdition', {
    kind: 'read',
    ...ministry,
    input: v.strictObject({ year: yearSchema }),
    output: returns<EditableEdition>(),
    errors: ['out-of-scope', 'edition-missing'],
    cost: { reads: 2, writes: 0, cold: 0 },
  }),

  /** A change of the window says why; it is shown to everybody. New words are checked first; the host is a confirmed unit. */
  editActivity: procedure('editions.editActivity', {
    kind: 'write',
    ...ministry,
    input: v.strictObject({
      year: yearSchema,
      kind: activityKindSchema,
      version: v.pipe(v.number(), v.integer(), v.minValue(0)),
      change: activityChangeSchema,
      /** Needed when the window changes. */
      reason: v.union([v.literal(''), reasonSchema]),
    }),
    output: returns<EditableEdition>(),
    errors: [
      'out-of-scope',
      'edition-missing',
      'edition-changed',
      'edition-archived',
      'activity-unknown',
      'window-backwards',
      'window-off-year',
      'reason-missing',
      'unit-unknown',
      'text-refused',
      'change-waits',
      'busy',
    ],
    cost: { reads: 8, writes: 4, cold: 0 },
  }),

  /** A draft of next year: this year's activities, every window one year later on the same calendar days. */
  openYear: procedure('editions.openYear', {
    kind: 'write',
    role: 'administrator',
    scope: 'none',
    input: v.strictObject({ from: yearSchema }),
    output: returns<EditableEdition>(),
    errors: ['edition-missing', 'edition-exists', 'busy'],
    cost: { reads: 5, writes: 4, cold: 0 },
  }),

  /** Publishes a draft; the year published before becomes an archive. A year with a quiz gets its round, if it has none yet. */
  publishYear: procedure('editions.publishYear', {
    kind: 'write',
    role: 'administrator',
    scope: 'none',
    input: v.strictObject({ year: yearSchema }),
    output: returns<EditableEdition>(),
    errors: ['edition-missing', 'already-decided', 'busy'],
    cost: { reads: 8, writes: 6, cold: 0 },
  }),
})
