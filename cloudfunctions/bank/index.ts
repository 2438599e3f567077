import { bank } from '../../miniprogram/contract/bank'
import { standingOf } from '../people/api'
import { isTimerCall } from '../platform/cloud'
import { door } from '../platform/door'
import { handlers } from './handlers'
import { scoreDue } from './reports/score-due'

const serve = door(bank, handlers, standingOf)

/** The timer of config.json comes in beside the door: by the platform's word, never by what the event says. */
export const main = (event: unknown, runtime: unknown): Promise<unknown> =>
  isTimerCall() ? scoreDue(Date.now()) : serve(event, runtime)
