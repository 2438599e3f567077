import * as v from 'valibot'
import { ACTIVITY_KINDS } from '../../../miniprogram/contract/editions'
import { instantSchema, MINUTE } from '../../../miniprogram/contract/time'
import { defineCollection } from '../../platform/collection-spec'
import { collection } from '../../platform/database'
import { warm } from '../../platform/warm'

const activitySchema = v.object({
  kind: v.picklist(ACTIVITY_KINDS),
  name: v.string(),
  summary: v.string(),
  theme: v.string(),
  audience: v.string(),
  steps: v.array(v.string()),
  contact: v.string(),
  opensAt: instantSchema,
  closesAt: instantSchema,
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

type StoredEdition = v.InferOutput<typeof editionsSpec.schema>

const editionCollection = collection(editionsSpec)

export const editions = {
  /** The newest published edition; one read on a fresh function instance, none while it is warm. */
  published: warm<StoredEdition | null>({
    lifetime: MINUTE,
    async load() {
      const [edition] = await editionCollection.find({ state: 'published' }, { orderBy: ['year', -1], limit: 1 })
      return edition ?? null
    },
  }),
}
