import type { OpenAttempt, quiz } from '../../miniprogram/contract/quiz'
import { dayOf, MINUTE, phaseOf } from '../../miniprogram/contract/time'
import type { Handler } from '../platform/context'
import { drawPaper, paperOf } from './papers'
import { opening } from './replies'
import { type AttemptPlace, attempts } from './repository/attempts'
import { type OpenRound, rounds } from './repository/rounds'
import { nextNumber, stateOf } from './rules'

type StartAttempt = Handler<typeof quiz.startAttempt>
type StartContext = Parameters<StartAttempt>[1]

/**
 * The start is written down, so that closing and reopening the app cannot wind the clock back. The day's first attempt
 * starts with that one write; a later one first looks whether the one before has ended.
 */
export const startAttempt: StartAttempt = async ({ number }, context) => {
  const { now, who } = context
  const current = await rounds.currentWithBank(now)
  if (!current || phaseOf(current.round, now) !== 'open') throw context.refusal('quiz-closed')
  const today = { round: current.round._id, day: dayOf(now), person: who.person }

  const first = number === 1 ? await begin(current, { ...today, number }, context) : null
  if (first) return first

  const earlier = await attempts.ofDay(today)
  const open = earlier.find(attempt => stateOf(attempt, now) === 'open')
  if (open) return opening(open, await paperOf(open, current), current.round.attemptsPerDay, now)

  const used = earlier.map(attempt => attempt.number)
  const next = nextNumber(used, current.round.attemptsPerDay)
  if (next === null) throw context.refusal('no-attempts-left')

  const begun = await begin(current, { ...today, number: next }, context)
  if (!begun) throw context.refusal('busy') // another phone of the same person was faster; asked again, it resumes
  return begun
}

/** Null when this attempt has been started before. */
async function begin(
  current: OpenRound,
  place: AttemptPlace,
  { now, refusal }: StartContext,
): Promise<OpenAttempt | null> {
  const paper = drawPaper(current, place)
  if (!paper) throw refusal('paper-unavailable')
  const { minutes, attemptsPerDay } = current.round
  const times = { startedAt: now, deadline: now + minutes * MINUTE }
  const added = await attempts.start(place, paper.refs, times)
  return added ? opening({ ...place, ...times }, paper, attemptsPerDay, now) : null
}
