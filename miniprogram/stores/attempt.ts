import * as v from 'valibot'
import { type AttemptResult, CATEGORIES, type OpenAttempt, QUESTION_KINDS, quiz, SUBMIT_GRACE } from '../contract/quiz'
import { dayOf, daySchema, instantSchema } from '../contract/time'
import { keptStore } from '../lib/keep'
import { createStore } from '../lib/store'
import { call } from '../services/cloud'
import { newIdempotencyKey } from '../services/idempotency-key'
import { heardTime, serverNow } from './server-clock'

const draftSchema = v.object({
  ticket: v.string(),
  number: v.number(),
  attemptsPerDay: v.number(),
  startedAt: instantSchema,
  deadline: instantSchema,
  questions: v.array(
    v.object({
      category: v.picklist(CATEGORIES),
      kind: v.picklist(QUESTION_KINDS),
      stem: v.string(),
      options: v.array(v.string()),
    }),
  ),
  /** Chosen positions, question by question. */
  answers: v.array(v.array(v.number())),
  /** The question on the screen. */
  at: v.number(),
  /** One key for the one submission this attempt can have, however often it is sent. */
  submissionKey: v.string(),
})

export type Draft = v.InferOutput<typeof draftSchema>

/** The attempt under way with the answers so far: on the phone until it is submitted, so that nothing is lost. */
export const draft = keptStore('quiz-draft', v.nullable(draftSchema), null)

const todaySchema = v.object({ day: v.nullable(daySchema), started: v.number() })

/** How many attempts this phone has started today, to guess the number of the next one. */
const today = keptStore('quiz-today', todaySchema, { day: null, started: 0 })

export const startedToday = (): number => (today.get().day === dayOf(serverNow()) ? today.get().started : 0)

/** The draft, unless its time is over beyond what the server would still accept. */
export function runningDraft(): Draft | null {
  const kept = draft.get()
  return kept && serverNow() < kept.deadline + SUBMIT_GRACE ? kept : null
}

const freshDraft = (attempt: OpenAttempt): Draft => ({
  ...v.parse(v.omit(draftSchema, ['answers', 'at', 'submissionKey']), attempt),
  answers: attempt.questions.map(() => []),
  at: 0,
  submissionKey: newIdempotencyKey(),
})

/** Goes on with the attempt on this phone, or starts the next one. Throws CallError. */
export async function startOrResume(): Promise<Draft> {
  const running = runningDraft()
  if (running) return running
  const attempt = await call(quiz.startAttempt, { number: startedToday() + 1 }, newIdempotencyKey())
  heardTime(attempt.now)
  // A phone whose clock is wrong may take a running attempt for a lapsed one: its answers are still good.
  const kept = draft.get()
  const current = kept?.ticket === attempt.ticket ? kept : freshDraft(attempt)
  draft.set(current)
  today.set({ day: dayOf(attempt.startedAt), started: attempt.number })
  return current
}

const latestResult = createStore<AttemptResult | null>(null)

/** Sends the answers as they stand. The draft goes only when the server has recorded them. Throws CallError. */
export async function submitDraft({ ticket, answers, submissionKey }: Draft): Promise<AttemptResult> {
  const result = await call(quiz.submitAttempt, { ticket, answers }, submissionKey)
  latestResult.set(result)
  draft.set(null)
  return result
}

/** The result that just came, or asked for anew. Throws CallError. */
export async function resultFor(ticket: string): Promise<AttemptResult> {
  const latest = latestResult.get()
  return latest?.ticket === ticket ? latest : call(quiz.showResult, { ticket })
}
