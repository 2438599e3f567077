import { createHmac } from 'node:crypto'

/** Shorter ones are refused, so that nobody deploys with a placeholder. */
const LEAST_LENGTH = 32

/** The deployment's own secret, from the function's environment; it is in no repository and in no reply. */
function secret(): string {
  const value = process.env['YUNKEPU_SECRET'] ?? ''
  if (value.length < LEAST_LENGTH) throw new Error(`YUNKEPU_SECRET must have at least ${LEAST_LENGTH} characters`)
  return value
}

/** A keyed hash of the labels, base64url: unguessable without the secret, the same every time with it. */
export const keyedHash = (...labels: readonly (string | number)[]): string =>
  createHmac('sha256', secret()).update(JSON.stringify(labels)).digest('base64url')
