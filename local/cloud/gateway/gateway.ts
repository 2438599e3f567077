import * as v from 'valibot'
import { CloudError, messageOf, requestFailed } from '../cloud-error'
import type { Session, Sessions } from '../functions/sessions'
import { newRequestId } from '../request-id'
import { decodeRequest, encodeAnswer } from '../open-api/messages'
import type { OpenApis } from '../open-api/open-apis'
import type { Action } from './action'

const Envelope = v.looseObject({ action: v.string(), tcb_sessionToken: v.optional(v.string()) })

interface GatewayParts {
  actions: Record<string, Action>
  openApis: OpenApis
  sessions: Sessions
  now: () => number
}

/** The one address the SDK speaks to: the action in the body says which service is meant. */
export class Gateway {
  readonly #parts: GatewayParts

  constructor(parts: GatewayParts) {
    this.#parts = parts
  }

  /** @returns what the SDK expects with status 200, for success and refusal alike */
  async answer(body: unknown, origin: string): Promise<object> {
    const requestId = newRequestId()
    try {
      return { requestId, ...(await this.#act(body, origin)) }
    } catch (thrown) {
      const { code, message } = refusalOf(thrown)
      return { code, message, requestId }
    }
  }

  /**
   * A call of WeChat's own APIs, which comes as a form.
   * @returns a protobuf message, or a refusal for JSON
   */
  async answerForm(fields: ReadonlyMap<string, Buffer>): Promise<Buffer | object> {
    const requestId = newRequestId()
    const field = (name: string): string => fields.get(name)?.toString('utf8') ?? ''
    try {
      if (field('action') !== 'wx.openApi') throw notServed(field('action'))
      const request = decodeRequest(fields.get('requestData') ?? Buffer.alloc(0))
      const session = this.#parts.sessions.find(field('tcb_sessionToken'))
      return encodeAnswer(await this.#parts.openApis.answer(field('apiName'), request, session?.entry.functionName))
    } catch (thrown) {
      const { code, message } = refusalOf(thrown)
      return { code, message, requestId }
    }
  }

  async #act(body: unknown, origin: string): Promise<object> {
    const parsed = v.safeParse(Envelope, body)
    if (!parsed.success) throw new CloudError('INVALID_PARAM', 'the request names no action')
    const { action: name, tcb_sessionToken: token } = parsed.output
    const session: Session | undefined = this.#parts.sessions.find(token)
    const action = Object.hasOwn(this.#parts.actions, name) ? this.#parts.actions[name] : undefined
    if (!action) throw notServed(name)
    return await action(body, { now: this.#parts.now(), session, origin })
  }
}

/** Loud in the terminal too, because function code may swallow it. */
function notServed(action: string): CloudError {
  console.error(`local cloud: the action ${action} is not served`)
  return new CloudError('ACTION_NOT_SERVED_LOCALLY', `the local cloud does not serve the action ${action}`)
}

/** Queries that mingo refuses come out in its words, as MongoDB's own would. */
const refusalOf = (thrown: unknown): CloudError =>
  thrown instanceof CloudError ? thrown : requestFailed(messageOf(thrown))
