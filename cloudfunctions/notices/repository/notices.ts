import * as v from 'valibot'
import type { RegionCode } from '../../../miniprogram/contract/regions'
import { instantSchema } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { before, oneOf, startingWith } from '../../platform/conditions'
import { collection } from '../../platform/database'

const wordsSchema = v.object({
  region: v.string(),
  title: v.string(),
  text: v.string(),
  at: instantSchema,
})

export const noticesSpec = defineCollection({
  name: 'notices',
  purpose: 'A word from the organisers of a region to the people there, their own or passed on from above.',
  schema: v.object({
    /** A forwarded one has the id of the other one before its region: once for a region, and found with the other. */
    _id: v.string(),
    ...wordsSchema.entries,
    forwards: v.nullable(v.object({ id: v.string(), ...wordsSchema.entries })),
    /** `waits` for an organiser to look at its text. */
    state: v.picklist(['waits', 'shown', 'refused']),
    /** Why it was taken back; empty while it stands. */
    withdrawn: v.string(),
    /** `<at>:<_id>`: orders notices of all regions by time. */
    moment: v.string(),
    /** How often it was passed on; written so that passing on and taking back at once notice each other. */
    forwarded: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** Idempotency key of the last act. */
    changedWith: v.string(),
  }),
  indexes: [
    {
      name: 'state_region_moment',
      fields: [
        ['state', 1],
        ['region', 1],
        ['moment', -1],
      ],
      unique: false,
    },
  ],
  personal: [],
  retention: 'Kept: what was announced stays known. It does not say who wrote it; the audit log does.',
})

export type StoredNotice = v.InferOutput<typeof noticesSpec.schema>

const noticeCollection = collection(noticesSpec)

const INSTANT_DIGITS = 15

export const momentOf = (at: number, id: string): string => `${String(at).padStart(INSTANT_DIGITS, '0')}:${id}`

/** Above every moment. */
const NO_MOMENT = '9'

export const forwardId = (source: string, region: RegionCode): string => `${source}-${region.toLowerCase()}`

export const notices = {
  get: (id: string): Promise<StoredNotice | null> => noticeCollection.get(id),

  /** Those of them that are there. One read. */
  byIds: (ids: readonly string[]): Promise<StoredNotice[]> =>
    noticeCollection.find({ _id: oneOf(ids) }, { limit: ids.length }),

  /**
   * What was announced in these regions, newest first.
   * @param last moment of the last one of the page before; null on the first page
   */
  announcedIn: (regions: readonly RegionCode[], last: string | null, limit: number): Promise<StoredNotice[]> =>
    noticeCollection.find(
      { state: 'shown', region: oneOf(regions), moment: before(last ?? NO_MOMENT) },
      { orderBy: ['moment', -1], limit },
    ),

  /** Takes back with a notice every one that passes it on, at whatever remove. Asked again it does no more. */
  withdrawForwards: (id: string, reason: string): Promise<number> =>
    noticeCollection.update({ _id: startingWith(`${id}-`), withdrawn: '' }, { withdrawn: reason }),

  /** Shows a notice that waited, or drops its words. Told again it does nothing. */
  decide: (id: string, passes: boolean): Promise<number> =>
    noticeCollection.update(
      { _id: id, state: 'waits' },
      passes ? { state: 'shown' } : { state: 'refused', title: '', text: '', forwards: null },
    ),
}
