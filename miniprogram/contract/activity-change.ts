import * as v from 'valibot'
import { unitIdSchema } from './inputs'
import { instantSchema } from './time'

const line = (most: number) => v.pipe(v.string(), v.trim(), v.maxLength(most))
const lines = v.pipe(v.array(v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200))), v.maxLength(12))

/** What an organiser may change of an activity; everything is given anew, but for a host that is left out: it stays. */
export const activityChangeSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(2), v.maxLength(40)),
  summary: line(60),
  theme: line(80),
  audience: line(80),
  steps: lines,
  requirements: lines,
  contact: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  attachments: v.pipe(
    v.array(
      v.strictObject({
        name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80)),
        url: v.pipe(v.string(), v.startsWith('https://'), v.maxLength(300)),
      }),
    ),
    v.maxLength(8),
  ),
  /** Null for no host. */
  unit: v.optional(v.nullable(unitIdSchema)),
  opensAt: instantSchema,
  closesAt: instantSchema,
})
