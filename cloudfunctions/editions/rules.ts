import type { activityChangeSchema } from '../../miniprogram/contract/activity-change'
import type { Activity, ActivityNow, HostUnit } from '../../miniprogram/contract/activities'
import type { EditionState } from '../../miniprogram/contract/editions'
import type { Category } from '../../miniprogram/contract/questions'
import type { QuizOffer } from '../../miniprogram/contract/quiz-offer'
import { beijing, type Day, type Instant, phaseOf, startOfDay, type Window } from '../../miniprogram/contract/time'
import type * as v from 'valibot'

const PHASE_ORDER = { open: 0, upcoming: 1, closed: 2 }

const withPhase = (activity: Activity, now: Instant): ActivityNow => ({ ...activity, phase: phaseOf(activity, now) })

/** Open ones first and those that close soonest before the others; then what opens next; then what is over. */
export function arrange(activities: readonly Activity[], now: Instant): ActivityNow[] {
  const moment = (activity: ActivityNow) =>
    activity.phase === 'open'
      ? activity.closesAt
      : activity.phase === 'upcoming'
        ? activity.opensAt
        : -activity.closesAt
  return activities
    .map(activity => withPhase(activity, now))
    .sort((a, b) => PHASE_ORDER[a.phase] - PHASE_ORDER[b.phase] || moment(a) - moment(b))
}

/** As a calendar has them: by opening, and of two that open together what closes first. */
export const inCalendarOrder = (activities: readonly Activity[], now: Instant): ActivityNow[] =>
  activities.map(activity => withPhase(activity, now)).sort((a, b) => a.opensAt - b.opensAt || a.closesAt - b.closesAt)

interface RoundTerms extends Window {
  _id: string
  title: string
  minutes: number
  attemptsPerDay: number
  blueprint: readonly { category: Category; count: number }[]
  certificates: readonly { from: number; name: string }[]
}

/** What can be played now; null while no round is open. */
export function offerOf(round: RoundTerms | null, now: Instant): QuizOffer | null {
  if (!round || phaseOf(round, now) !== 'open') return null
  const { _id, title, minutes, attemptsPerDay, opensAt, closesAt, blueprint } = round
  const questions = blueprint.reduce((sum, part) => sum + part.count, 0)
  const certificates = [...round.certificates].sort((a, b) => a.from - b.from)
  const categories = blueprint.map(part => part.category)
  return { round: _id, title, questions, categories, minutes, attemptsPerDay, opensAt, closesAt, certificates }
}

type MonthAndDay = `${number}-${number}`

const opening = (year: number, monthAndDay: MonthAndDay): Instant => startOfDay(dayIn(year, monthAndDay))

const dayIn = (year: number, monthAndDay: MonthAndDay): Day => `${year}-${monthAndDay}` as const

/**
 * An activity opens within its edition's year, in Beijing. It may run on into January, as prizes and reports do; what
 * would close later belongs to the edition after.
 */
export function windowProblem(year: number, { opensAt, closesAt }: Window) {
  if (closesAt <= opensAt) return 'window-backwards'
  const opensInside = opening(year, '01-01') <= opensAt && opensAt < opening(year + 1, '01-01')
  return opensInside && closesAt <= opening(year + 1, '02-01') ? null : 'window-off-year'
}

export const isSameWindow = (one: Window, other: Window): boolean =>
  one.opensAt === other.opensAt && one.closesAt === other.closesAt

/** A change with its host's name. */
export type Change = Omit<v.InferOutput<typeof activityChangeSchema>, 'unit'> & { unit: HostUnit | null }

/**
 * The activity with its change. A new window says since when, why, and what it was before, unless nobody has seen it yet.
 * Null when the reason is needed and missing.
 */
export function changedActivity(
  activity: Activity,
  change: Change,
  { state, reason, now }: { state: EditionState; reason: string; now: Instant },
): Activity | null {
  const { opensAt, closesAt, changed } = activity
  if (state === 'draft' || isSameWindow(activity, change)) return { ...activity, ...change, changed }
  if (reason === '') return null
  return { ...activity, ...change, changed: { at: now, reason, before: { opensAt, closesAt } } }
}

const aYearLater = (at: Instant): Instant => beijing(at).add(1, 'year').valueOf()

/** The same calendar days a year later; the 29th of February becomes the 28th. The last moment moves, not the one after it. */
export const windowAYearLater = ({ opensAt, closesAt }: Window): Window => ({
  opensAt: aYearLater(opensAt),
  closesAt: aYearLater(closesAt - 1) + 1,
})

/** Activities as a draft of the next year has them: attachments are a year's own, and no window has changed yet. */
export const activitiesAYearLater = (activities: readonly Activity[]): Activity[] =>
  activities.map(activity => ({ ...activity, ...windowAYearLater(activity), attachments: [], changed: null }))
