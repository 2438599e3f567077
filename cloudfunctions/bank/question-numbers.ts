import { createHash } from 'node:crypto'

const FIRST_NUMBER = 1000
const NUMBERS = 9000

/** Numbers are scattered, so that two who write at once do not meet; the same seed gives the same one. */
export const numberOf = (seed: string): number =>
  FIRST_NUMBER + (createHash('sha256').update(seed).digest().readUInt32BE(0) % NUMBERS)
