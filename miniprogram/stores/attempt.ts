import * as v from 'valibot'
import { type AttemptResult, type AttemptSummary, type OpenAttempt, quiz, SUBMIT_GRACE } from '../contract/quiz'
import { CATEGORIES, pictureSchema, QUESTION_KINDS } from '../contract/questions'
import { dayOf, daySchema, instantSchema } from '../contract/time'
import { keptStore } from '../lib/keep'
import { createStore } from '../lib/store'
import { asCallError } from '../services/call-error'
import { call } from '../services/cloud'
import { newIdempotencyKey } from '../services/idempotency-key'
import { keepWrongs } from './contest-wrongs'
import { edition } from './edition'
import { correctedAt } from './rescorings'
import { heardTime, serverNow } from './server-clock'

const draftSchema = v.object({
  ticket: v.string(),
  number: v.number(),
  startedAt: instantSchema,
  deadline: instantSchema,
  questions: v.array(
    v.object({
      category: v.picklist(CATEGORIES),
      kind: v.picklist(QUESTION_KINDS),
      stem: v.string(),
      options: v.array(v.string()),
      picture: v.optional(v.nullable(pictureSchema), null),
    }),
  ),
  /** Chosen positions, question by question. */
  answers: v.array(v.array(v.number())),
  /** The question on the screen. */
  at: v.number(),
  /** One key for the one submission this attempt can have, however often it is sent. */
  submissionKey: v.string(),
  /** Once sent, the answers may be recorded already: from then on they do not change. */
  sent: v.boolean(),
})

export type Draft = v.InferOutput<typeof draftSchema>

/** The attempt under way with the answers so far: on the phone until it is submitted, so that nothing is lost. */
export const draft = keptStore('quiz-draft', v.nullable(draftSchema), null)

const todaySchema = v.object({ day: v.nullable(daySchema), started: v.number() })

/** How many attempts of today this phone knows of. */
const today = keptStore('quiz-today', todaySchema, { day: null, started: 0 })

export const startedToday = (): number => (today.get().day === dayOf(serverNow()) ? today.get().started : 0)

/** Whether the phone knows of an attempt that is left today; where it does not know, the server will say. */
export const mayPlayToday = (): boolean => startedToday() < (edition.get()?.quiz?.attemptsPerDay ?? Infinity)

/** The draft, unless its time is over beyond what the server would still accept. */
export function runningDraft(): Draft | null {
  const kept = draft.get()
  return kept && serverNow() < kept.deadline + SUBMIT_GRACE ? kept : null
}

const freshDraft = (attempt: OpenAttempt): Draft => ({
  ...v.parse(v.omit(draftSchema, ['answers', 'at', 'submissionKey', 'sent']), attempt),
  answers: attempt.questions.map(() => []),
  at: 0,
  submissionKey: newIdempotencyKey(),
  sent: false,
})

/** A refusal teaches the phone what it did not know: that today is used up, or that the season is over. */
function learnFrom(problem: unknown): never {
  const { code } = asCallError(problem)
  if (code === 'no-attempts-left') today.set({ day: dayOf(serverNow()), started: Number.MAX_SAFE_INTEGER })
  if (code === 'quiz-closed') edition.set(null)
  throw problem
}

/** Goes on with the attempt on this phone, or starts the next one. Throws CallError. */
export async function startOrResume(): Promise<Draft> {
  const running = runningDraft()
  if (running) return running
  const attempt = await call(quiz.startAttempt, { first: startedToday() === 0 }, newIdempotencyKey()).catch(learnFrom)
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
export async function submitDraft(kept: Draft): Promise<AttemptResult> {
  draft.set({ ...kept, sent: true })
  const { ticket, answers, submissionKey } = kept
  const result = await call(quiz.submitAttempt, { ticket, answers }, submissionKey)
  latestResult.set(result)
  draft.set(null)
  return result
}

/** An attempt heard of in passing: a result with another score, or from before it was decided about, is told no more. */
export function heardOf(attempt: AttemptSummary): void {
  const latest = latestResult.get()
  if (latest?.ticket !== attempt.ticket) return
  if (latest.score !== attempt.score || correctedAt(latest) !== correctedAt(attempt)) latestResult.set(null)
}

/** The result that just came, or asked for anew. Throws CallError. */
export async function resultFor(ticket: string): Promise<AttemptResult> {
  const latest = latestResult.get()
  const result = latest?.ticket === ticket ? latest : await call(quiz.showResult, { ticket })
  keepWrongs(ticket, result.questions)
  return result
}
