import type { Activity, ActivityNow, QuizOffer } from '../../miniprogram/contract/editions'
import type { Category } from '../../miniprogram/contract/quiz'
import { type Instant, phaseOf, type Window } from '../../miniprogram/contract/time'

const PHASE_ORDER = { open: 0, upcoming: 1, closed: 2 }

/** Open ones first and those that close soonest before the others; then what opens next; then what is over. */
export function arrange(activities: readonly Activity[], now: Instant): ActivityNow[] {
  const withPhase = activities.map(activity => ({ ...activity, phase: phaseOf(activity, now) }))
  const moment = (activity: ActivityNow) =>
    activity.phase === 'open'
      ? activity.closesAt
      : activity.phase === 'upcoming'
        ? activity.opensAt
        : -activity.closesAt
  return withPhase.sort((a, b) => PHASE_ORDER[a.phase] - PHASE_ORDER[b.phase] || moment(a) - moment(b))
}

interface RoundTerms extends Window {
  minutes: number
  attemptsPerDay: number
  blueprint: readonly { category: Category; count: number }[]
}

/** What can be played now; null while no round is open. */
export function offerOf(round: RoundTerms | null, now: Instant): QuizOffer | null {
  if (!round || phaseOf(round, now) !== 'open') return null
  const { minutes, attemptsPerDay, closesAt, blueprint } = round
  const questions = blueprint.reduce((sum, part) => sum + part.count, 0)
  return { questions, categories: blueprint.map(part => part.category), minutes, attemptsPerDay, closesAt }
}
