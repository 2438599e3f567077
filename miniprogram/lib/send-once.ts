import { ERRORS } from '../contract/errors'
import type { InputOf, OutputOf, Procedure } from '../contract/rpc'
import { asCallError } from '../services/call-error'
import { call } from '../services/cloud'
import { newIdempotencyKey } from '../services/idempotency-key'

/** Keys of what was sent and may have arrived without an answer, by what was to be done. */
const keys = new Map<string, string>()

/**
 * Sends what a person means to do. Meant again after a lost answer it goes out under the key it had, so that it happens once;
 * what was answered or refused is over, and the same thing meant later is a new one.
 * @throws CallError
 */
export async function sendOnce<P extends Procedure & { kind: 'write' }>(
  procedure: P,
  input: InputOf<P>,
): Promise<OutputOf<P>> {
  const meant = `${procedure.name} ${JSON.stringify(input)}`
  const key = keys.get(meant) ?? newIdempotencyKey()
  keys.set(meant, key)
  try {
    const output = await call(procedure, input, key)
    keys.delete(meant)
    return output
  } catch (problem) {
    if (!ERRORS[asCallError(problem).code].retry) keys.delete(meant)
    throw problem
  }
}
