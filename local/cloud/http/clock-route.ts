import * as v from 'valibot'
import type { CloudClock } from '../clock'
import { answerJson } from './answer'
import { readJson } from './body'
import { HttpRefusal } from './refusal'
import type { Route } from './route'

const LAST_INSTANT = 8.64e15

const Instant = v.pipe(v.number(), v.integer(), v.minValue(-LAST_INSTANT), v.maxValue(LAST_INSTANT))

const Setting = v.variant('mode', [
  v.object({ mode: v.literal('real') }),
  v.object({ mode: v.literal('ticking'), now: Instant }),
  v.object({ mode: v.literal('frozen'), now: Instant }),
])

/** `{mode, now}` to read and to set; the answer is always how the clock stands afterwards. */
export function clockRoute(clock: CloudClock): Route {
  return {
    GET: ({ response }) => {
      answerJson(response, clock.state())
    },
    POST: async ({ request, response }) => {
      const parsed = v.safeParse(Setting, await readJson(request, 1000))
      if (!parsed.success) throw new HttpRefusal(400, 'not a setting of the clock')
      apply(clock, parsed.output)
      answerJson(response, clock.state())
    },
  }
}

function apply(clock: CloudClock, setting: v.InferOutput<typeof Setting>): void {
  if (setting.mode === 'real') clock.real()
  else if (setting.mode === 'ticking') clock.set(setting.now)
  else clock.freeze(setting.now)
}
