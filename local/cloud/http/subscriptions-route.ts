import * as v from 'valibot'
import type { Subscriptions } from '../open-api/subscriptions'
import type { PhoneCalls } from '../phone-calls'
import { answerJson } from './answer'
import { readJson } from './body'
import { openIdOf } from './caller'
import { HttpRefusal } from './refusal'
import type { Exchange, Route } from './route'

/** The platform asks about no more at once. */
const MOST_TEMPLATES = 5

const Accepted = v.object({
  templateIds: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(100))), v.maxLength(MOST_TEMPLATES)),
})

/** What the browser phone's `wx.requestSubscribeMessage` tells: the templates the person has just accepted. */
export function subscriptionsRoute(subscriptions: Subscriptions, calls: PhoneCalls): Route {
  const person = ({ request }: Exchange): string => {
    const openId = openIdOf(request, calls)
    if (openId === undefined) throw new HttpRefusal(400, 'nobody is on this phone')
    return openId
  }
  return {
    GET: exchange => {
      answerJson(exchange.response, { remaining: subscriptions.of(person(exchange)) })
    },
    POST: async exchange => {
      const openId = person(exchange)
      const parsed = v.safeParse(Accepted, await readJson(exchange.request, 1000))
      if (!parsed.success) throw new HttpRefusal(400, `templateIds has to name at most ${MOST_TEMPLATES}`)
      for (const template of parsed.output.templateIds) subscriptions.accept(openId, template)
      answerJson(exchange.response, { remaining: subscriptions.of(openId) })
    },
  }
}
