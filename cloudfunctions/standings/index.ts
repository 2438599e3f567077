import { standings } from '../../miniprogram/contract/standings'
import type { Instant } from '../../miniprogram/contract/time'
import { standingOf } from '../people/api'
import { isTimerCall } from '../platform/cloud'
import { door } from '../platform/door'
import { handlers } from './handlers'
import { countQuestions } from './items/count-questions'
import { rollUp } from './roll-up'

const serve = door(standings, handlers, standingOf)

/** Rankings first: people wait for them. */
async function keepUp(now: Instant): Promise<unknown> {
  const counted = await rollUp(now)
  await countQuestions(now)
  return counted
}

/** The timer of config.json comes in beside the door: by the platform's word, never by what the event says. */
export const main = (event: unknown, runtime: unknown): Promise<unknown> =>
  isTimerCall() ? keepUp(Date.now()) : serve(event, runtime)
