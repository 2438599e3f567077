import { addLine, type CallEntry, type CallLog } from '../call-log'
import { messageOf } from '../cloud-error'
import type { CloudClock } from '../clock'
import type { Counters } from '../counters'
import { newRequestId } from '../request-id'
import { type DeployedFunction, findFunction } from './function-folder'
import type { FunctionPool } from './function-pool'
import { callContext, callVariables, type Identity, PHONE_SOURCE } from './identity'
import type { Outcome } from './outcome'
import type { Visits } from '../open-api/visits'
import type { Sessions } from './sessions'

interface Invocation {
  functionName: string
  /** JSON */
  event: string
  identity: Identity | null
  source: string
  /** see Job */
  killAfter?: number | undefined
}

interface Invoked {
  requestId: string
  outcome: Outcome
}

interface ServiceParts {
  functionsRoot: string
  pool: FunctionPool
  sessions: Sessions
  clock: CloudClock
  counters: Counters
  log: CallLog
  /** megabytes, told to the function */
  memory: number
  /** hears who calls */
  visits: Visits
}

export const MOST_EVENT_BYTES = 100 * 1024
const MOST_RESULT_BYTES = 1024 * 1024

/** Calls functions: finds them, tells them who asks, holds them to the platform's limits, keeps the log. */
export class FunctionService {
  readonly #parts: ServiceParts

  constructor(parts: ServiceParts) {
    this.#parts = parts
  }

  async invoke(invocation: Invocation): Promise<Invoked> {
    const { log, clock, counters, visits } = this.#parts
    const requestId = newRequestId()
    const startedAt = performance.now()
    const entry = log.open(requestId, invocation.functionName, clock.now())
    counters.countCall(invocation.functionName)
    if (invocation.identity && invocation.source === PHONE_SOURCE) visits.note(invocation.identity.openId)
    const outcome = await this.#outcomeOf(invocation, entry)
    entry.milliseconds = performance.now() - startedAt
    entry.outcome = outcome.kind
    if (outcome.kind === 'threw') addLine(entry, { stream: 'error', text: outcome.failure.stack })
    return { requestId, outcome }
  }

  async #outcomeOf(invocation: Invocation, entry: CallEntry): Promise<Outcome> {
    if (Buffer.byteLength(invocation.event) > MOST_EVENT_BYTES) return { kind: 'event-too-large' }
    try {
      const deployed = findFunction(this.#parts.functionsRoot, invocation.functionName)
      if (!deployed) return { kind: 'unknown-function' }
      const outcome = await this.#run(deployed, invocation, entry)
      const isTooLarge = outcome.kind === 'returned' && Buffer.byteLength(outcome.result) > MOST_RESULT_BYTES
      return isTooLarge ? { kind: 'result-too-large' } : outcome
    } catch (thrown) {
      return { kind: 'ended', reason: messageOf(thrown) }
    }
  }

  async #run(deployed: DeployedFunction, invocation: Invocation, entry: CallEntry): Promise<Outcome> {
    const { identity, source, event, killAfter } = invocation
    const { pool, sessions, memory } = this.#parts
    const sessionToken = sessions.open({ identity, source, entry })
    const call = { identity, source, sessionToken, requestId: entry.requestId }
    const request = {
      event,
      context: callContext(deployed.name, deployed.seconds, memory, call),
      variables: callVariables(call),
    }
    try {
      return await new Promise<Outcome>(finish => {
        pool.run(deployed, {
          request,
          seconds: deployed.seconds,
          killAfter,
          print: line => {
            addLine(entry, line)
          },
          finish,
        })
      })
    } finally {
      sessions.close(sessionToken)
    }
  }
}
