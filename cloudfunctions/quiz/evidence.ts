import type { SuspicionCase } from '../../miniprogram/contract/suspicions'
import { paperOf } from './papers'
import { attempts } from './repository/attempts'
import type { Attempt, AttemptPlace } from './repository/attempts-spec'
import { positionsOf } from './rules'
import { leastReadingTime } from './suspicion-rules'

type Evidence = Pick<SuspicionCase, 'score' | 'leastSeconds' | 'questions' | 'alike' | 'others'>

const OTHERS = 20

const otherOf = ({ day, number, score, seconds, setAside }: Attempt): Evidence['others'][number] => ({
  ...{ day, number, score: score ?? 0, seconds: seconds ?? 0 },
  setAside: setAside !== null,
})

/** How an attempt was answered, and what stands beside it; nothing of what was asked. Three reads. Null where it is gone. */
export async function evidenceOf(place: AttemptPlace): Promise<Evidence | null> {
  const ofRound = (await attempts.allOf(place.person)).filter(
    ({ round, state }) => round === place.round && state === 'submitted',
  )
  const attempt = ofRound.find(({ day, number }) => day === place.day && number === place.number)
  if (!attempt) return null
  const { items } = await paperOf(attempt, null)
  const chosen = items.map((item, i) => positionsOf(item, attempt.answers[i] ?? []))
  return {
    score: attempt.score ?? 0,
    leastSeconds: Math.round(leastReadingTime(items, chosen) * 10) / 10,
    questions: items.map(({ question, order }, i) => ({
      ...{ kind: question.kind, options: order.length },
      chosen: chosen[i] ?? [],
    })),
    alike: await attempts.countAlike(attempt),
    others: ofRound
      .filter(other => other !== attempt)
      .slice(0, OTHERS)
      .map(otherOf),
  }
}
