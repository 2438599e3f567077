import { randomInt } from 'node:crypto'

let counter = 0

/** In the platform's shape, and unique in this process. */
export function newRequestId(): string {
  counter++
  return `${Date.now()}_0.${randomInt(1e14)}_${counter.toString(16)}`
}
