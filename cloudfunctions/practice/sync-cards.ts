import { CLOCK_GRACE, type practice } from '../../miniprogram/contract/practice'
import {
  logLines,
  logsIn,
  mergeLogs,
  mergeStars,
  onlyReviews,
  starLines,
  starsIn,
} from '../../miniprogram/contract/practice-logs'
import type { Instant } from '../../miniprogram/contract/time'
import type { Handler } from '../platform/context'
import { inTransaction } from '../platform/transaction'
import { practiceCardsSpec, type StoredCards } from './repository/practice-cards'
import { latestQuestions } from './latest-questions'

type SyncCards = Handler<typeof practice.syncCards>
type Sent = Parameters<SyncCards>[0]

/** Merging is the same in any order and any number of times, so a lost answer or a second phone can do no harm. */
export const syncCards: SyncCards = (sent, context) =>
  inTransaction(context, async transaction => {
    const { who, now } = context
    const collection = transaction.collection(practiceCardsSpec)
    const before = (await collection.get(who.person)) ?? nothingOf(who.person)
    const after = merged(before, sent, now)
    if (after.version !== before.version) await collection.set(after)
    const knows = before.version === sent.known
    return { now, version: after.version, state: knows ? null : { cards: after.cards, stars: after.stars } }
  })

const nothingOf = (person: string): StoredCards => ({ _id: person, version: 0, cards: [], stars: [], changedAt: 0 })

function merged(before: StoredCards, sent: Sent, now: Instant): StoredCards {
  const latest = now + CLOCK_GRACE
  const fresh = onlyReviews(logsIn(sent.cards), (_, { at }) => at <= latest)
  const freshStars = new Map([...starsIn(sent.stars)].filter(([, { at }]) => at <= latest))
  const cards = logLines(latestQuestions(mergeLogs(logsIn(before.cards), fresh), reviews => reviews.at(-1)?.at ?? 0))
  const stars = starLines(latestQuestions(mergeStars(starsIn(before.stars), freshStars), ({ at }) => at))
  const changed = cards.join() !== before.cards.join() || stars.join() !== before.stars.join()
  return changed ? { ...before, version: before.version + 1, cards, stars, changedAt: now } : before
}
