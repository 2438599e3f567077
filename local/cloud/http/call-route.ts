import * as v from 'valibot'
import { MOST_EVENT_BYTES } from '../functions/function-service'
import type { FaultyCalls } from '../faults/faulty-calls'
import { answerJson } from './answer'
import { readJson } from './body'
import { personaOf } from './caller'
import { HttpRefusal, LostConnection } from './refusal'
import type { Route } from './route'

const Call = v.object({ name: v.string(), data: v.optional(v.unknown()) })

/** Room for the call around the data, and for data that is refused by the function's own limit. */
const MOST_BYTES = 2 * MOST_EVENT_BYTES

/** What the browser phone's `wx.cloud.callFunction` reaches. The persona comes in the header `x-persona`. */
export function callRoute(calls: FaultyCalls): Route {
  return {
    POST: async ({ request, response }) => {
      const parsed = v.safeParse(Call, await readJson(request, MOST_BYTES))
      if (!parsed.success) throw new HttpRefusal(400, 'a call needs a name')
      const { name, data } = parsed.output
      const answer = await calls.call(personaOf(request), name, data)
      if (answer === 'lost') throw new LostConnection()
      answerJson(response, answer)
    },
  }
}
