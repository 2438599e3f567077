import { units } from '../../miniprogram/contract/units'
import { standingOf } from '../people/api'
import { isTimerCall } from '../platform/cloud'
import { door } from '../platform/door'
import { removeExpired } from '../platform/passing-files'
import { handlers } from './handlers'

const serve = door(units, handlers, standingOf)

/** The timer of config.json comes in beside the door: by the platform's word, never by what the event says. */
export const main = async (event: unknown, runtime: unknown): Promise<unknown> =>
  isTimerCall() ? { removed: await removeExpired(Date.now()) } : serve(event, runtime)
