/**
 * The cloud's clock as two numbers in memory that all threads share:
 * how far it stands from the real time, and the instant it is frozen at (NaN while it ticks). Epoch milliseconds.
 */
export const SHARED_INSTANT_BYTES = 16

const OFFSET = 0
const FROZEN = 1

export const readInstant = (cells: Float64Array, realNow: number): number => {
  const frozen = cells[FROZEN] ?? Number.NaN
  return Number.isNaN(frozen) ? realNow + (cells[OFFSET] ?? 0) : frozen
}

export function writeInstant(cells: Float64Array, offset: number, frozen: number): void {
  cells[OFFSET] = offset
  cells[FROZEN] = frozen
}
