import * as v from 'valibot'
import type { Category } from './quiz'
import { domain, procedure, returns } from './rpc'
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
  contact: string
}

export interface ActivityNow extends Activity {
  phase: Phase
}

export interface Edition {
  year: number
  title: string
  theme: string
}

/** What today's quiz asks of a player; null while no round is open. */
export interface QuizOffer {
  questions: number
  categories: Category[]
  minutes: number
  attemptsPerDay: number
  closesAt: Instant
}

export interface Home {
  /** The server's clock at the answer; the phone counts on from here. */
  now: Instant
  edition: Edition
  activities: ActivityNow[]
  quiz: QuizOffer | null
}

export const editions = domain('editions', {
  /** Everything the home page shows, and the same for everybody. */
  home: procedure('editions.home', {
    kind: 'read',
    role: 'public',
    input: v.strictObject({}),
    output: returns<Home>(),
    errors: ['edition-missing'],
    cost: { reads: 0, writes: 0, cold: 2 },
  }),
})
