import { REPORT_KINDS, type ReportCounts, type ReportKind } from '../../../miniprogram/contract/question-reports'
import type { Instant } from '../../../miniprogram/contract/time'
import type { ReportedQuestion } from '../repository/reported-questions'

type Counts = ReportedQuestion['kinds']

export const countsOf = (kinds: Counts): ReportCounts => ({
  'key-wrong': kinds['key-wrong'] ?? 0,
  'out-of-date': kinds['out-of-date'] ?? 0,
  'unclear-stem': kinds['unclear-stem'] ?? 0,
  typo: kinds.typo ?? 0,
  other: kinds.other ?? 0,
})

export const total = (kinds: Counts): number => REPORT_KINDS.reduce((sum, kind) => sum + (kinds[kind] ?? 0), 0)

const DIGITS = 7

const placeOf = (question: string, kinds: Counts): string => `${String(total(kinds)).padStart(DIGITS, '0')}:${question}`

/** A version with one more report on it: it waits again, whatever was ruled before. */
export function withReport(
  stored: ReportedQuestion | null,
  { question, kind, at }: { question: string; kind: ReportKind; at: Instant },
): ReportedQuestion {
  const before = stored?.state === 'waiting' ? stored.kinds : {}
  const kinds = { ...before, [kind]: (before[kind] ?? 0) + 1 }
  const place = placeOf(question, kinds)
  return { _id: question, state: 'waiting', kinds, place, lastAt: at, rulings: stored?.rulings ?? 0 }
}
