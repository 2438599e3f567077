import { SUBMIT_GRACE } from '../../miniprogram/contract/quiz'
import type { Instant } from '../../miniprogram/contract/time'
import { announceScores } from '../notices/api'
import { inParts, withEach } from '../platform/in-parts'
import { countedFrom } from './counted-from'
import type { Override, Question } from './question'
import { attempts, type Rescoring } from './repository/attempts'
import { type Attempt, refsOf } from './repository/attempts-spec'
import { questions } from './repository/questions'
import { BANK_LIFETIME } from './repository/rounds'
import { scoreUnder } from './rules'

/** The `number`th ruling on a question version, as far as scores are concerned. */
export interface ScoringRuling {
  question: string
  number: number
  at: Instant
  /** Option ids; null where every answer counts as right. */
  key: string[] | null
  note: string
}

const BATCH = 100

const markOf = ({ question, number }: Pick<ScoringRuling, 'question' | 'number'>): string => `${question}#${number}`

/** Everything that an attempt's score may rest on while there are so many rulings, in the order in which it moves on. */
export const marksUpTo = ({ question, number }: Pick<ScoringRuling, 'question' | 'number'>): string[] =>
  marksBefore({ question, number: number + 1 })

/** What an attempt's score may rest on instead, as long as this ruling has not reached it. */
const marksBefore = ({ question, number }: Pick<ScoringRuling, 'question' | 'number'>): string[] => [
  question,
  ...Array.from({ length: number - 1 }, (_, i) => markOf({ question, number: i + 1 })),
]

/**
 * Scores submitted attempts that hold the question anew, each in one conditional write. It keeps no place of its own:
 * what is left is what the index still finds, so it can be cut off anywhere and asked again.
 * @param most attempts it looks at before it stops
 * @returns how many it looked at, and whether none was left
 */
export async function scoreAnew(ruling: ScoringRuling, now: Instant, most: number) {
  const known = new Map<string, Question>()
  let looked = 0
  while (looked < most) {
    const batch = await attempts.scoredBy(marksBefore(ruling), Math.min(BATCH, most - looked))
    if (batch.length === 0) return { looked, drained: true }
    await learn(known, batch)
    const rescorings = batch.map(attempt => ({ attempt, ...rescoringOf(attempt, ruling, known, now) }))
    await announceScores(rescorings.flatMap(changedScore), now)
    await withEach(rescorings, ({ attempt, ...rescoring }) => attempts.rescore(attempt, rescoring))
    looked += batch.length
  }
  return { looked, drained: false }
}

/** Questions are read once a run: attempts of one round share them. */
async function learn(known: Map<string, Question>, batch: readonly Attempt[]): Promise<void> {
  const missing = [...new Set(batch.flatMap(refsOf))].filter(ref => !known.has(ref))
  for (const question of await inParts(missing, part => questions.byRefs(part))) known.set(question._id, question)
}

/** What its owner may have agreed to be told. */
const changedScore = ({ attempt, score }: { attempt: Attempt } & Rescoring) =>
  score === undefined ? [] : [{ person: attempt.person, attempt: attempt._id, from: attempt.score ?? 0 }]

function rescoringOf(
  attempt: Attempt,
  ruling: ScoringRuling,
  known: ReadonlyMap<string, Question>,
  now: Instant,
): Rescoring {
  const { question, key, note } = ruling
  const mark = markOf(ruling)
  const override: Override = { question, ruling: mark, key, note }
  const overrides = [...attempt.overrides.filter(other => other.question !== question), override]
  const before = marksBefore(ruling)
  const scoredBy = attempt.scoredBy.map(earlier => (before.includes(earlier) ? mark : earlier))
  const paper = refsOf(attempt).flatMap(ref => known.get(ref) ?? [])
  const score = scoreUnder(overrides, paper, attempt.answers)
  const from = attempt.score ?? 0
  const changed =
    score === from ? {} : { score, countedAt: countedFrom(now), rescored: { from, at: now, ruling: mark } }
  return { scoredBy, overrides, ...changed }
}

/** How far a ruling has come. Two reads. */
export async function scoringProgress(ruling: Pick<ScoringRuling, 'question' | 'number'>) {
  return {
    scored: await attempts.countScoredBy([markOf(ruling)]),
    left: await attempts.countScoredBy(marksBefore(ruling)),
  }
}

/**
 * Whether no attempt that holds the question can be submitted any more: no function instance draws from the bank of
 * before the ruling, and whoever had begun has handed in or lapsed. At most one read.
 */
export async function isScoringSettled(ruling: ScoringRuling, now: Instant): Promise<boolean> {
  if (now < ruling.at + 2 * BANK_LIFETIME) return false
  return !(await attempts.mayStillCome(marksBefore(ruling), now - SUBMIT_GRACE))
}
