import * as v from 'valibot'
import type { Instant } from './time'

/** How an answer went: 1 wrong, 2 right by a guess, 3 right, 4 right without thinking. */
export type Rating = 1 | 2 | 3 | 4

/** One answer in practice. `at` and `salt` together name it, made on the phone that it was given on. */
export interface Review {
  at: Instant
  salt: string
  rating: Rating
}

/** The answers to each question, oldest first. A card is nothing but what its answers make of it. */
export type Logs = ReadonlyMap<string, readonly Review[]>

/** Whether each question is marked as a favourite, and since when that holds. */
export type Stars = ReadonlyMap<string, { at: Instant; starred: boolean }>

/** The latest answers that a question keeps: years of spaced practice. Older ones no longer move when it is due. */
export const MOST_REVIEWS = 24

const TIME_LENGTH = 8
const SALT_LENGTH = 3
const REVIEW_LENGTH = TIME_LENGTH + SALT_LENGTH + 1

/** `air-12 mfk3z9a1x7q3mfl9…`: a question and its answers, each as time, salt and rating. */
export const logLineSchema = v.pipe(
  v.string(),
  v.maxLength(30 + MOST_REVIEWS * REVIEW_LENGTH),
  v.regex(/^[a-z]{1,20}-\d{2,4} (?:[0-9a-z]{11}[1-4])+$/),
)

/** `air-12 mfk3z9a11`: a question, since when, and whether it is a favourite. */
export const starLineSchema = v.pipe(v.string(), v.maxLength(40), v.regex(/^[a-z]{1,20}-\d{2,4} [0-9a-z]{8}[01]$/))

const timeText = (at: Instant): string => at.toString(36).padStart(TIME_LENGTH, '0')
const timeIn = (text: string): Instant => parseInt(text.slice(0, TIME_LENGTH), 36)

const RATINGS: Readonly<Record<string, Rating>> = { '1': 1, '2': 2, '3': 3, '4': 4 }

const reviewText = ({ at, salt, rating }: Review): string => `${timeText(at)}${salt}${rating}`

const reviewIn = (text: string): Review => ({
  at: timeIn(text),
  salt: text.slice(TIME_LENGTH, -1),
  rating: RATINGS[text.slice(-1)] ?? 1,
})

/** Three letters that keep apart two answers of one instant. */
export const newSalt = (random: () => number): string =>
  Math.floor(random() * 36 ** SALT_LENGTH)
    .toString(36)
    .padStart(SALT_LENGTH, '0')

function splitLine(line: string): [question: string, rest: string] {
  const at = line.indexOf(' ')
  return [line.slice(0, at), line.slice(at + 1)]
}

const byQuestion = (a: readonly [string, unknown], b: readonly [string, unknown]): number => (a[0] < b[0] ? -1 : 1)

const inOrder = (a: Review, b: Review): number => a.at - b.at || (a.salt < b.salt ? -1 : 1)

/** The same answer is counted once; of one that was told twice in two ways, the harder way counts. */
function mergeReviews(...all: (readonly Review[])[]): Review[] {
  const named = new Map<string, Review>()
  for (const review of all.flat()) {
    const name = timeText(review.at) + review.salt
    const known = named.get(name)
    if (!known || review.rating < known.rating) named.set(name, review)
  }
  return [...named.values()].sort(inOrder).slice(-MOST_REVIEWS)
}

/** Everything any of them knows. In whatever order and however often logs are merged, the outcome is the same. */
export function mergeLogs(...all: Logs[]): Logs {
  const merged = new Map<string, readonly Review[]>()
  for (const [question, reviews] of all.flatMap(logs => [...logs]))
    merged.set(question, mergeReviews(merged.get(question) ?? [], reviews))
  return merged
}

/** The later mark holds; of two at one instant, the one that keeps the question. */
export function mergeStars(...all: Stars[]): Stars {
  const merged = new Map<string, { at: Instant; starred: boolean }>()
  for (const [question, star] of all.flatMap(stars => [...stars])) {
    const known = merged.get(question)
    const wins = !known || star.at > known.at || (star.at === known.at && star.starred)
    if (wins) merged.set(question, star)
  }
  return merged
}

export const logLines = (logs: Logs): string[] =>
  [...logs]
    .filter(([, reviews]) => reviews.length > 0)
    .sort(byQuestion)
    .map(([question, reviews]) => `${question} ${reviews.map(reviewText).join('')}`)

export const starLines = (stars: Stars): string[] =>
  [...stars].sort(byQuestion).map(([question, { at, starred }]) => `${question} ${timeText(at)}${starred ? 1 : 0}`)

/** What stands in lines of `logLineSchema`. */
export function logsIn(lines: readonly string[]): Logs {
  const parts = lines.map(line => {
    const [question, rest] = splitLine(line)
    const texts = rest.match(new RegExp(`.{${REVIEW_LENGTH}}`, 'g')) ?? []
    return new Map([[question, texts.map(reviewIn)]])
  })
  return mergeLogs(...parts)
}

/** What stands in lines of `starLineSchema`. */
export const starsIn = (lines: readonly string[]): Stars =>
  mergeStars(
    ...lines.map(line => {
      const [question, rest] = splitLine(line)
      return new Map([[question, { at: timeIn(rest), starred: rest.endsWith('1') }]])
    }),
  )

/** The logs without the answers that a test refuses. */
export function onlyReviews(logs: Logs, keep: (question: string, review: Review) => boolean): Logs {
  const kept = [...logs].map(
    ([question, reviews]) => [question, reviews.filter(review => keep(question, review))] as const,
  )
  return new Map(kept.filter(([, reviews]) => reviews.length > 0))
}
