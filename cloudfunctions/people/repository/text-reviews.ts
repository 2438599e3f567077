import type * as v from 'valibot'
import { prefixOf, type RegionCode } from '../../../miniprogram/contract/regions'
import { oneOf, startingWith } from '../../platform/conditions'
import { collection } from '../../platform/database'
import { textReviewsSpec } from '../../platform/safety'

export type StoredTextReview = v.InferOutput<typeof textReviewsSpec.schema>

const reviews = collection(textReviewsSpec)

const MOST_OF_ONE_PERSON = 1000

export const textReviews = {
  get: (id: string): Promise<StoredTextReview | null> => reviews.get(id),

  /** What waits in a region and below, oldest first within a region, from after the place `last`. */
  waiting: (region: RegionCode, last: string | null, limit: number): Promise<StoredTextReview[]> =>
    reviews.find({ state: 'waits', place: startingWith(prefixOf(region), last) }, { orderBy: ['place', 1], limit }),

  of: (person: string): Promise<StoredTextReview[]> => reviews.find({ person }, { limit: MOST_OF_ONE_PERSON }),

  /** What a person wrote for a unit or a region stays, and waits on, without the person. */
  async forget(person: string): Promise<void> {
    await reviews.update({ person, shownAs: oneOf(['unit-name', 'notice', 'activity']) }, { person: '' })
    await reviews.remove({ person })
  },
}
