import * as v from 'valibot'
import type { Faults } from '../faults/faults'
import { answerJson } from './answer'
import { readJson } from './body'
import { HttpRefusal } from './refusal'
import type { Route } from './route'

const Share = v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1)), 0)
const Milliseconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60_000))

const Settings = v.strictObject({
  dropBefore: Share,
  dropAfter: Share,
  delay: Share,
  duplicate: Share,
  kill: Share,
  cutUpload: Share,
  delayMilliseconds: v.optional(Milliseconds, 200),
  killWithinMilliseconds: v.optional(Milliseconds, 20),
  seed: v.optional(v.pipe(v.number(), v.safeInteger()), 1),
})

/** The settings of `cloud.faults`, to read and to set; what is left out is off. */
export function faultsRoute(faults: Faults): Route {
  return {
    GET: ({ response }) => {
      answerJson(response, faults.settings())
    },
    POST: async ({ request, response }) => {
      const parsed = v.safeParse(Settings, await readJson(request, 1000))
      if (!parsed.success) throw new HttpRefusal(400, 'not a setting of the faults')
      faults.set(parsed.output)
      answerJson(response, faults.settings())
    },
  }
}
