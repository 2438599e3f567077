import { APP_ID } from './cloud-environment'
import type { FunctionService } from './functions/function-service'
import { PHONE_SOURCE } from './functions/identity'
import type { Outcome } from './functions/outcome'
import { isRecord } from './database/values/bson'

/** A person the local cloud can act for. */
export interface Persona {
  id: string
  openId: string
  unionId?: string
  /** for the phone's switch between personas */
  name?: string
  note?: string
}

/** What `wx.cloud.callFunction` resolves with on a phone, or, with `errCode`, rejects with. */
export type CallAnswer =
  | { result: unknown; errMsg: 'cloud.callFunction:ok'; requestID: string }
  | { errCode: number; errMsg: string; requestID: string }

interface CallFate {
  /** real milliseconds after which the function's instance dies */
  killAfter?: number | undefined
}

/** Calls functions as a phone does. */
export class PhoneCalls {
  readonly #functions: FunctionService
  readonly #personas: ReadonlyMap<string, Persona>

  constructor(functions: FunctionService, personas: readonly Persona[]) {
    this.#functions = functions
    this.#personas = new Map(personas.map(persona => [persona.id, persona]))
  }

  person(personaId: string | null): Persona | undefined {
    return this.#personas.get(personaId ?? '')
  }

  /** @param personaId nobody, or somebody unknown, makes a call without OPENID */
  async call(
    personaId: string | null,
    functionName: string,
    data: unknown,
    { killAfter }: CallFate = {},
  ): Promise<CallAnswer> {
    const persona = this.person(personaId)
    const identity = persona ? { openId: persona.openId, ...unionOf(persona) } : null
    const userInfo = { appId: APP_ID, ...(persona && { openId: persona.openId }) }
    const event = JSON.stringify({ ...(isRecord(data) ? data : {}), tcbContext: {}, userInfo })
    const { requestId, outcome } = await this.#functions.invoke({
      functionName,
      event,
      identity,
      source: PHONE_SOURCE,
      killAfter,
    })
    return answerOf(outcome, requestId)
  }
}

const unionOf = ({ unionId }: Persona): { unionId?: string } => (unionId === undefined ? {} : { unionId })

function answerOf(outcome: Outcome, requestID: string): CallAnswer {
  if (outcome.kind === 'returned') {
    const result: unknown = JSON.parse(outcome.result)
    return { result, errMsg: 'cloud.callFunction:ok', requestID }
  }
  const [errCode, name, reason] = refusalOf(outcome)
  const errMsg = `cloud.callFunction:fail Error: errCode: ${errCode}${name} | errMsg: ${reason} (callId: ${requestID})`
  return { errCode, errMsg, requestID }
}

const EXECUTE_FAIL = ' functions execute fail'

/** The numbers and words a phone sees, as field reports quote them. */
function refusalOf(outcome: Exclude<Outcome, { kind: 'returned' }>): [number, string, string] {
  switch (outcome.kind) {
    case 'threw':
      return [-504002, EXECUTE_FAIL, outcome.failure.summary]
    case 'ended':
      return [-504002, EXECUTE_FAIL, outcome.reason]
    case 'result-too-large':
      return [-504002, EXECUTE_FAIL, 'the result is larger than 1 MB']
    case 'timed-out':
      return [-504003, '', `Invoking task timed out after ${outcome.seconds} seconds`]
    case 'unknown-function':
      return [-501000, '', 'FunctionName parameter could not be found']
    case 'event-too-large':
      return [-501000, '', 'EXCEED_MAX_PAYLOAD_SIZE the request data is larger than 100 KB']
    case 'too-many-calls':
      return [-501004, '', 'EXCEED_CONCURRENT_REQUEST_LIMIT']
  }
}
