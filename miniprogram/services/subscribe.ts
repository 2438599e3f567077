import * as v from 'valibot'
import { notices } from '../contract/notices'
import { createStore } from '../lib/store'
import { call } from './cloud'

/** The templates that a person can agree to: what an activity reminds of, and what a unit still owes. */
export type Template = 'activity' | 'liaison'

export type Agreement = 'accepted' | 'rejected' | 'banned' | 'switched-off' | 'tap-again' | 'unavailable'

type Templates = Readonly<Record<Template, string>>

const templates = createStore<Templates | null>(null)

let asking: Promise<Templates> | null = null

/**
 * Asks for the ids once. A page does this before anybody taps: the platform opens its sheet only in the tap itself, and a
 * call in between may lose that. Without network the next tap tries again.
 */
export async function prepareAgreements(): Promise<void> {
  if (templates.get()) return
  asking ??= call(notices.listTemplates, {}).finally(() => {
    asking = null
  })
  templates.set(await asking)
}

const SWITCHED_OFF = 20004
const NOT_A_TAP = 20001

const failureSchema = v.object({ errCode: v.optional(v.number()) })

function failureOf(thrown: unknown): Agreement {
  const failure = v.safeParse(failureSchema, thrown)
  if (!failure.success) return 'tap-again'
  const { errCode } = failure.output
  if (errCode === SWITCHED_OFF) return 'switched-off'
  return errCode === undefined || errCode === NOT_A_TAP ? 'tap-again' : 'unavailable'
}

/** `filter` and `ban` are the platform's own verdicts on the template. */
function answerOf(result: string | undefined): Agreement {
  if (result?.startsWith('accept')) return 'accepted'
  return result === 'reject' ? 'rejected' : 'banned'
}

/**
 * Opens the platform's sheet for one template; only in the handler of a tap. One `accepted` is good for one message.
 * @throws CallError
 */
export async function askAgreement(template: Template): Promise<Agreement> {
  await prepareAgreements()
  return askAgreementTo(templates.get()?.[template] ?? '')
}

/** The same for a template whose id is at hand. */
export async function askAgreementTo(id: string): Promise<Agreement> {
  if (id === '') return 'unavailable'
  try {
    const answers = await wx.requestSubscribeMessage({ tmplIds: [id] })
    return answerOf(answers[id])
  } catch (failure) {
    return failureOf(failure)
  }
}
