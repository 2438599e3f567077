import * as v from 'valibot'
import { ACTIVITY_KINDS } from '../../../miniprogram/contract/activities'
import { type Instant, instantSchema, MINUTE } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { oneOf } from '../../platform/conditions'
import { collection } from '../../platform/database'
import { warm } from '../../platform/warm'

/** More than there will ever be. */
const MOST_YEARS = 100

const windowSchema = v.object({ opensAt: instantSchema, closesAt: instantSchema })

const activitySchema = v.object({
  ...windowSchema.entries,
  kind: v.picklist(ACTIVITY_KINDS),
  name: v.string(),
  summary: v.string(),
  theme: v.string(),
  audience: v.string(),
  steps: v.array(v.string()),
  requirements: v.array(v.string()),
  contact: v.string(),
  attachments: v.array(v.object({ name: v.string(), url: v.string() })),
  /** Activities stored before there were hosts have none. */
  unit: v.optional(v.nullable(v.object({ id: v.string(), name: v.string() })), null),
  changed: v.nullable(v.object({ at: instantSchema, reason: v.string(), before: windowSchema })),
})

export const editionsSpec = defineCollection({
  name: 'editions',
  purpose: 'One year of the series with its activities and their windows.',
  schema: v.object({
    _id: v.string(),
    year: v.pipe(v.number(), v.integer()),
    title: v.string(),
    theme: v.string(),
    state: v.picklist(['draft', 'published', 'archived']),
    activities: v.array(activitySchema),
    /** Grows with every change. */
    version: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** Idempotency key of the last change. */
    changedWith: v.string(),
  }),
  indexes: [
    {
      name: 'state_year',
      fields: [
        ['state', 1],
        ['year', -1],
      ],
      unique: false,
    },
  ],
  personal: [],
  retention: 'Kept: the archive of the series.',
})

export type StoredEdition = v.InferOutput<typeof editionsSpec.schema>

const editionCollection = collection(editionsSpec)

export const editionId = (year: number): string => String(year)

/** Every edition but drafts, newest first: one read on a fresh function instance, none while it is warm. */
const shown = warm<readonly StoredEdition[]>({
  lifetime: MINUTE,
  load: () =>
    editionCollection.find({ state: oneOf(['published', 'archived']) }, { orderBy: ['year', -1], limit: MOST_YEARS }),
})

export const editions = {
  shown,

  /** The current edition: the newest published one. */
  published: async (now: Instant): Promise<StoredEdition | null> =>
    (await shown(now)).find(({ state }) => state === 'published') ?? null,

  /** Any edition, drafts too, as the database has it now. */
  get: (year: number): Promise<StoredEdition | null> => editionCollection.get(editionId(year)),

  /** Which one is published, as the database has it now. */
  async publishedId(): Promise<string | null> {
    const [edition] = await editionCollection.find({ state: 'published' }, { orderBy: ['year', -1], limit: 1 })
    return edition?._id ?? null
  },
}
