import * as v from 'valibot'
import { type ErrorCode, ERRORS, isErrorCode } from '../contract/errors'
import type { InputOf, OutputOf, Procedure, Reply, Request } from '../contract/rpc'
import { SECOND } from '../contract/time'
import { CallError } from './call-error'
import { failureCode } from './cloud-failure'

/** The platform would wait a minute. Three tries of this length fit the grace a submission has after its deadline. */
const TRY_TIMEOUT = 6 * SECOND

/** Waits before the second and the third try; each is stretched by up to a half, at random. */
const RETRY_WAITS = [0.4 * SECOND, 0.8 * SECOND]

const replySchema = v.variant('ok', [
  v.object({ ok: v.literal(true), value: v.unknown() }),
  v.object({
    ok: v.literal(false),
    error: v.object({
      code: v.custom<ErrorCode>(isErrorCode),
      detail: v.optional(v.record(v.string(), v.union([v.string(), v.number()]))),
      requestId: v.optional(v.string()),
    }),
  }),
])

/** The envelope is checked here; the value inside was compiled against the same contract on the other side. */
const isReply = <Output>(raw: unknown): raw is Reply<Output> => v.is(replySchema, raw)

const wait = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

async function invoke(request: Request): Promise<unknown> {
  try {
    const { result } = await wx.cloud.callFunction({ name: request.procedure.split('.')[0] ?? '', data: request })
    return result
  } catch (failure) {
    throw new CallError(failureCode(failure))
  }
}

async function timeOut(): Promise<never> {
  await wait(TRY_TIMEOUT)
  throw new CallError('cloud-timeout')
}

async function send<Output>(request: Request): Promise<Output> {
  const reply = await Promise.race([invoke(request), timeOut()])
  if (!isReply<Output>(reply)) throw new CallError('unexpected')
  if (reply.ok) return reply.value
  const { code, detail, requestId } = reply.error
  throw new CallError(code, detail, requestId)
}

async function sendPatiently<Output>(request: Request): Promise<Output> {
  for (const pause of RETRY_WAITS) {
    try {
      return await send<Output>(request)
    } catch (error) {
      if (!(error instanceof CallError) || !ERRORS[error.code].retry) throw error
      await wait(pause * (1 + Math.random() / 2))
    }
  }
  return send<Output>(request)
}

/**
 * The one way to the cloud: `call(quiz.startAttempt, input, key)`. Lost answers are asked for again, twice;
 * a write carries a key, so that asking again changes nothing twice.
 * @throws CallError
 */
export function call<P extends Procedure & { kind: 'read' }>(procedure: P, input: InputOf<P>): Promise<OutputOf<P>>
export function call<P extends Procedure & { kind: 'write' }>(
  procedure: P,
  input: InputOf<P>,
  key: string,
): Promise<OutputOf<P>>
export function call<P extends Procedure>(procedure: P, input: InputOf<P>, key?: string): Promise<OutputOf<P>> {
  return sendPatiently<OutputOf<P>>({ procedure: procedure.name, input, ...(key === undefined ? {} : { key }) })
}
