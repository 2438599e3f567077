import * as v from 'valibot'
import type { Instant, Phase, Window } from './time'

/** The activities of the founding notice and what it asks of every unit; the schedule is made of these. */
export const ACTIVITY_KINDS = [
  'quiz',
  'biodiversity-works',
  'award-works',
  'explainers',
  'showcase',
  'experts',
  'student-action',
  'training',
  'open-days',
] as const

export type ActivityKind = (typeof ACTIVITY_KINDS)[number]

export const activityKindSchema = v.picklist(ACTIVITY_KINDS)

/** One activity of one year. Its phase is the clock's business alone: nobody sets it. */
export interface Activity extends Window {
  kind: ActivityKind
  name: string
  /** One line under the name in a list. */
  summary: string
  theme: string
  /** Who may take part. */
  audience: string
  /** How to take part, one step a line. */
  steps: string[]
  /** What an entry must be, one a line. */
  requirements: string[]
  contact: string
  attachments: Attachment[]
  /** The unit that hosts it, where one does. */
  unit: HostUnit | null
  /** The last change of its window, said to everybody; null while it never changed. */
  changed: WindowChange | null
}

export interface HostUnit {
  id: string
  name: string
}

export interface Attachment {
  name: string
  /** Its official address. */
  url: string
}

export interface WindowChange {
  at: Instant
  reason: string
  before: Window
}

export interface ActivityNow extends Activity {
  phase: Phase
}
