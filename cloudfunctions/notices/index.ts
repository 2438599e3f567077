import * as v from 'valibot'
import { notices } from '../../miniprogram/contract/notices'
import { standingOf } from '../people/api'
import { isTimerCall } from '../platform/cloud'
import { door } from '../platform/door'
import { handlers } from './handlers'
import { sendDue } from './send-due'

const serve = door(notices, handlers, standingOf)

const runtimeSchema = v.object({ request_id: v.string() })

/** The timer of config.json comes in beside the door: by the platform's word, never by what the event says. */
export const main = (event: unknown, runtime: unknown): Promise<unknown> =>
  isTimerCall() ? sendDue(Date.now(), v.is(runtimeSchema, runtime) ? runtime.request_id : '') : serve(event, runtime)
