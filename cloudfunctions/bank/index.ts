import { bank } from '../../miniprogram/contract/bank'
import type { Instant } from '../../miniprogram/contract/time'
import { standingOf } from '../people/api'
import { isTimerCall } from '../platform/cloud'
import { door } from '../platform/door'
import { handlers } from './handlers'
import { tidyImports } from './imports'
import { scoreDue } from './reports/score-due'

const serve = door(bank, handlers, standingOf)

/** Both can be cut off anywhere and go on a minute later. */
async function keepUp(now: Instant): Promise<unknown> {
  const scored = await scoreDue(now)
  await tidyImports(now)
  return scored
}

/** The timer of config.json comes in beside the door: by the platform's word, never by what the event says. */
export const main = (event: unknown, runtime: unknown): Promise<unknown> =>
  isTimerCall() ? keepUp(Date.now()) : serve(event, runtime)
