import * as v from 'valibot'
import { CloudError, invalidParameter } from '../cloud-error'
import type { FunctionService } from '../functions/function-service'
import type { Outcome } from '../functions/outcome'
import { type Action, parseBody } from './action'

const Invoke = v.object({ function_name: v.string(), request_data: v.optional(v.string(), '{}') })

/** Functions called by functions: the user stays the same, the chain of sources grows. */
export function functionActions(functions: FunctionService): Record<string, Action> {
  return {
    'functions.invokeFunction': async (body, { session }) => {
      const { function_name: functionName, request_data: event } = parseBody(Invoke, body)
      refuseBrokenJson(event)
      const source = session ? `${session.source},scf` : 'scf'
      const { outcome } = await functions.invoke({ functionName, event, identity: session?.identity ?? null, source })
      return { data: { response_data: resultOf(outcome) } }
    },
  }
}

function refuseBrokenJson(text: string): void {
  try {
    JSON.parse(text)
  } catch {
    throw invalidParameter('request_data is not JSON')
  }
}

function resultOf(outcome: Outcome): string {
  if (outcome.kind === 'returned') return outcome.result
  throw refusalOf(outcome)
}

function refusalOf(outcome: Exclude<Outcome, { kind: 'returned' }>): CloudError {
  switch (outcome.kind) {
    case 'threw':
      return executeFailed('user code exception caught', outcome.failure.summary)
    case 'ended':
      return executeFailed(outcome.reason, '')
    case 'result-too-large':
      return executeFailed('the result is larger than 1 MB', '')
    case 'timed-out':
      return new CloudError('FUNCTIONS_TIME_LIMIT_EXCEEDED', `Invoking task timed out after ${outcome.seconds} seconds`)
    case 'unknown-function':
      return new CloudError(
        'FUNCTION_NOT_FOUND',
        '[ResourceNotFound.Function] FunctionName parameter could not be found',
      )
    case 'event-too-large':
      return new CloudError('EXCEED_MAX_PAYLOAD_SIZE', 'the request data is larger than 100 KB')
    case 'too-many-calls':
      return new CloudError('EXCEED_CONCURRENT_REQUEST_LIMIT', 'too many calls of this function wait already')
  }
}

const executeFailed = (errorMessage: string, stackTrace: string): CloudError =>
  new CloudError('FUNCTIONS_EXECUTE_FAIL', JSON.stringify({ errorCode: 1, errorMessage, stackTrace }))
