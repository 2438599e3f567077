import * as v from 'valibot'
import { activityKindSchema, type ActivityKind } from './activities'
import { reasonSchema } from './inputs'
import { cursorSchema, type Paged } from './paging'
import { type RegionCode, regionSchema } from './regions'
import { domain, procedure, returns } from './rpc'
import type { Instant } from './time'

/** A word from the organisers of a region to the people there. A level may forward one from above with its own addition. */
export interface Notice {
  id: string
  region: RegionCode
  title: string
  text: string
  at: Instant
  /** Of a notice that forwards another: the other one. */
  forwards: { id: string; region: RegionCode; title: string; text: string; at: Instant } | null
  /** Why it was taken back; empty while it stands. */
  withdrawn: string
}

/** What a person may be reminded of, once for each agreement. */
export type ReminderKind = 'activity-opens' | 'activity-closes'

export const REMINDER_KINDS = ['activity-opens', 'activity-closes'] as const

export interface Reminder {
  activity: ActivityKind
  kind: ReminderKind
  /** When it will be sent. */
  at: Instant
}

const idSchema = v.pipe(v.string(), v.regex(/^[0-9a-z-]{8,64}$/))
const titleSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(40))
const textSchema = v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(2000))

export const noticeSchema = v.strictObject({ region: regionSchema, title: titleSchema, text: textSchema })

const organiser = { role: 'organiser', scope: 'region' } as const

export const notices = domain('notices', {
  /** What people of a region see: the country's, their province's and their city's notices, newest first. */
  list: procedure('notices.list', {
    kind: 'read',
    role: 'public',
    scope: 'none',
    input: v.strictObject({ region: v.nullable(regionSchema), after: cursorSchema }),
    output: returns<Paged<Notice>>(),
    errors: [],
    cost: { reads: 1, writes: 0, cold: 0 },
  }),
  publish: procedure('notices.publish', {
    kind: 'write',
    ...organiser,
    input: noticeSchema,
    output: returns<Notice>(),
    errors: ['out-of-scope', 'region-unknown', 'text-refused', 'text-waits', 'busy'],
    cost: { reads: 4, writes: 4, cold: 0 },
  }),
  /** Passes a notice from above on to one's own region; the addition may be empty. Once per region. */
  forward: procedure('notices.forward', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({
      notice: idSchema,
      region: regionSchema,
      addition: v.pipe(v.string(), v.trim(), v.maxLength(1000)),
    }),
    output: returns<Notice>(),
    errors: [
      'out-of-scope',
      'notice-unknown',
      'notice-not-from-above',
      'already-forwarded',
      'text-refused',
      'text-waits',
      'busy',
    ],
    cost: { reads: 5, writes: 5, cold: 0 },
  }),
  withdraw: procedure('notices.withdraw', {
    kind: 'write',
    ...organiser,
    input: v.strictObject({ notice: idSchema, reason: reasonSchema }),
    output: returns<Notice>(),
    errors: ['out-of-scope', 'notice-unknown', 'already-decided', 'busy'],
    cost: { reads: 5, writes: 4, cold: 0 },
  }),

  /** Template ids of the deployment that the phone asks the person's agreement for; empty where none are set. */
  listTemplates: procedure('notices.listTemplates', {
    kind: 'read',
    role: 'public',
    scope: 'none',
    input: v.strictObject({}),
    output: returns<{ activity: string; liaison: string }>(),
    errors: [],
    cost: { reads: 0, writes: 0, cold: 0 },
  }),
  /** Notes one agreement to one message; asked again with the same key it is one. */
  remindMe: procedure('notices.remindMe', {
    kind: 'write',
    role: 'contributor',
    scope: 'self',
    input: v.strictObject({ activity: activityKindSchema, kind: v.picklist(REMINDER_KINDS) }),
    output: returns<Reminder>(),
    errors: ['activity-unknown', 'edition-missing', 'too-late', 'busy'],
    cost: { reads: 2, writes: 2, cold: 1 },
  }),
  listReminders: procedure('notices.listReminders', {
    kind: 'read',
    role: 'contributor',
    scope: 'self',
    input: v.strictObject({}),
    output: returns<Reminder[]>(),
    errors: [],
    cost: { reads: 2, writes: 0, cold: 0 },
  }),
  forgetReminder: procedure('notices.forgetReminder', {
    kind: 'write',
    role: 'contributor',
    scope: 'self',
    input: v.strictObject({ activity: activityKindSchema, kind: v.picklist(REMINDER_KINDS) }),
    output: returns<null>(),
    errors: [],
    cost: { reads: 1, writes: 1, cold: 0 },
  }),
  /** One agreement to be messaged when the unit has yet to name its liaison officer. */
  remindMyUnit: procedure('notices.remindMyUnit', {
    kind: 'write',
    role: 'unit-officer',
    scope: 'unit',
    input: v.strictObject({}),
    output: returns<null>(),
    errors: ['busy'],
    cost: { reads: 2, writes: 2, cold: 0 },
  }),
  /** One agreement to be messaged when a ruling changes the score of an own attempt; like attempts it needs no consent. */
  tellMyScore: procedure('notices.tellMyScore', {
    kind: 'write',
    role: 'public',
    scope: 'self',
    input: v.strictObject({}),
    output: returns<null>(),
    errors: [],
    cost: { reads: 1, writes: 1, cold: 0 },
  }),
})
