import { standings } from '../../miniprogram/contract/standings'
import { standingOf } from '../people/api'
import { isTimerCall } from '../platform/cloud'
import { door } from '../platform/door'
import { handlers } from './handlers'
import { rollUp } from './roll-up'

const serve = door(standings, handlers, standingOf)

/** The timer of config.json comes in beside the door: by the platform's word, never by what the event says. */
export const main = (event: unknown, runtime: unknown): Promise<unknown> =>
  isTimerCall() ? rollUp(Date.now()) : serve(event, runtime)
