import type { people as contract } from '../../miniprogram/contract/people'
import { audit } from '../platform/audit'
import type { Handler } from '../platform/context'
import { mustOrganise } from '../platform/reach'
import { textReviewsSpec } from '../platform/safety'
import { inTransaction, type Transaction } from '../platform/transaction'
import { tellTextDecided } from './other-domains'
import { peopleSpec } from './repository/people'
import { type StoredTextReview, textReviews } from './repository/text-reviews'
import { pageOf } from '../platform/paging'
import { decidedNickname } from './rules'

type DecideText = Handler<typeof contract.decideText>

const PAGE = 50

export const listTextReviews: Handler<typeof contract.listTextReviews> = async ({ region, after }, context) => {
  mustOrganise(context, region)
  const page = pageOf(await textReviews.waiting(region, after, PAGE + 1), PAGE, ({ place }) => place)
  const items = page.items.map(({ _id, text, shownAs, region: where, at }) => {
    return { id: _id, text, place: shownAs, region: where, at }
  })
  return { items, next: page.next }
}

/** The text is shown or dropped by the domain that it belongs to; what is left of it here is that it was decided. */
export const decideText: DecideText = async ({ id, passes }, context) => {
  const { key, refusal } = context
  const review = await textReviews.get(id)
  if (!review) throw refusal('review-unknown')
  mustOrganise(context, review.region)
  if (review.state !== 'waits') return decidedBefore(review, key, () => refusal('already-decided'))
  // Told first, since telling twice does no harm: a decision that was cut off is made again.
  await tellTextDecided(review, passes)

  return inTransaction(context, async transaction => {
    const reviews = transaction.collection(textReviewsSpec)
    const now = await reviews.get(id)
    if (!now) throw refusal('review-unknown')
    if (now.state !== 'waits') return decidedBefore(now, key, () => refusal('already-decided'))
    await reviews.update(id, { state: passes ? 'passed' : 'refused', text: '', decidedWith: key })
    if (review.shownAs === 'nickname') await decideNickname(transaction, review, passes)
    const { region, subject, shownAs } = review
    await audit(transaction, context, {
      action: 'people.decideText',
      region,
      subject,
      facts: { place: shownAs, passes },
    })
    return null
  })
}

/** The same call asked again, because its answer was lost, is no second decision. */
function decidedBefore(review: StoredTextReview, key: string, refused: () => Error): null {
  if (review.decidedWith !== key) throw refused()
  return null
}

async function decideNickname(
  transaction: Transaction,
  { person, text }: StoredTextReview,
  passes: boolean,
): Promise<void> {
  const stored = await transaction.collection(peopleSpec).get(person)
  const decided = stored && decidedNickname(stored, text, passes)
  if (decided) await transaction.collection(peopleSpec).update(person, decided)
}
