import type { OpenAttempt, quiz } from '../../miniprogram/contract/quiz'
import { dayOf, MINUTE, phaseOf, startOfDay } from '../../miniprogram/contract/time'
import type { Handler } from '../platform/context'
import { drawPaper, paperOf } from './papers'
import { opening } from './replies'
import { attempts } from './repository/attempts'
import type { AttemptPlace } from './repository/attempts-spec'
import { type OpenRound, rounds } from './repository/rounds'
import { mayRunOver, nextNumber, stateOf } from './rules'

type StartAttempt = Handler<typeof quiz.startAttempt>
type StartContext = Parameters<StartAttempt>[1]

/**
 * The start is written down, so that closing and reopening the app cannot wind the clock back. The day's first attempt
 * starts with that one write; any other first looks whether one is still open, be it of yesterday or of a closed round.
 */
export const startAttempt: StartAttempt = async ({ first }, context) => {
  const current = await rounds.currentWithBank(context.now)
  const open = current && phaseOf(current.round, context.now) === 'open' ? current : null
  const begun = first && open && mayStartUnseen(open, context) ? await begin(open, 1, context) : null
  return begun ?? resumeOrBegin(current, open, context)
}

async function resumeOrBegin(current: OpenRound | null, open: OpenRound | null, context: StartContext) {
  const { now, who, refusal } = context
  const latest = await attempts.latestOf(who.person)
  const running = latest.find(attempt => stateOf(attempt, now) === 'open')
  if (running) return opening(running, await paperOf(running, current), now)

  if (!open) throw refusal('quiz-closed')
  const today = latest.filter(({ round, day }) => round === open.round._id && day === dayOf(now))
  const used = today.map(attempt => attempt.number)
  const next = nextNumber(used, open.round.attemptsPerDay)
  if (next === null) throw refusal('no-attempts-left')
  const begun = await begin(open, next, context)
  if (!begun) throw refusal('busy') // another phone of the same person was faster; asked again, it resumes
  return begun
}

const mayStartUnseen = ({ round }: OpenRound, { now }: StartContext): boolean =>
  !mayRunOver(now, round.minutes, [startOfDay(dayOf(now)), round.opensAt])

/** Null when this attempt has been started before. */
async function begin(current: OpenRound, number: number, context: StartContext): Promise<OpenAttempt | null> {
  const { now, who } = context
  const { _id: round, minutes } = current.round
  const place: AttemptPlace = { round, day: dayOf(now), number, person: who.person }
  const paper = drawPaper(current, place)
  if (!paper) throw context.refusal('paper-unavailable')
  const times = { startedAt: now, deadline: now + minutes * MINUTE }
  const added = await attempts.start(place, paper.refs, times)
  return added ? opening({ ...place, ...times }, paper, now) : null
}
