import * as v from 'valibot'
import { CLOCK_GRACE } from '../contract/practice'
import {
  logLines,
  logLineSchema,
  type Logs,
  logsIn,
  mergeLogs,
  mergeStars,
  newSalt,
  onlyReviews,
  type Rating,
  type Review,
  starLines,
  starLineSchema,
  type Stars,
  starsIn,
} from '../contract/practice-logs'
import type { SyncedCards } from '../contract/practice'
import { keptStore } from '../lib/keep'
import { serverNow } from './server-clock'

const linesSchema = { cards: v.array(logLineSchema), stars: v.array(starLineSchema) }

/** What the server has, as this phone last heard. */
const synced = keptStore('practice-cards', v.object({ version: v.number(), ...linesSchema }), {
  version: 0,
  cards: [],
  stars: [],
})

/** What it has not been told, or has not answered. Small, and so quickly written at every answer. */
const unsent = keptStore('practice-unsent', v.object(linesSchema), { cards: [], stars: [] })

/** The answer on the screen: how easy it was may still be said, so it is not sent yet. */
let atHand: { question: string; review: Review } | null = null

let known: { logs: Logs; stars: Stars } | null = null

/** Everything this phone knows, its own and what others of the person have told the server. */
function everything(): { logs: Logs; stars: Stars } {
  known ??= {
    logs: mergeLogs(logsIn(synced.get().cards), logsIn(unsent.get().cards)),
    stars: mergeStars(starsIn(synced.get().stars), starsIn(unsent.get().stars)),
  }
  return known
}

export const cardLogs = (): Logs => everything().logs

export const starredQuestions = (): string[] =>
  [...everything().stars].filter(([, { starred }]) => starred).map(([question]) => question)

export const isStarred = (question: string): boolean => everything().stars.get(question)?.starred ?? false

function keepUnsent(logs: Logs, stars: Stars): void {
  unsent.set({ cards: logLines(logs), stars: starLines(stars) })
  known = null
}

const unsentLogs = (): Logs => logsIn(unsent.get().cards)
const unsentStars = (): Stars => starsIn(unsent.get().stars)

/** Writes down how a question was answered just now. */
export function recordReview(question: string, rating: Rating): void {
  const review = { at: serverNow(), salt: newSalt(Math.random), rating }
  atHand = { question, review }
  keepUnsent(mergeLogs(unsentLogs(), new Map([[question, [review]]])), unsentStars())
}

/** Says how easy the last answer was. */
export function rerate(rating: Rating): void {
  if (!atHand) return
  const { question, review } = atHand
  const others = onlyReviews(unsentLogs(), (_, other) => !isSame(other, review))
  atHand = { question, review: { ...review, rating } }
  keepUnsent(mergeLogs(others, new Map([[question, [atHand.review]]])), unsentStars())
}

const isSame = (a: Review, b: Review): boolean => a.at === b.at && a.salt === b.salt

/** Nothing more will be said about the last answer. */
export function settleReview(): void {
  atHand = null
}

export function star(question: string, starred: boolean): void {
  keepUnsent(unsentLogs(), mergeStars(unsentStars(), new Map([[question, { at: serverNow(), starred }]])))
}

/** What one call tells the server. */
export interface Batch {
  known: number
  cards: string[]
  stars: string[]
}

/** Well below what one request may hold. */
const BATCH_LENGTH = 30_000

function firstLines(lines: readonly string[]): string[] {
  let length = 0
  return lines.filter(line => (length += line.length + 3) <= BATCH_LENGTH)
}

/** The next thing to tell, in a size that travels; empty lists where everything is told. */
export const nextBatch = (): Batch => ({
  known: synced.get().version,
  cards: firstLines(logLines(onlyReviews(unsentLogs(), (_, review) => !atHand || !isSame(review, atHand.review)))),
  stars: firstLines(starLines(unsentStars())),
})

export const isEmpty = ({ cards, stars }: Batch): boolean => cards.length === 0 && stars.length === 0

/**
 * Takes in what the server answered to a batch. What came from a clock that was ahead has not been taken by the server: it
 * is dated back to the server's own time and told again.
 */
export function absorb(batch: Batch, { now, version, state }: SyncedCards): void {
  const latest = now + CLOCK_GRACE
  const [sent, sentStars] = [logsIn(batch.cards), starsIn(batch.stars)]
  const wasSent = (question: string, review: Review) =>
    sent.get(question)?.some(other => isSame(other, review) && other.rating === review.rating) ?? false
  const taken = onlyReviews(sent, (_, { at }) => at <= latest)
  const takenStars = new Map([...sentStars].filter(([, { at }]) => at <= latest))
  synced.set({
    version,
    cards: logLines(mergeLogs(logsIn(synced.get().cards), logsIn(state?.cards ?? []), taken)),
    stars: starLines(mergeStars(starsIn(synced.get().stars), starsIn(state?.stars ?? []), takenStars)),
  })
  const left = onlyReviews(unsentLogs(), (question, review) => !(review.at <= latest && wasSent(question, review)))
  const leftStars = [...unsentStars()].filter(([question, { at }]) => takenStars.get(question)?.at !== at)
  keepUnsent(datedBack(left, now), new Map(leftStars.map(([question, mark]) => [question, atMost(mark, now)])))
}

const atMost = <Dated extends { at: number }>(dated: Dated, now: number): Dated =>
  dated.at > now + CLOCK_GRACE ? { ...dated, at: now } : dated

const datedBack = (logs: Logs, now: number): Logs =>
  new Map([...logs].map(([question, reviews]) => [question, reviews.map(review => atMost(review, now))]))

/** Nothing of the person's practice stays on this phone. */
export function forgetPractice(): void {
  atHand = null
  synced.set({ version: 0, cards: [], stars: [] })
  keepUnsent(new Map(), new Map())
}
